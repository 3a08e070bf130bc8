import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the product keeps what it writes down of its own work: all of it is on from the first day. */
const technical: [category: string, months: number][] = [
  ['SESSIONS', 6],
  ['DEVICES', 12],
  ['WAYS_IN', 1],
  ['INVITATIONS', 12],
  ['LETTERS', 12],
  ['EXPORTS', 12],
  ['IMPORT_REPORTS', 6],
  ['NOTIFICATIONS', 6],
  ['SHARES', 12],
  ['CONTACT_REFUSALS', 24],
  ['SEGMENT_HISTORY', 24],
  ['ARCHIVED_INVOICES', 120],
];

/** Periods, the runs that act on them, and a way for those to take away sessions and browsers that nobody uses any more. */
export class Retention1764002400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table retention_rule (
        id uuid primary key default uuidv7(), category text not null unique, months integer not null check (months > 0),
        active boolean not null, version integer not null default 1, updated_at timestamptz not null default now(),
        updated_by_id uuid references "user" on delete set null);
      create index on retention_rule (updated_by_id);

      create table retention_run (
        id uuid primary key default uuidv7(), dry_run boolean not null,
        status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'DONE')), as_of date not null,
        created_at timestamptz not null default now(), started_at timestamptz, ended_at timestamptz,
        gone integer not null default 0, held integer not null default 0, failed integer not null default 0,
        lines jsonb not null default '[]', created_by_id uuid references "user" on delete set null,
        check ((status = 'DONE') = (ended_at is not null)));
      create index on retention_run (created_at, id);
      create index on retention_run (created_by_id);
      create index on retention_run (created_at) where status <> 'DONE';

      -- Whoever says that they mean everybody's may take away what has been over for a month, and nothing else.
      drop policy gone on session;
      create policy gone on session for delete using (user_id = nullif(current_setting('prisme.person', true), '')::uuid
        or current_setting('prisme.everybody', true) = 'session'
          and coalesce(ended_at, least(expires_at, ends_at)) < now() - interval '1 month');
      create policy found_over on device for select using (current_setting('prisme.everybody', true) = 'device');
      create policy gone_over on device for delete using (current_setting('prisme.everybody', true) = 'device'
        and greatest(last_used_at, remembered_until) < now() - interval '1 month');

      update role set permissions = permissions || '{retention.read}' where key in ('admin', 'superadmin');
      update role set permissions = permissions || '{retention.manage}' where key = 'superadmin';`);
    for (const [category, months] of technical)
      await db.query('insert into retention_rule (category, months, active) values ($1, $2, true)', [category, months]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(array_remove(permissions, 'retention.read'), 'retention.manage');
      drop policy gone_over on device;
      drop policy found_over on device;
      drop policy gone on session;
      create policy gone on session for delete using (user_id = nullif(current_setting('prisme.person', true), '')::uuid);
      drop table retention_run, retention_rule;`);
  }
}
