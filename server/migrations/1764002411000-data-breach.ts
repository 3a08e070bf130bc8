import type { MigrationInterface, QueryRunner } from 'typeorm';

const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = any($1::text[])`;

/** Breaches of personal data, the clock of 72 hours, and what was said of them since. */
export class DataBreach1764002411000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence data_breach_reference;
      create table data_breach (
        id uuid primary key default uuidv7(),
        reference text not null unique default 'VIOL-' || lpad(nextval('data_breach_reference')::text, 5, '0'),
        title text not null, description text not null,
        natures text[] not null check (cardinality(natures) > 0 and natures <@ array['CONFIDENTIALITY', 'INTEGRITY', 'AVAILABILITY']),
        aware_at timestamptz not null, due_at timestamptz not null, happened_at timestamptz check (happened_at <= aware_at),
        people text not null, people_count integer check (people_count >= 0), records text not null, record_count integer check (record_count >= 0),
        consequences text not null, measures text not null, risk text check (risk in ('NONE', 'RISK', 'HIGH')), no_risk_reason text,
        notified_at timestamptz check (notified_at >= aware_at), notification_reference text, late_reason text,
        people_told_at timestamptz check (people_told_at >= aware_at), people_not_told_reason text, closed_at timestamptz,
        version integer not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        created_by_id uuid references "user" on delete set null, closed_by_id uuid references "user" on delete set null, reminded_at integer,
        -- 72 hours of the clock that never changes.
        constraint data_breach_is_due check (extract(epoch from due_at) - extract(epoch from aware_at) = 259200),
        constraint data_breach_without_risk_says_why check ((risk is not distinct from 'NONE') = (no_risk_reason is not null)),
        constraint data_breach_notified_late_says_why check (notified_at is null or (notified_at > due_at) = (late_reason is not null)),
        constraint data_breach_told_or_not check (people_told_at is null or people_not_told_reason is null),
        constraint data_breach_is_closed_whole check (closed_at is null or risk is not null and (risk = 'NONE' or notified_at is not null)
          and (risk <> 'HIGH' or people_told_at is not null or people_not_told_reason is not null)));
      create index on data_breach (aware_at, id);
      create index on data_breach (updated_at, id);
      create index on data_breach (due_at) where closed_at is null and notified_at is null;
      create index on data_breach (created_by_id);
      create index on data_breach (closed_by_id);
      create table data_breach_entry (
        id uuid primary key default uuidv7(), breach_id uuid not null references data_breach, body text not null,
        at timestamptz not null default now(), author_id uuid references "user" on delete set null);
      create index on data_breach_entry (breach_id, at, id);
      create index on data_breach_entry (author_id);`);
    await db.query(give, [['manager', 'admin', 'superadmin'], ['breach.manage']]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from export_run where kind = 'BREACHES';
      update role set permissions = array_remove(permissions, 'breach.manage');
      delete from notification where kind in ('DATA_BREACH_DUE', 'DATA_BREACH_OVERDUE');
      drop table data_breach_entry;
      drop table data_breach;
      drop sequence data_breach_reference;`);
  }
}
