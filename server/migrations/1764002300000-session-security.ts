import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions and known browsers are found only by statements that say which they mean. What was said is read anew for each row: a list
 * of people says another person for each of them.
 */
export class SessionSecurity1764002300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const said = (saying: string) => `nullif(current_setting('prisme.${saying}', true), '')`;
    const theirs = `user_id = ${said('person')}::uuid`;
    const meant = `id = ${said('row')}::uuid or ${theirs}`;
    const everybody = `current_setting('prisme.everybody', true) = 'session'`;
    const remembered = `hash = any (string_to_array(${said('secret')}, ' '))`;
    const mayBeFound = {
      session: `${meant} or ${said('secret')} in (refresh_hash, previous_hash, end_hash) or ${everybody}`,
      device: `${meant} or ${remembered}`,
    };
    const mayChange = {
      session: `using (${theirs} or ${everybody}) with check (${theirs} or (${everybody} and ended_at is not null))`,
      device: `using (${theirs} or ${remembered})`,
    };
    for (const table of ['session', 'device'] as const)
      await db.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy found on ${table} for select using (${mayBeFound[table]});
        create policy changed on ${table} for update ${mayChange[table]};
        create policy made on ${table} for insert with check (${theirs});
        create policy gone on ${table} for delete using (${theirs});`);

    // Whoever changes a password, by whichever way, says nothing of browsers.
    await db.query(`
      create or replace function forget_devices() returns trigger language plpgsql as $$
      declare said text := coalesce(current_setting('prisme.person', true), '');
      begin
        perform set_config('prisme.person', new.id::text, true);
        update device set remembered_until = null where user_id = new.id and remembered_until is not null;
        perform set_config('prisme.person', said, true);
        delete from sign_in_challenge where user_id = new.id;
        return null;
      end $$;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function forget_devices() returns trigger language plpgsql as $$
      begin
        update device set remembered_until = null where user_id = new.id and remembered_until is not null;
        delete from sign_in_challenge where user_id = new.id;
        return null;
      end $$;`);
    for (const table of ['session', 'device'])
      await db.query(`
        drop policy found on ${table};
        drop policy changed on ${table};
        drop policy made on ${table};
        drop policy gone on ${table};
        alter table ${table} no force row level security;
        alter table ${table} disable row level security;`);
  }
}
