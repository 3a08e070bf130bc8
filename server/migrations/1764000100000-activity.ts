import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The timeline of customers. Its subject has no foreign key: it outlives what it tells of. */
export class Activity1764000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table activity (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        kind text not null check (kind ~ '^[A-Z_]+$'), typed_title text check (typed_title <> ''), body text,
        details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
        audience text not null default 'TEAM' check (audience in ('TEAM', 'EVERYONE')), occurred_at timestamptz not null default now(),
        author_id uuid references "user" on delete set null, subject_type text, subject_id uuid, pinned boolean not null default false,
        check ((subject_type is null) = (subject_id is null)));
      create index on activity (customer_id, occurred_at, id);
      create index on activity (customer_id, kind, occurred_at, id);
      create index on activity (occurred_at, id);
      create index on activity (subject_id, occurred_at, id);
      create index on activity (author_id, occurred_at, id) where author_id is not null;
      create index on activity (customer_id, occurred_at, id) where pinned;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table activity');
  }
}
