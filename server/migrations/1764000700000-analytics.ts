import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cut-offs over all customers, kept so that a customer's page does not read everybody's orders. */
export class Analytics1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table rfm_cutoffs (
        as_of date primary key, currency text not null, sample integer not null, recency double precision[] not null,
        frequency double precision[] not null, monetary double precision[] not null, stale boolean not null default false,
        computed_at timestamptz not null default now());

      -- What they were drawn from has changed.
      create function age_rfm_cutoffs() returns trigger language plpgsql as $$
      begin
        update rfm_cutoffs set stale = true where not stale;
        return null;
      end $$;
      create trigger age_rfm_cutoffs after insert or update or delete on "order" for each statement execute function age_rfm_cutoffs();
      create index on "order" (customer_id, placed_at, total_cents, currency) where status = 'CONFIRMED';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger age_rfm_cutoffs on "order";
      drop function age_rfm_cutoffs;
      drop table rfm_cutoffs;`);
  }
}
