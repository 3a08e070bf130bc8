import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents with their versions, and the list of files that no row holds. */
export class Document1764000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table unclaimed_file (key text primary key, sweep_after timestamptz not null);
      create index on unclaimed_file (sweep_after);

      create table document (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer,
        project_id uuid references project on delete set null, mission_id uuid references mission on delete set null,
        category text not null check (category in ('CONTRACT', 'QUOTE', 'INVOICE', 'REPORT', 'PHOTO', 'PLAN', 'IDENTITY', 'OTHER')),
        visibility text not null check (visibility in ('INTERNAL', 'CLIENT', 'PRESTATAIRE', 'EVERYONE')),
        name text not null check (char_length(name) between 1 and 200), mime text not null, size bigint not null check (size > 0),
        version_number integer not null check (version_number > 0), version_id uuid not null, uploaded_by_id uuid not null references "user",
        created_at timestamptz not null default now(), updated_at timestamptz not null default now());
      create index on document (created_at, id);
      create index on document (updated_at, id);
      create index on document (name, id);
      create index on document (size, id);
      create index on document (customer_id, created_at, id);
      create index on document (customer_id, updated_at, id);
      create index on document (customer_id, name, id);
      create index on document (customer_id, category, updated_at, id);
      create index on document (project_id, updated_at, id) where project_id is not null;
      create index on document (mission_id, updated_at, id) where mission_id is not null;
      create index on document (uploaded_by_id, updated_at, id);
      create index on document (category, updated_at, id);
      create index on document using gin (plain(name) gin_trgm_ops);

      create table document_version (
        id uuid primary key default uuidv7(), document_id uuid not null references document on delete cascade,
        number integer not null check (number > 0), file_name text not null check (char_length(file_name) between 1 and 200),
        mime text not null, size bigint not null check (size > 0), sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        key text not null unique, uploaded_by_id uuid not null references "user", created_at timestamptz not null default now(),
        unique (document_id, number));
      create index on document_version (uploaded_by_id);

      -- A document is written before its version: the two name each other.
      alter table document add foreign key (version_id) references document_version deferrable initially deferred;
      alter table consent_event add foreign key (document_id) references document;`);

    // By whatever way a version goes, its file is listed for the sweep.
    await db.query(`
      create function unclaim_file() returns trigger language plpgsql as $$
      begin
        insert into unclaimed_file values (old.key, now());
        return null;
      end $$;
      create trigger unclaim_file after delete on document_version for each row execute function unclaim_file();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consent_event drop constraint consent_event_document_id_fkey;
      drop table document, document_version, unclaimed_file cascade;
      drop function unclaim_file;`);
  }
}
