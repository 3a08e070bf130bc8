import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a customer's money comes from and goes to. */
export class CustomerIban1764001620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table customer add iban text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table customer drop column iban');
  }
}
