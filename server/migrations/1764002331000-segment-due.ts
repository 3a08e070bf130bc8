import type { MigrationInterface, QueryRunner } from 'typeorm';

const SAID = 'id, kind, status, name, tags, manager_id, reseller_id, email, phone';

const changed = (which: string) => `
      create or replace function segment_due_customer() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then perform note_segment_due(array(select id from now_there));
        else perform note_segment_due(array(${which}));
        end if;
        return null;
      end $$;`;

/** Customers that changed are told apart without a join: its plan is kept from the first change, which is of one row. */
export class SegmentDue1764002331000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(changed(`select id from (select ${SAID} from now_there except select ${SAID} from there_before) changed`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      changed(`
          select n.id from now_there n join there_before b on b.id = n.id
          where (n.kind, n.status, n.name, n.tags, n.manager_id, n.reseller_id, n.email, n.phone)
            is distinct from (b.kind, b.status, b.name, b.tags, b.manager_id, b.reseller_id, b.email, b.phone)`),
    );
  }
}
