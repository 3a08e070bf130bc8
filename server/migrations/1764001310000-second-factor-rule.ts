import type { MigrationInterface, QueryRunner } from 'typeorm';

const tellAccess = (more: string) => `
      create or replace function tell_access() returns trigger language plpgsql as $$
      begin
        perform pg_notify('prisme', json_build_object('topic', 'access', 'id', coalesce(
          to_jsonb(coalesce(new, old)) ->> 'user_id', to_jsonb(coalesce(new, old)) ->> 'id'))::text);
        ${more}
        return null;
      end $$;`;

/**
 * Who must have a second factor, and has one, decides what they may do: it is told like a change of role. And it is told on a channel
 * that every connection listens to: whoever made the change hears of it before their commit is acknowledged.
 */
export class SecondFactorRule1764001310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${tellAccess(`perform pg_notify('prisme_access', '');`)}
      create trigger tell_access after insert or update or delete on totp for each row execute function tell_access();
      create trigger tell_access after insert or delete on passkey for each row execute function tell_access();
      create trigger tell_access after insert or update or delete on setting for each row execute function tell_access();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(tellAccess(''));
    for (const table of ['totp', 'passkey', 'setting']) await db.query(`drop trigger tell_access on ${table}`);
  }
}
