import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be told of new customers. */
export class CustomerFollow1764001630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "user" add follows_new_customers boolean not null default false;
      create index on "user" (id) where follows_new_customers;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table "user" drop column follows_new_customers');
  }
}
