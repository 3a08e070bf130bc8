import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts and addresses tell who changes them that somebody was faster, and a customer has one main contact at most. */
export class ContactVersion1764001500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table contact add version integer not null default 1;
      alter table address add version integer not null default 1;
      update contact set "primary" = false where "primary" and exists (
        select from contact older where older.customer_id = contact.customer_id and older."primary" and older.id < contact.id);
      create unique index contact_main_key on contact (customer_id) where "primary";`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index contact_main_key;
      alter table contact drop version;
      alter table address drop version;`);
  }
}
