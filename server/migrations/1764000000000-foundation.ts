import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, people, roles, sessions, the audit trail, and customers. Every list has its index: filter, sort, id. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
      create extension if not exists btree_gin;

      -- Named dictionary and schema make it immutable, so that it may stand in an index.
      create function plain(text) returns text language sql immutable parallel safe strict
        return lower(public.unaccent('public.unaccent'::regdictionary, $1));
      create function escape_like(text) returns text language sql immutable parallel safe strict
        return replace(replace(replace($1, '\\', '\\\\'), '%', '\\%'), '_', '\\_');`);

    await db.query(`
      create table audit_entry (
        id uuid primary key default uuidv7(), actor_id uuid not null, actor_role text not null, action text not null,
        subject_type text not null, subject_id uuid not null, changes jsonb, request_id text, ip inet,
        at timestamptz not null default now());
      create index on audit_entry (subject_id, at desc);
      create index on audit_entry (actor_id, at desc);
      create index on audit_entry (at desc, id desc);

      create table idempotency_key (
        user_id uuid not null, operation text not null, key text not null check (length(key) <= 200), asked text not null,
        result_id uuid, created_at timestamptz not null default now(), primary key (user_id, operation, key));

      create table "user" (
        id uuid primary key default uuidv7(), name text not null, email text not null unique check (email = lower(email)),
        phone text, status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')), locale text check (locale in ('fr', 'en')),
        password_hash text, demo boolean not null default false, last_login_at timestamptz, created_at timestamptz not null default now());
      create index on "user" (name, id);
      create index on "user" (created_at, id);

      create table role (
        id uuid primary key default uuidv7(), key text not null unique, name text not null,
        reach text not null check (reach in ('client', 'prestataire', 'revendeur', 'staff')), rank integer not null, permissions text[] not null);

      create table user_role (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade,
        role_id uuid not null references role, unique (user_id, role_id));
      create index on user_role (role_id);

      create table session (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade,
        refresh_hash text not null unique, previous_hash text, rotated_at timestamptz not null default now(),
        created_at timestamptz not null default now(), expires_at timestamptz not null, ended_at timestamptz, user_agent text, ip inet);
      create index on session (user_id, created_at desc);
      create index on session (previous_hash) where previous_hash is not null;`);

    // Whatever changes what somebody may do is told to every server process, by whichever way it was changed.
    await db.query(`
      create function tell_access() returns trigger language plpgsql as $$
      begin
        perform pg_notify('prisme', json_build_object('topic', 'access', 'id', coalesce(
          to_jsonb(coalesce(new, old)) ->> 'user_id', to_jsonb(coalesce(new, old)) ->> 'id'))::text);
        return null;
      end $$;
      create trigger tell_access after update of status, name, locale, email or delete on "user" for each row execute function tell_access();
      create trigger tell_access after insert or update or delete on user_role for each row execute function tell_access();
      create trigger tell_access after update or delete on role for each row execute function tell_access();
      create trigger tell_access after update of ended_at or delete on session for each row execute function tell_access();`);

    await db.query(`
      create sequence customer_reference;
      create table customer (
        id uuid primary key default uuidv7(), reference text not null unique,
        kind text not null check (kind in ('COMPANY', 'PERSON')), name text not null check (name <> ''),
        siret text constraint customer_siret_key unique, vat_number text, email text check (email = lower(email)), phone text, website text,
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE')), tags text[] not null default '{}', internal_note text,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1,
        reseller_id uuid references "user", manager_id uuid references "user", external_id text unique, search_text text not null default '');
      create index on customer (name, id);
      create index on customer (created_at, id);
      create index on customer (updated_at, id);
      create index on customer (status, name, id);
      create index on customer (reseller_id, name, id);
      create index on customer (manager_id, name, id);
      create index on customer using gin (tags);
      create index on customer using gin (search_text gin_trgm_ops);
      create index on customer (email) where email is not null;
      create index on customer (phone) where phone is not null;

      create table contact (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        name text not null, position text, email text, phone text, "primary" boolean not null default false);
      create index on contact (customer_id, "primary" desc, name);

      create table address (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        kind text not null check (kind in ('BILLING', 'DELIVERY', 'SITE')), street text not null, complement text,
        postal_code text not null, city text not null, country text not null default 'FR', latitude double precision, longitude double precision);
      create index on address (customer_id, kind);

      create table membership (
        id uuid primary key default uuidv7(), user_id uuid not null references "user" on delete cascade,
        customer_id uuid not null references customer on delete cascade, finance boolean not null, documents boolean not null,
        projects boolean not null, tickets boolean not null, created_at timestamptz not null default now(), unique (user_id, customer_id));
      create index on membership (customer_id);`);

    // What a search looks through is kept ready on the customer's own row.
    await db.query(`
      create function text_to_search(customer) returns text language sql stable return
        plain(concat_ws(' ', $1.name, $1.reference, $1.siret, $1.email, $1.phone,
          (select string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ') from address a where a.customer_id = $1.id),
          (select string_agg(concat_ws(' ', c.name, c.email, c.phone), ' ') from contact c where c.customer_id = $1.id)));
      create function keep_customer_search_text() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'customer' then
          new.search_text := text_to_search(new);
          return new;
        end if;
        update customer c set search_text = text_to_search(c) where c.id = coalesce(new.customer_id, old.customer_id) and c.search_text is distinct from text_to_search(c);
        return null;
      end $$;
      create trigger keep_search_text before insert or update of name, reference, siret, email, phone on customer
        for each row execute function keep_customer_search_text();
      create trigger keep_search_text after insert or update or delete on address for each row execute function keep_customer_search_text();
      create trigger keep_search_text after insert or update or delete on contact for each row execute function keep_customer_search_text();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table membership, address, contact, customer, session, user_role, role, "user", idempotency_key, audit_entry cascade;
      drop sequence customer_reference;
      drop function text_to_search, keep_customer_search_text, tell_access, escape_like, plain;`);
  }
}
