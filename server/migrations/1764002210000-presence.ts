import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has which page open: rows that come and go with sockets, so nothing of them is kept through a crash, nor written to the log. */
export class Presence1764002210000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unlogged table presence (
        life integer not null, id uuid not null, place uuid not null, person uuid not null, subject uuid,
        since timestamptz not null default now(), primary key (life, id));
      create index on presence (place);
      update role set permissions = permissions || '{customer.presence}' where built_in and reach = 'staff';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(permissions, 'customer.presence');
      drop table presence;`);
  }
}
