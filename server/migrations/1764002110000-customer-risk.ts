import type { MigrationInterface, QueryRunner } from 'typeorm';

const OURS = ['staff', 'manager', 'admin', 'superadmin'];

/** How reliably a customer pays is for our own people. A role that somebody made their own since keeps what they gave it. */
export class CustomerRisk1764002110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `update role set permissions = array(select distinct unnest(permissions || '{customer.risk}')) where key = any($1)`,
      [OURS],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array_remove(permissions, 'customer.risk')`);
  }
}
