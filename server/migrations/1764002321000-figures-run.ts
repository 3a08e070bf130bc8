import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the last working out of all customers' figures is. */
export class FiguresRun1764002321000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table figures_run (
        only_one boolean primary key default true check (only_one),
        status text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
        progress double precision not null default 0, asked_at timestamptz not null default now(), ended_at timestamptz);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table figures_run;');
  }
}
