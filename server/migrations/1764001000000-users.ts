import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What superadmins may do with users and roles. A role that somebody made their own since keeps what they gave it. */
const HOUSE = [
  'user.create',
  'user.update',
  'user.suspend',
  'user.delete',
  'role.assign',
  'role.create',
  'role.update',
  'role.delete',
];
const SUPERADMIN = [...HOUSE, 'user.viewAs', 'access.explain'];

/** Accounts that went, roles of one's own, and seeing the product as somebody else. */
export class Users1764001000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "user" drop constraint user_status_check, add constraint user_status_check check (status in ('ACTIVE', 'SUSPENDED', 'DELETED'));
      alter table role add built_in boolean not null default false;
      update role set built_in = true where key in ('client', 'prestataire', 'revendeur', 'staff', 'manager', 'admin', 'superadmin');

      create table viewing (
        id uuid primary key default uuidv7(), session_id uuid not null references session on delete cascade, role text not null,
        user_id uuid not null references "user" on delete cascade, started_at timestamptz not null default now(),
        expires_at timestamptz not null, ended_at timestamptz);
      create index on viewing (session_id) where ended_at is null;
      create index on viewing (user_id);
      create trigger tell_access after update of ended_at or delete on viewing for each row execute function tell_access();`);
    const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = $1`;
    await db.query(give, ['admin', HOUSE]);
    await db.query(give, ['superadmin', SUPERADMIN]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array(select unnest(permissions) except select unnest($1::text[]))`, [
      SUPERADMIN,
    ]);
    await db.query(`
      drop table viewing;
      alter table role drop column built_in;
      update "user" set status = 'SUSPENDED' where status = 'DELETED';
      alter table "user" drop constraint user_status_check, add constraint user_status_check check (status in ('ACTIVE', 'SUSPENDED'));`);
  }
}
