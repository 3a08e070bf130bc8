import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table called like a type holds rows with ids; this one holds how far something is. */
export class FiguresProgress1764002322000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table figures_run rename to figures_progress');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table figures_progress rename to figures_run');
  }
}
