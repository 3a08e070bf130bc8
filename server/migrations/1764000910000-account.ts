import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that were mailed, addresses about to change, accounts about to be. */
export class Account1764000910000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mailed_link (
        id uuid primary key default uuidv7(), purpose text not null check (purpose in ('RESET', 'SIGN_IN', 'REGISTER', 'OLD_EMAIL', 'NEW_EMAIL')),
        token_hash text not null unique, user_id uuid references "user" on delete cascade, about_id uuid,
        created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz, replaced_at timestamptz,
        check (user_id is not null or about_id is not null));
      create index on mailed_link (user_id, purpose) where used_at is null and replaced_at is null;
      create index on mailed_link (about_id, purpose) where used_at is null and replaced_at is null;
      create index on mailed_link (created_at);

      create table email_change (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, email text not null check (email = lower(email)),
        created_at timestamptz not null default now(), expires_at timestamptz not null, confirmed_by_old_at timestamptz,
        confirmed_by_new_at timestamptz, cancelled_at timestamptz, done_at timestamptz,
        check (done_at is null or (confirmed_by_old_at is not null and confirmed_by_new_at is not null and cancelled_at is null)));
      create unique index email_change_pending on email_change (user_id) where cancelled_at is null and done_at is null;

      create table registration (
        id uuid primary key default uuidv7(), email text not null check (email = lower(email)), name text not null, password_hash text not null,
        locale text not null check (locale in ('fr', 'en')), created_at timestamptz not null default now());
      create index on registration (email);
      create index on registration (created_at);

      update role set permissions = permissions || '{account.update}' where 'viewer.read' = any (permissions);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(permissions, 'account.update');
      drop table registration, email_change, mailed_link;`);
  }
}
