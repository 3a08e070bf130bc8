import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Missions, who asked for them, and how they went. */
export class Mission1764000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence mission_reference;
      create table mission (
        id uuid primary key default uuidv7(), reference text not null unique, customer_id uuid not null references customer,
        project_id uuid references project, prestataire_id uuid references "user", title text not null check (title <> ''), description text,
        status text not null default 'DRAFT'
          check (status in ('DRAFT', 'OPEN', 'ASSIGNED', 'IN_PROGRESS', 'DELIVERED', 'APPROVED', 'CANCELLED')),
        scheduled_start timestamptz, scheduled_end timestamptz, street_line text, postal_code text, city text,
        fee_cents bigint check (fee_cents between 0 and 9007199254740991),
        currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'), estimated_minutes integer check (estimated_minutes > 0),
        delivered_at timestamptz, approved_at timestamptz, created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(), version integer not null default 1,
        start_order timestamptz not null
          generated always as (coalesce(scheduled_start, '9999-12-31 00:00:00+00'::timestamptz)) stored,
        check (scheduled_end >= scheduled_start),
        check (prestataire_id is not null or status not in ('ASSIGNED', 'IN_PROGRESS', 'DELIVERED', 'APPROVED')),
        check (prestataire_id is null or status not in ('DRAFT', 'OPEN')));
      create index on mission (start_order, id);
      create index on mission (created_at, id);
      create index on mission (updated_at, id);
      create index on mission (status, start_order, id);
      create index on mission (customer_id, start_order, id);
      create index on mission (project_id, start_order, id);
      -- Policies of other features ask it for every row: does this person work for that customer, on that project?
      create index on mission (prestataire_id, customer_id);
      create index on mission (prestataire_id, project_id);
      create index on mission (prestataire_id, start_order, id);
      create index on mission using gin (plain(reference || ' ' || title) gin_trgm_ops);

      create table mission_application (
        id uuid primary key default uuidv7(), mission_id uuid not null references mission on delete cascade,
        prestataire_id uuid not null references "user", message text,
        status text not null default 'PENDING' check (status in ('PENDING', 'ACCEPTED', 'DECLINED')),
        created_at timestamptz not null default now(), decided_at timestamptz, check ((status = 'PENDING') = (decided_at is null)),
        constraint mission_application_key unique (mission_id, prestataire_id));
      create index on mission_application (mission_id, created_at, id);
      create index on mission_application (prestataire_id, created_at, id);

      create table mission_step (
        id uuid primary key default uuidv7(), mission_id uuid not null references mission on delete cascade,
        from_status text not null, to_status text not null, note text, at timestamptz not null default now(),
        author_id uuid references "user" on delete set null);
      create index on mission_step (mission_id, at, id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mission_step, mission_application, mission; drop sequence mission_reference;');
  }
}
