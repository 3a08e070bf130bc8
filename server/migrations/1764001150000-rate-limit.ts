import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often somebody did what is limited. Worth nothing after a crash, so nothing of it is written to the log. */
export class RateLimit1764001150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table rate_limit (key text primary key, points integer not null default 0, expire bigint);
      create index on rate_limit (expire);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table rate_limit');
  }
}
