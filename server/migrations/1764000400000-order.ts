import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders with their lines, and the imports that bring them. */
export class Order1764000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table "order" (
        id uuid primary key default uuidv7(), number text not null constraint order_number_key unique check (number <> ''),
        placed_at timestamptz not null, status text not null check (status in ('PENDING', 'CONFIRMED', 'CANCELLED')),
        total_cents bigint not null, currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'), line_count integer not null,
        customer_id uuid references customer on delete set null, email text, phone text, name text, country text,
        import_hash text, created_at timestamptz not null default now());
      create index on "order" (customer_id, placed_at, id);
      create index on "order" (placed_at, id);
      create index on "order" (status, placed_at, id);
      create index on "order" (total_cents, id);
      create index on "order" (number, id);
      create index on "order" (placed_at, id) where customer_id is null;

      create table order_line (
        id uuid primary key default uuidv7(), order_id uuid not null references "order" on delete cascade, position integer not null,
        sku text, description text, quantity numeric not null, unit_price_cents bigint not null, total_cents bigint not null,
        unique (order_id, position));`);

    await db.query(`
      create table import_run (
        id uuid primary key default uuidv7(), kind text not null check (kind in ('ORDERS')),
        status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
        file_name text not null, dry_run boolean not null, currency text not null, options jsonb not null,
        total_bytes bigint, done_bytes bigint not null default 0, progress double precision not null default 0, read integer not null default 0, created integer not null default 0,
        updated integer not null default 0, unchanged integer not null default 0, refused_total integer not null default 0,
        orders integer not null default 0, customers integer not null default 0, created_by_id uuid references "user" on delete set null,
        created_at timestamptz not null default now(), finished_at timestamptz, error_code text, error_params jsonb, storage_key text);
      create index on import_run (created_at, id);
      create index on import_run (created_by_id);

      create table import_refusal (
        id uuid primary key default uuidv7(), import_run_id uuid not null references import_run on delete cascade,
        line integer not null, code text not null, value text not null);
      create index on import_refusal (import_run_id, line, id);
      create index on import_refusal (import_run_id, code, line, id);

      -- The lines of the file under way. One import runs at a time, and what a crash leaves here is of no use to anybody.
      create unlogged table import_line (
        number text not null, line integer not null, placed_day_first timestamptz, placed_month_first timestamptz, status text,
        customer text, email text, phone text, valid_email text, valid_phone text, name text, country text, currency text not null,
        sku text, description text, quantity numeric not null, unit_price numeric not null, unit_price_cents bigint not null,
        total_cents bigint not null, primary key (number, line));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table import_line, import_refusal, import_run, order_line, "order"');
  }
}
