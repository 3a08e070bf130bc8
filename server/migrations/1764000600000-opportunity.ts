import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pipeline: its stages, what stands in them, and how it came there. */
export class Opportunity1764000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table pipeline_stage (
        id uuid primary key default uuidv7(), key text not null unique, name_fr text not null, name_en text not null,
        kind text not null check (kind in ('OPEN', 'WON', 'LOST')), probability integer not null check (probability between 0 and 100),
        position integer not null unique);
      insert into pipeline_stage (key, name_fr, name_en, kind, probability, position) values
        ('prospecting', 'Prospection', 'Prospecting', 'OPEN', 10, 1),
        ('qualified', 'Qualifié', 'Qualified', 'OPEN', 30, 2),
        ('proposal', 'Proposition', 'Proposal', 'OPEN', 50, 3),
        ('negotiation', 'Négociation', 'Negotiation', 'OPEN', 75, 4),
        ('won', 'Gagné', 'Won', 'WON', 100, 5),
        ('lost', 'Perdu', 'Lost', 'LOST', 0, 6);

      create table opportunity (
        id uuid primary key default uuidv7(), title text not null check (title <> ''), prospect_name text, contact_name text,
        -- Stages add amounts up, so there is one currency.
        amount_cents bigint not null check (amount_cents >= 0), currency text not null default 'EUR' check (currency = 'EUR'),
        expected_close_on date, lost_reason text check (lost_reason <> ''), closed_at timestamptz,
        stage_since timestamptz not null default now(), created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(), version integer not null default 1, position bigint not null,
        stage_id uuid not null references pipeline_stage, customer_id uuid references customer on delete cascade,
        owner_id uuid not null references "user",
        constraint opportunity_is_with_somebody check ((customer_id is null) <> (prospect_name is null)),
        constraint opportunity_lost_is_closed check (lost_reason is null or closed_at is not null));
      create index on opportunity (stage_id, position, id);
      create index on opportunity (owner_id, stage_id, position, id);
      create index on opportunity (customer_id, created_at, id) where customer_id is not null;
      create index on opportunity (owner_id, created_at, id);
      create index on opportunity (created_at, id);
      create index on opportunity (updated_at, id);
      create index on opportunity (amount_cents, id);
      create index on opportunity (title, id);
      create index opportunity_expected_idx on opportunity (owner_id, expected_close_on, id) where closed_at is null;

      create table opportunity_change (
        id uuid primary key default uuidv7(), opportunity_id uuid not null references opportunity on delete cascade,
        from_stage_id uuid references pipeline_stage, to_stage_id uuid not null references pipeline_stage,
        from_amount_cents bigint, to_amount_cents bigint not null, currency text not null default 'EUR',
        author_id uuid not null references "user", at timestamptz not null default now());
      create index on opportunity_change (opportunity_id, at desc, id);

      create table opportunity_note (
        id uuid primary key default uuidv7(), opportunity_id uuid not null references opportunity on delete cascade,
        body text not null check (body <> ''), author_id uuid not null references "user", created_at timestamptz not null default now());
      create index on opportunity_note (opportunity_id, created_at desc, id);

      create function keep_opportunity_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the history of an opportunity is never edited';
      end $$;
      create trigger keep_opportunity_change before update on opportunity_change for each row execute function keep_opportunity_change();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table opportunity_note, opportunity_change, opportunity, pipeline_stage;
      drop function keep_opportunity_change;`);
  }
}
