import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who copies customers, and who deletes them. */
export class CopiesAndDeletions1764002010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = permissions || '{customer.duplicate}' where key in ('manager', 'admin', 'superadmin');
      update role set permissions = permissions || '{customer.delete}' where key in ('admin', 'superadmin');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `update role set permissions = array_remove(array_remove(permissions, 'customer.duplicate'), 'customer.delete')`,
    );
  }
}
