import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of what there is of somebody, made for a request of theirs and kept for a while. */
export class DataArchive1764002420000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table data_archive (
        id uuid primary key default uuidv7(),
        status text not null default 'QUEUED' check (status in ('QUEUED', 'READY', 'FAILED', 'EXPIRED')),
        locale text not null check (locale in ('fr', 'en')), size bigint, error_code text, created_at timestamptz not null default now(),
        expires_at timestamptz, delivered_at timestamptz, collected_at timestamptz, token_hash text unique,
        storage_key text unique, sha256 text, request_id uuid not null references data_subject_request on delete cascade,
        customer_id uuid not null references customer on delete cascade, user_id uuid references "user" on delete set null,
        created_by_id uuid references "user" on delete set null,
        constraint data_archive_has_file check ((status = 'READY') = (storage_key is not null)),
        constraint data_archive_expires check (status <> 'READY' or expires_at is not null));
      create index on data_archive (request_id, created_at, id);
      create index on data_archive (customer_id);
      create index on data_archive (user_id);
      create index on data_archive (created_by_id);
      create index on data_archive (expires_at) where status = 'READY';
      create unique index data_archive_one_queued on data_archive (request_id) where status = 'QUEUED';

      -- Its file is swept away once nobody can fetch it any more.
      create function unclaim_data_archive() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
        insert into unclaimed_file values (old.storage_key, now());
        return null;
      end $$;
      create trigger unclaim_data_archive after delete on data_archive for each row when (old.storage_key is not null)
        execute function unclaim_data_archive();
      create trigger unclaim_expired_data_archive after update of storage_key on data_archive for each row
        when (old.storage_key is not null and new.storage_key is null) execute function unclaim_data_archive();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table data_archive');
    await db.query('drop function unclaim_data_archive');
  }
}
