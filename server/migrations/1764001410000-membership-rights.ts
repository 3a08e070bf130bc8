import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever sees users sees who enters for which customer; whoever invites decides it. */
export class MembershipRights1764001410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = permissions || '{membership.read}' where reach = 'staff' and 'user.read' = any (permissions);
      update role set permissions = permissions || '{membership.change}' where reach = 'staff' and 'user.invite' = any (permissions)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `update role set permissions = array_remove(array_remove(permissions, 'membership.read'), 'membership.change')`,
    );
  }
}
