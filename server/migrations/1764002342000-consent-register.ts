import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register and its export, who settles purposes, and reminders before an agreement ends. */
export class ConsentRegister1764002342000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table export_run drop constraint if exists export_run_kind_check;
      create table consent_reminder (
        customer_id uuid not null references customer on delete cascade, purpose text not null, channel text not null,
        expires_at timestamptz not null, reminded_at timestamptz not null default now(), primary key (customer_id, purpose, channel, expires_at));
      update role set permissions = permissions || '{consent.export}'
        where permissions @> '{customer.exportMany,consent.record}' and not permissions @> '{consent.export}';
      update role set permissions = permissions || '{consent.configure}' where key = 'superadmin';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(array_remove(permissions, 'consent.configure'), 'consent.export');
      drop table consent_reminder;
      delete from export_run where kind = 'CONSENTS';`);
  }
}
