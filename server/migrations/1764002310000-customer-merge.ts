import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a text runs to is said by marks that nobody sees: they are kept in a name, and searched for by nobody. */
const DIRECTION_MARKS = String.raw`U&'\061C\200E\200F\202A\202B\202C\202D\202E\2066\2067\2068\2069'`;

/** A customer is also found by the references of those merged into them. */
const textToSearch = (merged: string) => `
      create or replace function text_to_search(customer) returns text language sql stable return
        plain(translate(concat_ws(' ', $1.name, $1.reference, $1.siret, $1.email, $1.phone,
          (select string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ') from address a where a.customer_id = $1.id),
          (select string_agg(concat_ws(' ', c.name, c.email, c.phone), ' ') from contact c where c.customer_id = $1.id)${merged}), ${DIRECTION_MARKS}, ''));`;

/** A row says the same but for whose it is. */
const sameBut = (columns: string) => `to_jsonb(new) - '{${columns}}'::text[] = to_jsonb(old) - '{${columns}}'::text[]`;

const keepIssued = (columns: string, unless: string) => `
      create or replace function keep_issued_invoice() returns trigger language plpgsql as $$
      begin
        if old.status = 'DRAFT' then
          if tg_op = 'UPDATE' and new.status not in ('DRAFT', 'ISSUED') then
            raise exception 'a draft is issued before it is paid' using errcode = 'restrict_violation';
          end if;
          return coalesce(new, old);
        end if;
        if tg_op = 'DELETE' then
          raise exception 'invoice % is issued: it never goes', old.number using errcode = 'restrict_violation';
        end if;
        if not (${sameBut(columns)})${unless} then
          raise exception 'invoice % is issued: it never changes', old.number using errcode = 'restrict_violation';
        end if;
        if new.paid_cents < old.paid_cents or new.status = 'DRAFT' then
          raise exception 'invoice % does not go back', old.number using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`;

const PAID = 'status,paid_cents,due_cents,paid_on,version';

