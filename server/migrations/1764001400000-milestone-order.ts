import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Milestones change places in one statement: that no two share one is looked at when it is done. */
export class MilestoneOrder1764001400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone drop constraint milestone_position_key,
        add constraint milestone_position_key unique (project_id, position) deferrable initially immediate`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table milestone drop constraint milestone_position_key,
        add constraint milestone_position_key unique (project_id, position)`);
  }
}
