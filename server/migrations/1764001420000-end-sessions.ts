import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Superadmins sign everybody out; and a list of users is sorted by when they last signed in, those who never did before all others. */
export class EndSessions1764001420000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = permissions || '{session.endAll}' where key = 'superadmin';
      alter table "user" add column login_order timestamptz not null
        generated always as (coalesce(last_login_at, '1970-01-01 00:00:00+00'::timestamptz)) stored;
      create index on "user" (login_order, id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "user" drop column login_order;
      update role set permissions = array_remove(permissions, 'session.endAll')`);
  }
}
