import type { MigrationInterface, QueryRunner } from 'typeorm';

const MAY_FIT = ['manager', 'admin', 'superadmin'];

/** The models of purchases and value, as each night's job fitted them. A role that somebody made their own keeps what they gave it. */
export class Lifetime1764002230000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table lifetime_fit (
        currency text not null, as_of date not null, purchases jsonb not null, "values" jsonb not null,
        correlation double precision, hold_out jsonb, fitted_at timestamptz not null default now(),
        primary key (currency, as_of));`);
    await db.query(
      `update role set permissions = array(select distinct unnest(permissions || '{analytics.fit}')) where key = any($1)`,
      [MAY_FIT],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array_remove(permissions, 'analytics.fit')`);
    await db.query('drop table lifetime_fit;');
  }
}
