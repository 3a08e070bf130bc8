import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was invited, to which role, and to which customers. */
export class Invitation1764000920000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table invitation (
        id uuid primary key default uuidv7(), email text not null check (email = lower(email)), role_id uuid not null references role on delete cascade,
        invited_by_id uuid not null references "user", locale text not null check (locale in ('fr', 'en')), token_hash text not null unique,
        created_at timestamptz not null default now(), sent_at timestamptz not null default now(), expires_at timestamptz not null,
        accepted_at timestamptz, accepted_by_id uuid references "user", revoked_at timestamptz,
        check ((accepted_at is null) = (accepted_by_id is null)), check (accepted_at is null or revoked_at is null));
      create index on invitation (created_at, id);
      create index on invitation (email, id);
      create index on invitation (role_id);

      create table invitation_customer (
        id uuid primary key default uuidv7(), invitation_id uuid not null references invitation on delete cascade,
        customer_id uuid not null references customer on delete cascade, finance boolean not null, documents boolean not null,
        projects boolean not null, tickets boolean not null, unique (invitation_id, customer_id));
      create index on invitation_customer (customer_id);

      update role set permissions = permissions || '{user.invite}' where key in ('admin', 'superadmin');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(permissions, 'user.invite');
      drop table invitation_customer, invitation;`);
  }
}
