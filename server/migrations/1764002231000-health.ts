import type { MigrationInterface, QueryRunner } from 'typeorm';

const MAY_WEIGH = ['admin', 'superadmin'];

/** Who weighs the factors of health. A role that somebody made their own since keeps what they gave it. */
export class Health1764002231000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `update role set permissions = array(select distinct unnest(permissions || '{health.update}')) where key = any($1)`,
      [MAY_WEIGH],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array_remove(permissions, 'health.update')`);
  }
}
