import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of the timeline can be changed, name colleagues, and have documents. */
export class Entries1764002020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activity add column mentions uuid[] not null default '{}', add column edited_at timestamptz;
      create table activity_document (
        activity_id uuid not null references activity on delete cascade, document_id uuid not null references document on delete cascade,
        primary key (activity_id, document_id));
      create index on activity_document (document_id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table activity_document;
      alter table activity drop column mentions, drop column edited_at;`);
  }
}
