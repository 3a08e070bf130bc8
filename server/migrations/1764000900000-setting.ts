import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What superadmins set, and mails that hold a way in. */
export class Setting1764000900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table setting (
        id uuid primary key default uuidv7(), key text not null unique, value jsonb not null, updated_at timestamptz not null default now());
      alter table mail add secret boolean not null default false;
      update role set permissions = permissions || '{setting.update,mail.secret}' where key = 'superadmin';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(array_remove(permissions, 'setting.update'), 'mail.secret');
      alter table mail drop secret;
      drop table setting;`);
  }
}
