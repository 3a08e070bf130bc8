import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of lists that people keep, for themselves or for the team. */
export class SavedView1764001610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_view (
        id uuid primary key default uuidv7(), owner_id uuid not null references "user" on delete cascade,
        reach text not null check (reach in ('client', 'prestataire', 'revendeur', 'staff')),
        list text not null check (list <> ''), name text not null check (name <> ''), query text not null,
        shared boolean not null default false check (not shared or reach = 'staff'), position integer not null default 0,
        created_at timestamptz not null default now());
      create unique index saved_view_own_key on saved_view (owner_id, reach, list, lower(name)) where not shared;
      create unique index saved_view_shared_key on saved_view (list, lower(name)) where shared;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table saved_view');
  }
}
