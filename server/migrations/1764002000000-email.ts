import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mails that people write to customers: templates, files that go along, and what for. */
export class Email1764002000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table email_template (
        id uuid primary key default uuidv7(), name text not null check (name <> ''), locale text not null check (locale in ('fr', 'en')),
        purpose text not null check (purpose in ('SERVICE', 'MARKETING', 'SATISFACTION', 'PARTNERS')), subject text not null check (subject <> ''),
        body text not null check (body <> ''), created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        version integer not null default 1);
      create unique index email_template_name_key on email_template (lower(name), locale);

      alter table mail add column reply_to text, add column purpose text, drop constraint mail_status_check,
        add constraint mail_status_check check (status in ('QUEUED', 'SENT', 'KEPT', 'FAILED', 'STOPPED'));

      create table mail_attachment (
        id uuid primary key default uuidv7(), mail_id uuid not null references mail on delete cascade, name text not null check (name <> ''),
        mime text not null, size bigint not null check (size >= 0), version_id uuid references document_version on delete set null);
      create index on mail_attachment (mail_id, name, id);
      create index on mail_attachment (version_id);

      update role set permissions = permissions || '{customer.email}' where key in ('staff', 'manager', 'admin', 'superadmin');
      update role set permissions = permissions || '{emailTemplate.update}' where key = 'superadmin';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(array_remove(permissions, 'customer.email'), 'emailTemplate.update');
      drop table mail_attachment;
      update mail set status = 'FAILED' where status = 'STOPPED';
      alter table mail drop column reply_to, drop column purpose, drop constraint mail_status_check,
        add constraint mail_status_check check (status in ('QUEUED', 'SENT', 'KEPT', 'FAILED'));
      drop table email_template;`);
  }
}