/** Customers that are one and the same: pairs to look at, merges with all that they moved, and the way back. */
export class CustomerMerge1764002310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table customer_duplicate (
        id uuid primary key default uuidv7(), a_id uuid not null references customer on delete cascade,
        b_id uuid not null references customer on delete cascade, status text not null check (status in ('OPEN', 'REFUSED')),
        probability double precision not null check (probability between 0 and 1),
        score integer not null generated always as (round(probability * 1000000)) stored, evidence jsonb not null,
        decided_by_id uuid references "user" on delete set null, decided_at timestamptz,
        created_at timestamptz not null default now(), unique (a_id, b_id), check (a_id < b_id));
      create index on customer_duplicate (status, score, id);
      create index on customer_duplicate (status, created_at, id);
      create index on customer_duplicate (b_id);
      create index on customer_duplicate (decided_by_id);

      -- Whom a customer's profile was compared with is known until the profile changes.
      alter table match_profile add column compared boolean not null default false;
      create index on match_profile (customer_id) where not compared;

      create table customer_merge (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        survivor_id uuid not null, other_id uuid not null check (other_id <> survivor_id), other_reference text not null,
        other_name text not null, other_external_id text, other_before jsonb not null, changes jsonb not null, counts jsonb not null,
        created_by_id uuid references "user" on delete set null, created_at timestamptz not null default now(),
        split_by_id uuid references "user" on delete set null, split_at timestamptz);
      create unique index customer_merge_other_key on customer_merge (other_id) where split_at is null;
      create index on customer_merge (other_external_id) where split_at is null and other_external_id is not null;
      create index on customer_merge (other_reference) where split_at is null;
      create index on customer_merge (customer_id, created_at, id);
      create index on customer_merge (created_at, id);
      create index on customer_merge (created_by_id);
      create index on customer_merge (split_by_id);

      create table customer_merge_row (
        merge_id uuid not null references customer_merge on delete cascade, place text not null, row_id uuid not null,
        how text not null check (how in ('KEPT', 'MOVED', 'DROPPED', 'CHANGED', 'ADDED')), before jsonb, after jsonb,
        primary key (merge_id, place, row_id, how));

      -- A number of another system is one customer's, also after that customer was merged into another.
      create view customer_by_external_id as
        select external_id, id as customer_id from customer where external_id is not null
        union all
        select other_external_id, customer_id from customer_merge where split_at is null and other_external_id is not null;`);

    // Issued invoices and payments stay as they are; on whose account they are a merge decides, and a split.
    await db.query(`
      create function moves_by_merge(was uuid, becomes uuid) returns boolean language sql stable as $$
        select exists (select from customer_merge m where m.xmin = pg_current_xact_id()::xid
          and ((m.other_id, m.customer_id) = (was, becomes) or (m.customer_id, m.other_id) = (was, becomes))) $$;
      ${keepIssued(
        PAID,
        `
          and not (${sameBut('customer_id,due_cents')} and moves_by_merge(old.customer_id, new.customer_id))`,
      )}
      create function keep_but_for_merge() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and ${sameBut('customer_id')} and moves_by_merge(old.customer_id, new.customer_id) then
          return new;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      drop trigger keep on payment;
      create trigger keep before update or delete on payment for each row execute function keep_but_for_merge();

      -- The server's role may not change this table: it may only ask for this.
      create function move_kept(place text, ids uuid[], becomes uuid) returns void language plpgsql security definer
        set search_path = public, pg_temp as $$
      begin
        if place = 'payment' then update payment set customer_id = becomes where id = any(ids);
        else raise exception 'nothing is kept in %', place;
        end if;
      end $$;`);

    // What was said of consents never moves: it stays under the id of who said it, who is found again by the merge. So it refers to
    // customers as a foreign key does, and to those who were merged.
    await db.query(`
      alter table consent_event drop constraint consent_event_customer_id_fkey;
      create function belongs_to_customer() returns trigger language plpgsql as $$
      begin
        perform from customer where id = new.customer_id for key share;
        if not found then raise exception 'customer % does not exist', new.customer_id using errcode = 'foreign_key_violation'; end if;
        return null;
      end $$;
      create trigger belongs after insert on consent_event for each row execute function belongs_to_customer();
      create function keep_consents() returns trigger language plpgsql as $$
      begin
        if exists (select from consent_event where customer_id = old.id)
          and not exists (select from customer_merge where other_id = old.id and split_at is null) then
          raise exception 'consents of customer % are kept', old.id using errcode = 'foreign_key_violation';
        end if;
        return old;
      end $$;
      create trigger keep_consents before delete on customer for each row execute function keep_consents();`);

    await db.query(`
      ${textToSearch(`,
          (select string_agg(m.other_reference, ' ') from customer_merge m where m.customer_id = $1.id and m.split_at is null)`)}
      update role set permissions = array(select distinct unnest(permissions || '{customerDuplicate.read}')) where built_in and reach = 'staff';
      update role set permissions = array(select distinct unnest(permissions || '{customer.merge}'))
      where built_in and reach = 'staff' and rank >= (select rank from role where key = 'manager');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array(select one from unnest(permissions) one where one not in ('customerDuplicate.read', 'customer.merge'));
      ${textToSearch('')}
      drop function move_kept;
      drop trigger belongs on consent_event;
      drop trigger keep_consents on customer;
      drop function belongs_to_customer, keep_consents;
      alter table consent_event add constraint consent_event_customer_id_fkey foreign key (customer_id) references customer;
      drop trigger keep on payment;
      create trigger keep before update or delete on payment for each row execute function keep_payment();
      ${keepIssued(PAID, '')}
      drop function keep_but_for_merge, moves_by_merge;
      drop view customer_by_external_id;
      drop table customer_merge_row, customer_merge, customer_duplicate;
      alter table match_profile drop column compared;`);
  }
}
