import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which somebody without an account gets a document. Of the link itself only a hash is kept. */
export class DocumentShare1764001920000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document_share (
        id uuid primary key default uuidv7(), document_id uuid not null references document on delete cascade,
        token_hash text not null unique, password_hash text, recipient text check (char_length(recipient) between 1 and 120),
        most_downloads integer check (most_downloads > 0), downloads integer not null default 0,
        check (downloads between 0 and coalesce(most_downloads, downloads)),
        created_by_id uuid not null references "user", created_at timestamptz not null default now(), expires_at timestamptz not null,
        last_used_at timestamptz, revoked_at timestamptz);
      create index on document_share (document_id, created_at);
      create index on document_share (created_by_id);

      update role set permissions = permissions || '{document.share}'
      where key in ('client', 'revendeur', 'staff', 'manager', 'admin', 'superadmin');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(permissions, 'document.share');
      drop table document_share;`);
  }
}
