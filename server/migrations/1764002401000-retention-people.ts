import type { MigrationInterface, QueryRunner } from 'typeorm';

const people: [category: string, months: number][] = [
  ['MAILS', 36],
  ['DATA_REQUESTS', 60],
  ['LOOSE_ORDERS', 36],
  ['LEADS', 36],
  ['ACCOUNTS', 24],
  ['PROSPECTS', 36],
  ['FORMER_CUSTOMERS', 60],
];

/** Periods of people’s records: off, until a superadmin has looked at what would go. */
export class RetentionPeople1764002401000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [category, months] of people)
      await db.query('insert into retention_rule (category, months, active) values ($1, $2, false)', [category, months]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('delete from retention_rule where category = any($1)', [people.map(([category]) => category)]);
  }
}
