import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an entry says of who, as whom and from where; reads and refusals beside changes; and what is not sealed yet. */
export class AuditTrail1764001200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_entry
        alter column subject_type drop not null,
        alter column subject_id drop not null,
        add column outcome text not null default 'CHANGED' check (outcome in ('CHANGED', 'READ', 'REFUSED')),
        add column code text,
        add column times integer not null default 1 check (times > 0),
        add column as_user_id uuid,
        add column session_id uuid,
        add column user_agent text,
        add column about_id uuid,
        -- A refused change and a read change nothing.
        add check (outcome = 'CHANGED' or changes is null);
      create index on audit_entry (about_id, outcome, at desc, id desc) where about_id is not null;
      create index on audit_entry (action, at desc, id desc);
      create index on audit_entry (outcome, at desc, id desc);
      create index on audit_entry (actor_id, at desc, id desc);
      create index on audit_entry (subject_id, at desc, id desc);
      drop index audit_entry_actor_id_at_idx;
      drop index audit_entry_subject_id_at_idx;

      -- Written with the entry, taken away by the seal: an entry that is in neither came by another way.
      create table audit_unsealed (entry_id uuid primary key);
      insert into audit_unsealed select id from audit_entry;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit_unsealed;
      create index on audit_entry (subject_id, at desc);
      create index on audit_entry (actor_id, at desc);
      delete from audit_entry where subject_id is null or outcome <> 'CHANGED';
      alter table audit_entry
        drop column about_id, drop column user_agent, drop column session_id, drop column as_user_id, drop column times, drop column code,
        drop column outcome, alter column subject_id set not null, alter column subject_type set not null;`);
  }
}
