import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told. */
export class Notification1764000105000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, kind text not null,
        details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
        link text check (link like '/%' and link not like '//%'), created_at timestamptz not null default now(), read_at timestamptz);
      create index on notification (user_id, created_at, id);
      create index on notification (user_id, created_at, id) where read_at is null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notification');
  }
}
