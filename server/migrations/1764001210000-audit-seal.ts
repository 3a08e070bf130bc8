import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals over batches of audit entries, each naming the one before, and what verifications found. */
export class AuditSeal1764001210000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_seal (
        number bigint primary key check (number > 0), at timestamptz not null, entries integer not null check (entries > 0),
        previous_hash bytea not null check (length(previous_hash) = 32),
        -- For each entry, in the order of their ids: 16 bytes of its id, 32 of its hash.
        leaves bytea not null check (length(leaves) = entries * 48), hash bytea not null check (length(hash) = 32));
      alter table audit_seal alter column leaves set storage external;

      create table audit_verification (
        id uuid primary key default uuidv7(), at timestamptz not null default now(), ok boolean not null, report jsonb not null);
      create index on audit_verification (at desc);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table audit_verification, audit_seal');
  }
}
