import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox. */
export class Mail1764000110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail (
        id uuid primary key default uuidv7(), "to" text not null check ("to" <> ''), subject text not null, text text not null, html text not null,
        status text not null default 'QUEUED' check (status in ('QUEUED', 'SENT', 'KEPT', 'FAILED')), error text,
        attempts integer not null default 0, customer_id uuid references customer on delete set null,
        created_at timestamptz not null default now(), sent_at timestamptz, check ((status = 'SENT') = (sent_at is not null)));
      create index on mail (created_at, id);
      create index on mail (status, created_at, id);
      create index on mail (customer_id, created_at, id);
      create index on mail using gin (plain("to" || ' ' || subject) gin_trgm_ops);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mail');
  }
}
