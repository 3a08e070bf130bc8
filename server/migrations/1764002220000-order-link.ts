import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose an order is, as far as can be told: the runs that look, what they found and why, and the keys they look by. */
export class OrderLink1764002220000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What a link of the machine or of our own people says is for us; the customer sees the order once its buyer proved the address.
      alter table "order" add column disclosed boolean not null default true, add column matched_at timestamptz,
        add column address text, add column city text, add column postal_code text, add column email_key text, add column phone_key text;
      create index on "order" (id) where customer_id is null and matched_at is null;
      create index on "order" (email_key) where email_key is not null;
      create index on "order" (phone_key) where phone_key is not null;
      alter table import_line add column address text, add column city text, add column postal_code text;

      create table order_link_run (
        id uuid primary key default uuidv7(), status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'UNDONE')),
        origin text not null check (origin in ('PERSON', 'COMMAND', 'IMPORT')), dry_run boolean not null, force boolean not null,
        bar double precision not null check (bar > 0.5 and bar <= 1), progress double precision not null default 0,
        seen integer not null default 0, linked integer not null default 0, moved integer not null default 0, unlinked integer not null default 0,
        proposed integer not null default 0, model jsonb, sample jsonb not null default '[]',
        created_by_id uuid references "user" on delete set null, created_at timestamptz not null default now(), finished_at timestamptz,
        undone_by_id uuid references "user" on delete set null, undone_at timestamptz);
      create index on order_link_run (created_at, id);
      create index on order_link_run (created_by_id);
      create index on order_link_run (undone_by_id);

      create table order_link (
        id uuid primary key default uuidv7(), order_id uuid not null references "order" on delete cascade,
        customer_id uuid not null references customer on delete cascade,
        status text not null check (status in ('PROPOSED', 'LINKED', 'REFUSED', 'UNDONE')),
        method text not null check (method in ('EMAIL', 'PHONE', 'EVIDENCE', 'OTHER_ORDER', 'PERSON')),
        probability double precision not null check (probability between 0 and 1),
        score integer not null generated always as (round(probability * 1000000)) stored, evidence jsonb not null,
        contradictions text[] not null default '{}', run_id uuid references order_link_run on delete set null,
        undone_by_run_id uuid references order_link_run on delete set null,
        decided_by_id uuid references "user" on delete set null, decided_at timestamptz, decided boolean not null default false,
        created_at timestamptz not null default now(), unique (order_id, customer_id));
      create unique index order_link_order_id_key on order_link (order_id) where status = 'LINKED';
      create index on order_link (status, score, id);
      create index on order_link (score, id);
      create index on order_link (created_at, id);
      create index on order_link (customer_id, status);
      create index on order_link (run_id, status);
      create index on order_link (undone_by_run_id) where undone_by_run_id is not null;
      create index on order_link (decided_by_id);

      -- What customers are looked up by, kept as they change.
      create table match_profile (customer_id uuid primary key references customer on delete cascade, source text not null, profile jsonb not null);
      create table match_key (key text not null, customer_id uuid not null references match_profile on delete cascade, primary key (key, customer_id));
      create index on match_key (customer_id);
      create table match_value (
        what text not null, value text not null, customer_id uuid not null references match_profile on delete cascade,
        primary key (what, value, customer_id));
      create index on match_value (customer_id);

      create table order_claim (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, email text not null,
        email_key text not null, code_hash text, created_at timestamptz not null default now(), expires_at timestamptz not null,
        used_at timestamptz);
      create index on order_claim (user_id, created_at);
      create index on order_claim (email_key) where used_at is not null;

      update role set permissions = permissions || array['orderLink.read', 'orderLink.review'] where built_in and reach = 'staff';
      update role set permissions = permissions || array['orderLink.run'] where built_in and reach = 'staff' and rank >= (select rank from role where key = 'manager');
      update role set permissions = permissions || array['order.claim'] where built_in and reach = 'client';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^orderLink\\.' and one <> 'order.claim');
      drop table order_claim, match_value, match_key, match_profile, order_link, order_link_run;
      alter table import_line drop column address, drop column city, drop column postal_code;
      alter table "order" drop column disclosed, drop column matched_at, drop column address, drop column city, drop column postal_code,
        drop column email_key, drop column phone_key;`);
  }
}
