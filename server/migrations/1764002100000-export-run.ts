import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONE = ['customer.export'];
const MANY = ['customer.exportMany'];
const EVERYBODYS = ['export.manage'];

/** Files that people ask for, made in the background. A role that somebody made their own since keeps what they gave it. */
export class ExportRun1764002100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table export_run (
        id uuid primary key default uuidv7(), kind text not null check (kind in ('CUSTOMER', 'CUSTOMERS')),
        format text not null check (format in ('CSV', 'XLSX', 'JSON', 'PDF')),
        status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED')),
        file_name text not null check (file_name <> ''), total_rows integer, done_rows integer not null default 0,
        attempts integer not null default 0, size bigint, created_at timestamptz not null default now(), finished_at timestamptz,
        expires_at timestamptz, error_code text, created_by_id uuid not null references "user" on delete cascade, portal text not null,
        locale text not null check (locale in ('fr', 'en')), options jsonb not null default '{}',
        customer_id uuid references customer on delete cascade, storage_key text unique, sha256 text,
        check ((status = 'DONE') = (storage_key is not null)));
      create index on export_run (created_by_id, created_at, id);
      create index on export_run (created_at, id);
      create index on export_run (customer_id);
      create index on export_run (expires_at) where status = 'DONE';

      -- A file nobody can fetch any more is swept away: its run expired, or went with its customer or its maker.
      create function unclaim_export() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
        insert into unclaimed_file values (old.storage_key, now());
        return null;
      end $$;
      create trigger unclaim_export after delete on export_run for each row when (old.storage_key is not null)
        execute function unclaim_export();
      create trigger unclaim_expired_export after update of storage_key on export_run for each row
        when (old.storage_key is not null and new.storage_key is null) execute function unclaim_export();`);
    const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = $1`;
    for (const key of ['staff', 'manager', 'admin', 'superadmin']) await db.query(give, [key, ONE]);
    for (const key of ['manager', 'admin', 'superadmin']) await db.query(give, [key, MANY]);
    for (const key of ['admin', 'superadmin']) await db.query(give, [key, EVERYBODYS]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array(select unnest(permissions) except select unnest($1::text[]))`, [
      [...ONE, ...MANY, ...EVERYBODYS],
    ]);
    await db.query('drop table export_run');
    await db.query('drop function unclaim_export');
  }
}
