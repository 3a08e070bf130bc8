import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps, recovery codes, passkeys, known browsers, sign-ins that wait; sessions end in any case. */
export class SecondFactor1764000800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table device (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, hash text not null,
        user_agent text, created_at timestamptz not null default now(), last_used_at timestamptz not null default now(),
        remembered_until timestamptz, unique (user_id, hash));
      create index on device (hash);

      alter table session
        add ends_at timestamptz not null default now() + interval '90 days',
        add device_id uuid references device on delete set null,
        add end_hash text unique;
      create index on session (device_id);

      create table totp (
        id uuid primary key default uuidv7(), user_id uuid not null unique references "user" on delete cascade, secret text not null,
        last_step integer not null default 0, created_at timestamptz not null default now(), confirmed_at timestamptz);

      create table recovery_code (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, hash text not null,
        used_at timestamptz, unique (user_id, hash));

      create table passkey (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade,
        name text not null check (name <> ''), credential_id text not null constraint passkey_credential_id_key unique,
        public_key text not null, counter bigint not null, transports text[] not null default '{}', backed_up boolean not null,
        created_at timestamptz not null default now(), last_used_at timestamptz);
      create index on passkey (user_id, created_at);

      create table sign_in_challenge (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade, hash text not null unique,
        method text not null, attempts integer not null default 0, expires_at timestamptz not null, used_at timestamptz);
      create index on sign_in_challenge (user_id);
      create index on sign_in_challenge (expires_at);

      create table passkey_challenge (
        id uuid primary key default uuidv7(), hash text not null, session_id uuid references session on delete cascade,
        sign_in_challenge_id uuid references sign_in_challenge on delete cascade, expires_at timestamptz not null);
      create index on passkey_challenge (expires_at);`);

    // Whichever way a password changes: no browser is spared the second factor, and no sign-in goes on that began with the old one.
    await db.query(`
      create function forget_devices() returns trigger language plpgsql as $$
      begin
        update device set remembered_until = null where user_id = new.id and remembered_until is not null;
        delete from sign_in_challenge where user_id = new.id;
        return null;
      end $$;
      create trigger forget_devices after update of password_hash on "user" for each row
        when (old.password_hash is distinct from new.password_hash) execute function forget_devices();`);

    // Roles that are there already: one's own account is everybody's to keep safe.
    await db.query(`
      update role set permissions = array_append(permissions, 'secondFactor.change') where not 'secondFactor.change' = any (permissions)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(permissions, 'secondFactor.change');
      drop trigger forget_devices on "user";
      drop function forget_devices;
      alter table session drop column ends_at, drop column device_id, drop column end_hash;
      drop table passkey_challenge, sign_in_challenge, passkey, recovery_code, totp, device;`);
  }
}
