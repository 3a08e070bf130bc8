import type { MigrationInterface, QueryRunner } from 'typeorm';

const DELIVERED = `
  ('vip', 'VIOLET', '{order.read}'), ('regular', 'GREEN', '{order.read}'), ('occasional', 'BLUE', '{order.read}'),
  ('new', 'TEAL', '{order.read}'), ('at_risk', 'ORANGE', '{order.read}'), ('sleeping', 'GRAY', '{order.read}'),
  ('unpaid', 'RED', '{invoice.read}'), ('reachable', 'YELLOW', '{consent.read}')`;

/** What a change of these rows may move: the customers they are of, noted for the job that looks at them. */
const WATCHED = ['"order"', 'invoice', 'address', 'custom_field_value', 'consent_event', 'customer_figures'];

/** Customers that meet a rule: who is in a segment, who came and left, and who is to be looked at again. */
export class Segment1764002330000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table customer_segment (
        id uuid primary key default uuidv7(), key text not null unique check (key ~ '^[a-z0-9_]{1,60}$'), name text check (name <> ''),
        description text, rule jsonb, colour text not null, delivered boolean not null default false, needs text[] not null default '{}',
        stale boolean not null default true, broken boolean not null default false, filled_at timestamptz, refreshed_at timestamptz,
        created_by_id uuid references "user" on delete set null, created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(), version integer not null default 1,
        check (delivered or (name is not null and rule is not null)));
      create unique index customer_segment_name_key on customer_segment (lower(name));
      create index on customer_segment (created_by_id);

      create table segment_member (
        id uuid primary key default uuidv7(), segment_id uuid not null references customer_segment on delete cascade,
        customer_id uuid not null references customer on delete cascade, entered_at timestamptz not null default now(),
        unique (segment_id, customer_id));
      create index on segment_member (customer_id, segment_id);
      create index on segment_member (segment_id, entered_at, id);

      create table segment_change (
        id uuid primary key default uuidv7(), segment_id uuid not null references customer_segment on delete cascade,
        customer_id uuid not null references customer on delete cascade, entered boolean not null,
        cause text not null check (cause in ('CUSTOMER', 'RULE')), at timestamptz not null default now());
      create index on segment_change (segment_id, at, id);
      create index on segment_change (customer_id);

      create table segment_follower (
        segment_id uuid not null references customer_segment on delete cascade, user_id uuid not null references "user" on delete cascade,
        primary key (segment_id, user_id));
      create index on segment_follower (user_id);

      -- Added to without looking, so that nobody waits for anybody.
      create table segment_due (customer_id uuid not null);

      insert into customer_segment (key, colour, needs, delivered) select key, colour, needs::text[], true from (values ${DELIVERED}) it (key, colour, needs);`);

    // Nothing is noted before a segment is filled. One job looks at all that is due; what falls between two is found within a minute.
    await db.query(`
      create function note_segment_due(customers uuid[]) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        if cardinality(customers) = 0 or not exists (select from customer_segment where filled_at is not null) then return; end if;
        if not exists (select from segment_due) then perform graphile_worker.add_job('followSegments'); end if;
        insert into segment_due select distinct it from unnest(customers) it where it is not null;
      end $$;
      create function segment_due_there() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin perform note_segment_due(array(select customer_id from now_there)); return null; end $$;
      create function segment_due_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin perform note_segment_due(array(select customer_id from there_before)); return null; end $$;
      create function segment_due_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform note_segment_due(array(select customer_id from now_there union select customer_id from there_before));
        return null;
      end $$;
      create function segment_due_customer() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then perform note_segment_due(array(select id from now_there));
        else
          perform note_segment_due(array(
            select n.id from now_there n join there_before b on b.id = n.id
            where (n.kind, n.status, n.name, n.tags, n.manager_id, n.reseller_id, n.email, n.phone)
              is distinct from (b.kind, b.status, b.name, b.tags, b.manager_id, b.reseller_id, b.email, b.phone)));
        end if;
        return null;
      end $$;
      create trigger segment_due_insert after insert on customer referencing new table as now_there
        for each statement execute function segment_due_customer();
      create trigger segment_due_update after update on customer referencing old table as there_before new table as now_there
        for each statement execute function segment_due_customer();`);
    for (const table of WATCHED)
      await db.query(`
        create trigger segment_due_insert after insert on ${table} referencing new table as now_there
          for each statement execute function segment_due_there();
        create trigger segment_due_update after update on ${table} referencing old table as there_before new table as now_there
          for each statement execute function segment_due_changed();
        create trigger segment_due_delete after delete on ${table} referencing old table as there_before
          for each statement execute function segment_due_gone();`);

    await db.query(`
      update role set permissions = array(select distinct unnest(permissions || '{segment.read,segment.follow}')) where built_in and reach = 'staff';
      update role set permissions = array(select distinct unnest(permissions || '{segment.manage}'))
      where built_in and reach = 'staff' and rank >= (select rank from role where key = 'manager');`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['customer', ...WATCHED])
      await db.query(`
        drop trigger segment_due_insert on ${table}; drop trigger segment_due_update on ${table};
        drop trigger if exists segment_due_delete on ${table};`);
    await db.query(`
      drop function segment_due_customer, segment_due_changed, segment_due_gone, segment_due_there, note_segment_due;
      drop table segment_due, segment_follower, segment_change, segment_member, customer_segment;
      delete from activity where subject_type = 'CustomerSegment';
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^segment\\.');`);
  }
}
