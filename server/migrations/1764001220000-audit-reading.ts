import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ = ['audit.read', 'audit.export'];

/** Exports of the audit trail, and who may read it. A role that somebody made their own since keeps what they gave it. */
export class AuditReading1764001220000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_export (
        id uuid primary key default uuidv7(), created_by_id uuid not null references "user" on delete cascade, filter jsonb not null,
        created_at timestamptz not null default now());
      create index on audit_export (created_by_id);`);
    const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = $1`;
    for (const key of ['staff', 'manager', 'admin', 'superadmin']) await db.query(give, [key, ['customer.history']]);
    for (const key of ['client', 'staff', 'manager', 'admin', 'superadmin']) await db.query(give, [key, ['customer.readings']]);
    for (const key of ['admin', 'superadmin']) await db.query(give, [key, READ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update role set permissions = array(select unnest(permissions) except select unnest($1::text[]))`, [
      [...READ, 'customer.history', 'customer.readings'],
    ]);
    await db.query('drop table audit_export');
  }
}
