import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole order of a customer's contacts in the index: nothing is left to sort. */
export class ContactOrder1764001300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index on contact (customer_id, "primary" desc, name, id);
      drop index contact_customer_id_primary_name_idx;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index on contact (customer_id, "primary" desc, name);
      drop index contact_customer_id_primary_name_id_idx;`);
  }
}
