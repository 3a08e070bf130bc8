import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody proves themselves with is found only by statements that say whose it is. The owner is held to it too. */
export class RowSecurity1764001110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['totp', 'recovery_code'])
      await db.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy person on ${table} using (user_id = (select nullif(current_setting('prisme.person', true), '')::uuid));`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['totp', 'recovery_code'])
      await db.query(`
        drop policy person on ${table};
        alter table ${table} no force row level security;
        alter table ${table} disable row level security;`);
  }
}
