import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements to e-mails that wait for a confirmation from the address itself. */
export class ConsentConfirmation1764002341000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table consent_confirmation (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade, purpose text not null,
        channel text not null, consent_id uuid not null generated always as (consent_id(customer_id, purpose, channel)) stored,
        token_hash text not null unique, email_sha256 text not null, method text not null, note text, document_id uuid,
        text_id uuid references consent_text, actor_id uuid references "user" on delete set null, proof jsonb not null default '{}',
        requested_at timestamptz not null default now(), expires_at timestamptz not null, confirmed_at timestamptz, replaced_at timestamptz);
      create index on consent_confirmation (consent_id);
      create index on consent_confirmation (customer_id);
      create index on consent_confirmation (text_id);
      create index on consent_confirmation (actor_id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table consent_confirmation');
  }
}
