import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers' orders said on the days that people compare with: worked out each night, so that a comparison is read. */
export class FiguresBefore1764002431000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table figures_before (
        as_of date not null, customer_id uuid not null references customer on delete cascade, recency_days integer not null,
        frequency integer not null, monetary_cents bigint not null, r smallint, f smallint, m smallint, segment text, tenth smallint not null,
        first_month date not null, active_months smallint[] not null, primary key (as_of, customer_id));
      create index on figures_before (customer_id);
      create index on figures_before (as_of, segment);
      create table figures_before_drawn (as_of date primary key);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table figures_before; drop table figures_before_drawn;');
  }
}
