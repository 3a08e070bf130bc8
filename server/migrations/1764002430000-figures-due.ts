import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['"order"', 'invoice'];
const says = { insert: ['now_there'], update: ['now_there', 'there_before'], delete: ['there_before'] };
const naming = { now_there: 'new table as now_there', there_before: 'old table as there_before' } as Record<string, string>;

/** Whose purchases changed is noted, whoever writes them; and by which limits customers were scored last, so that one can be scored alone. */
export class FiguresDue1764002430000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table figures_drawn add column recency_limits double precision[], add column frequency_limits double precision[],
        add column monetary_limits double precision[], add column tenth_limits bigint[];

      -- Added to without looking, so that nobody waits for anybody.
      create table figures_due (customer_id uuid not null);

      create function note_figures_due(customers uuid[]) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        if cardinality(customers) = 0 or not exists (select from figures_drawn) then return; end if;
        if not exists (select from figures_due) then perform graphile_worker.add_job('followFigures'); end if;
        insert into figures_due select unnest(customers);
      end $$;`);
    for (const [act, rows] of Object.entries(says)) {
      const whose = rows.map((each) => `select customer_id from ${each} where customer_id is not null`).join(' union ');
      await db.query(`
        create function figures_due_${act}() returns trigger language plpgsql set search_path = public, pg_temp as $$
        begin perform note_figures_due(array(select distinct customer_id from (${whose}) those)); return null; end $$;`);
      for (const table of tables)
        await db.query(`
          create trigger figures_due_${act} after ${act} on ${table} referencing ${rows.map((each) => naming[each]).join(' ')}
            for each statement execute function figures_due_${act}();`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const act of Object.keys(says)) {
      for (const table of tables) await db.query(`drop trigger figures_due_${act} on ${table}`);
      await db.query(`drop function figures_due_${act}`);
    }
    await db.query(`
      drop function note_figures_due; drop table figures_due;
      alter table figures_drawn drop column recency_limits, drop column frequency_limits, drop column monetary_limits, drop column tenth_limits;`);
  }
}
