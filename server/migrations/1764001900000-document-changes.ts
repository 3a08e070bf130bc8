import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of a document that two people can't make over each other, and versions that bring an older one back. */
export class DocumentChanges1764001900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table document add version integer not null default 1;
      alter table document_version add restored_from integer, add foreign key (document_id, restored_from) references document_version (document_id, number);`);

    // A version that brings an older one back has its file: listed for the sweep once none has it any more.
    await db.query(`
      alter table document_version drop constraint document_version_key_key;
      create index on document_version (key);
      create or replace function unclaim_file() returns trigger language plpgsql as $$
      begin
        insert into unclaimed_file select old.key, now() where not exists (select from document_version where key = old.key)
          on conflict do nothing;
        return null;
      end $$;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function unclaim_file() returns trigger language plpgsql as $$
      begin
        insert into unclaimed_file values (old.key, now());
        return null;
      end $$;
      drop index document_version_key_idx;
      alter table document_version drop column restored_from, add unique (key);
      alter table document drop column version;`);
  }
}
