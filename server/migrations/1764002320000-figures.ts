import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each customer's purchases say, as last worked out for all of them at once: a row a customer, of one day. */
export class Figures1764002320000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table customer_figures (
        customer_id uuid primary key references customer on delete cascade, as_of date not null,
        -- Confirmed orders in the currency most orders are in; null for who placed none.
        recency_days integer, frequency integer, monetary_cents bigint, r smallint, f smallint, m smallint, segment text,
        -- Of ten groups of customers alike in number, by what they spent: 1 spent most.
        tenth smallint,
        -- The month of the first order, and all months with orders, counted from year 0.
        first_month date, active_months smallint[],
        -- What is to be expected over 12 months, in the currency they buy in most often; null where there is no forecast.
        currency text, purchases integer, alive double precision, expected_purchases double precision, value_cents bigint,
        -- 0 to 100 by the weights of the day; and as it was at the end of earlier weeks, the earliest first.
        health smallint, health_days date[] not null default '{}', health_scores smallint[] not null default '{}');
      create index on customer_figures (segment) where segment is not null;
      create index on customer_figures (first_month) where first_month is not null;

      -- One row: what all of them were worked out from.
      create table figures_drawn (
        only_one boolean primary key default true check (only_one), as_of date not null, currency text not null, sample integer not null,
        drawn_at timestamptz not null default now());`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table figures_drawn; drop table customer_figures;');
  }
}
