import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cut-offs over all customers, kept so that a customer's page does not read everybody's orders. */
export class Analytics1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table rfm_cutoffs (
        as_of date primary key, currency text not null, sample integer not null, recency double precision[] not null,
        frequency double precision[] not null, monetary double precision[] not null, computed_at timestamptz not null default now());

      -- What they were drawn from has changed.
      create function forget_rfm_cutoffs() returns trigger language plpgsql as $$
      begin
        delete from rfm_cutoffs;
        return null;
      end $$;
      create trigger forget_rfm_cutoffs after insert or update or delete on "order" for each statement execute function forget_rfm_cutoffs();
      create index on "order" (customer_id, placed_at, total_cents, currency) where status = 'CONFIRMED';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger forget_rfm_cutoffs on "order";
      drop function forget_rfm_cutoffs;
      drop table rfm_cutoffs;`);
  }
}
