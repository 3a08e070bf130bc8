import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody has an app for codes is asked at every request and of many at once; the rows with the secrets are for their owner alone. */
export class HasTotp1764001020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ forced }] = await db.query(`select relforcerowsecurity as forced from pg_class where oid = 'totp'::regclass`);
    await db.query(`alter table "user" add has_totp boolean not null default false`);
    if (forced) await db.query('alter table totp no force row level security');
    await db.query(`update "user" set has_totp = true where id in (select user_id from totp where confirmed_at is not null)`);
    if (forced) await db.query('alter table totp force row level security');
    await db.query(`
      create function keep_has_totp() returns trigger language plpgsql set search_path from current as $$
      begin
        update "user" set has_totp = tg_op <> 'DELETE' and new.confirmed_at is not null where id = coalesce(new.user_id, old.user_id);
        return null;
      end $$;
      create trigger keep_has_totp after insert or update of confirmed_at or delete on totp for each row execute function keep_has_totp();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_has_totp on totp;
      drop function keep_has_totp;
      alter table "user" drop column has_totp;`);
  }
}
