import type { MigrationInterface, QueryRunner } from 'typeorm';

const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = any($1::text[])`;

/** What we do with data on people, and who does it for us. */
export class Register1764002410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table processing_activity (
        id uuid primary key default uuidv7(), code text unique, name text not null, purposes text not null,
        legal_bases text[] not null check (cardinality(legal_bases) > 0
          and legal_bases <@ array['CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTEREST']),
        people text not null, data text not null, recipients text not null, transfers text, transfer_safeguard text,
        retention text not null, security text not null, responsible text, started_on date not null,
        ended_on date check (ended_on >= started_on), version integer not null default 1,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        constraint processing_activity_name_key unique (name),
        constraint processing_activity_transfer_is_lawful check ((transfers is null) = (transfer_safeguard is null)));
      create index on processing_activity (updated_at, id);
      create index on processing_activity (name, id);
      create table processor (
        id uuid primary key default uuidv7(), name text not null, service text not null, country text not null check (country ~ '^[A-Z]{2}$'),
        transfer_safeguard text, contract_on date, contract_reference text, sub_processors text, contact text, ended_on date,
        version integer not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
      create index on processor (updated_at, id);
      create index on processor (name, id);
      create table processing_activity_processor (
        activity_id uuid not null references processing_activity on delete cascade, processor_id uuid not null references processor,
        primary key (activity_id, processor_id));
      create index on processing_activity_processor (processor_id);`);
    await db.query(give, [
      ['manager', 'admin', 'superadmin'],
      ['register.read', 'register.edit'],
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from export_run where kind in ('PROCESSING', 'PROCESSORS');
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^register\\.');
      drop table processing_activity_processor;
      drop table processor;
      drop table processing_activity;`);
  }
}
