import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a trigger reads is the table it means, whoever sets which search path. */
export class TriggerPath1764001100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter function keep_issued_lines() set search_path = public, pg_temp');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter function keep_issued_lines() reset search_path');
  }
}
