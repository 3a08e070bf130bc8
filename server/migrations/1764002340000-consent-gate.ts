import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIONS = "'GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OBJECTED'";
const METHODS = "'WEB', 'PHONE', 'PAPER', 'EMAIL', 'IMPORT', 'LINK', 'ONE_CLICK', 'SYSTEM', 'MERGE'";
const BASES = "'CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTEREST'";
const CODES = "'ACCOUNT', 'SERVICE', 'RIGHTS', 'MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'";

/** Purposes with their legal basis, events in a chain of hashes, and one answer to whether somebody may be reached. */
export class ConsentGate1764002340000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contact_purpose (
        id uuid primary key default uuidv7(), code text not null unique check (code in (${CODES})),
        person_basis text not null check (person_basis in (${BASES})), company_basis text not null check (company_basis in (${BASES})),
        -- Offers: what the law on prospecting is about.
        prospecting boolean not null default false,
        -- Needs no word of theirs, and has no consents.
        necessary boolean not null default false,
        channels text[] not null check (channels <@ array['EMAIL', 'SMS', 'PHONE', 'POST']),
        audience text not null default 'EVERYONE' check (audience in ('EVERYONE', 'PEOPLE', 'COMPANIES')),
        retention_months integer not null check (retention_months between 1 and 600),
        renewal_months integer check (renewal_months between 1 and 120),
        double_opt_in boolean not null default false, active boolean not null default true,
        version integer not null default 1, updated_at timestamptz not null default now(),
        check (necessary = (person_basis in ('CONTRACT', 'LEGAL_OBLIGATION'))),
        check (necessary = (company_basis in ('CONTRACT', 'LEGAL_OBLIGATION'))),
        check (not necessary or active), check (not prospecting or person_basis = 'CONSENT'));
      insert into contact_purpose
        (code, person_basis, company_basis, prospecting, necessary, channels, retention_months, renewal_months, double_opt_in) values
        ('ACCOUNT', 'CONTRACT', 'CONTRACT', false, true, '{EMAIL,SMS,PHONE}', 24, null, false),
        ('SERVICE', 'CONTRACT', 'CONTRACT', false, true, '{EMAIL,SMS,PHONE,POST}', 60, null, false),
        ('RIGHTS', 'LEGAL_OBLIGATION', 'LEGAL_OBLIGATION', false, true, '{EMAIL,SMS,PHONE,POST}', 60, null, false),
        ('MARKETING', 'CONSENT', 'CONSENT', true, false, '{EMAIL,SMS,PHONE,POST}', 36, 36, true),
        ('SATISFACTION', 'CONSENT', 'CONSENT', false, false, '{EMAIL,SMS,PHONE,POST}', 36, 36, false),
        ('PARTNERS', 'CONSENT', 'CONSENT', true, false, '{EMAIL,SMS,PHONE,POST}', 36, 36, true),
        ('ANALYTICS', 'CONSENT', 'CONSENT', false, false, '{EMAIL,SMS,PHONE,POST}', 36, 36, false);

      -- The same time of day in Paris so many months later; the last day of a month that is too short.
      create function months_later(at timestamptz, months integer) returns timestamptz language sql stable parallel safe
        return ((at at time zone 'Europe/Paris') + make_interval(months => months)) at time zone 'Europe/Paris';

      alter table consent_text add sha256 text, add valid_from timestamptz not null default '2020-01-01T00:00:00Z', add published_by_id uuid references "user";
      alter table consent_text alter valid_from set default now();
      alter table consent_text disable trigger append_only;
      update consent_text set sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex');
      alter table consent_text enable trigger append_only;
      alter table consent_text alter sha256 set not null;
      create index on consent_text (published_by_id);
      create function hash_consent_text() returns trigger language plpgsql as $$
      begin
        new.sha256 = encode(sha256(convert_to(new.body, 'UTF8')), 'hex');
        return new;
      end $$;
      create trigger hash before insert on consent_text for each row execute function hash_consent_text();

      alter table consent_event drop constraint consent_event_action_check, drop constraint consent_event_method_check,
        add seq integer, add previous_hash text, add hash text, add expires_at timestamptz, add note_sha256 text,
        add proof jsonb not null default '{}', add check (action in (${ACTIONS})), add check (method in (${METHODS}));
      alter table consent_state add expires_at timestamptz;`);

    // What a note says may have to be erased one day: the chain holds its hash, so it can be checked without it.
    await db.query(`
      create function sha256_of(words text) returns text language sql stable strict parallel safe
        return encode(sha256(convert_to(words, 'UTF8')), 'hex');
      create function consent_hash(e consent_event) returns text language sql stable parallel safe
        return sha256_of(json_build_array(e.seq, e.previous_hash, e.id, e.customer_id, e.purpose, e.channel, e.action,
          extract(epoch from e.at), extract(epoch from e.recorded_at), e.method, e.note_sha256, e.actor_id, e.text_id, e.document_id,
          extract(epoch from e.expires_at), e.proof)::text);

      create function chain_consent_event() returns trigger language plpgsql as $$
      declare last record; months integer;
      begin
        perform pg_advisory_xact_lock(hashtextextended('consent_event' || new.customer_id, 0));
        select seq, hash into last from consent_event where customer_id = new.customer_id order by seq desc limit 1;
        new.seq = coalesce(last.seq, 0) + 1;
        new.previous_hash = last.hash;
        new.note_sha256 = sha256_of(new.note);
        if new.action = 'GRANTED' and new.expires_at is null then
          select renewal_months into months from contact_purpose where code = new.purpose;
          new.expires_at = months_later(new.at, months);
        end if;
        new.hash = consent_hash(new);
        return new;
      end $$;

      alter table consent_event disable trigger append_only;
      update consent_event e set expires_at = months_later(e.at, p.renewal_months) from contact_purpose p where p.code = e.purpose and e.action = 'GRANTED';
      update consent_event e set seq = n.seq, note_sha256 = sha256_of(e.note)
        from (select id, row_number() over (partition by customer_id order by recorded_at, id) as seq from consent_event) n where n.id = e.id;
      do $$
      declare one consent_event; before text; whose uuid;
      begin
        for one in select * from consent_event order by customer_id, seq loop
          one.previous_hash = case when whose = one.customer_id then before end;
          before = consent_hash(one);
          whose = one.customer_id;
          update consent_event set previous_hash = one.previous_hash, hash = before where id = one.id;
        end loop;
      end $$;
      alter table consent_event enable trigger append_only;
      alter table consent_event alter seq set not null, alter hash set not null, add unique (customer_id, seq);
      create trigger chain before insert on consent_event for each row execute function chain_consent_event();

      update consent_state s set expires_at = (select e.expires_at from consent_event e
        where e.customer_id = s.customer_id and e.purpose = s.purpose and e.channel = s.channel and e.at <= s.since order by e.at desc, e.seq desc limit 1)
      where s.status = 'GRANTED';
      create index on consent_state (expires_at) where status = 'GRANTED';
      create or replace function keep_consent_state() returns trigger language plpgsql as $$
      begin
        insert into consent_state values (new.customer_id, new.purpose, new.channel, new.action, new.at, new.expires_at)
        on conflict (customer_id, purpose, channel) do update set status = excluded.status, since = excluded.since, expires_at = excluded.expires_at
        where consent_state.since <= excluded.since;
        return null;
      end $$;

      -- For an erasure: the words of notes go, what was said and the chain stay.
      create or replace function refuse_consent_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and tg_table_name = 'consent_event' and current_setting('prisme.erasing_notes', true) = 'on' then
          -- The generated column is worked out after this.
          if to_jsonb(new) ->> 'note' is null and to_jsonb(new) - '{note,consent_id}'::text[] = to_jsonb(old) - '{note,consent_id}'::text[]
            then return new; end if;
        end if;
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create function erase_consent_notes(of_customer uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
      declare erased integer;
      begin
        perform set_config('prisme.erasing_notes', 'on', true);
        update consent_event set note = null where customer_id = of_customer and note is not null;
        get diagnostics erased = row_count;
        perform set_config('prisme.erasing_notes', 'off', true);
        return erased;
      end $$;

      create or replace view consent as
        select consent_id(c.id, p.purpose, ch.channel) as id, c.id as customer_id, p.purpose, ch.channel,
          case when s.status = 'GRANTED' and s.expires_at <= now() then 'EXPIRED' else coalesce(s.status, 'UNKNOWN') end as status,
          case when s.status = 'GRANTED' and s.expires_at <= now() then s.expires_at else s.since end as since, s.expires_at
        from customer c
        cross join unnest(array['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS']) as p(purpose)
        cross join unnest(array['EMAIL', 'SMS', 'PHONE', 'POST']) as ch(channel)
        left join consent_state s on s.customer_id = c.id and s.purpose = p.purpose and s.channel = ch.channel;

      -- Where they stood at any moment, by what had been said until then.
      create function consent_at(of_customer uuid, of_purpose text, of_channel text, moment timestamptz)
        returns table (status text, since timestamptz, expires_at timestamptz, event_id uuid) language sql stable as $$
        select case when e.action = 'GRANTED' and e.expires_at <= moment then 'EXPIRED' else e.action end,
          case when e.action = 'GRANTED' and e.expires_at <= moment then e.expires_at else e.at end, e.expires_at, e.id
        from consent_event e where e.consent_id = consent_id(of_customer, of_purpose, of_channel) and e.at <= moment
        order by e.at desc, e.seq desc limit 1 $$;

      -- The one answer to whether somebody may be reached. What nobody allowed is refused.
      create function contact_answer(of_customer uuid, of_purpose text, of_channel text, moment timestamptz)
        returns table (allowed boolean, reason text, basis text, status text, since timestamptz, expires_at timestamptz) language plpgsql stable as $$
      declare p contact_purpose; whose text; said record; ground text;
      begin
        select * into p from contact_purpose where code = of_purpose;
        if p.code is null or not p.active then return query select false, 'PURPOSE_CLOSED', null, null, null::timestamptz, null::timestamptz; return; end if;
        if not of_channel = any (p.channels) then return query select false, 'CHANNEL_CLOSED', null, null, null::timestamptz, null::timestamptz; return; end if;
        if p.necessary and of_customer is null then return query select true, p.person_basis, p.person_basis, null, null::timestamptz, null::timestamptz; return; end if;
        select kind into whose from customer where id = of_customer;
        if whose is null then return query select false, 'NO_CUSTOMER', null, null, null::timestamptz, null::timestamptz; return; end if;
        ground = case when whose = 'COMPANY' then p.company_basis else p.person_basis end;
        -- Law of 30 June 2025: since 11 August 2026 consumers are called only with their consent; before, unless they objected.
        if whose = 'PERSON' and p.prospecting and of_channel = 'PHONE' and moment < '2026-08-11T00:00:00+02:00' then ground = 'LEGITIMATE_INTEREST'; end if;
        if p.necessary then return query select true, ground, ground, null, null::timestamptz, null::timestamptz; return; end if;
        select * into said from consent_at(of_customer, of_purpose, of_channel, moment);
        if (p.audience = 'PEOPLE' and whose <> 'PERSON') or (p.audience = 'COMPANIES' and whose <> 'COMPANY')
          then return query select false, 'NOT_FOR_THEM', ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        elsif said.status in ('REFUSED', 'WITHDRAWN', 'OBJECTED')
          then return query select false, said.status, ground, said.status, said.since, said.expires_at;
        elsif ground = 'LEGITIMATE_INTEREST' or said.status = 'GRANTED'
          then return query select true, ground, ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        else return query select false, coalesce(said.status, 'NEVER_ASKED'), ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        end if;
      end $$;

      create table contact_refusal (
        id uuid primary key default uuidv7(), customer_id uuid, purpose text not null, channel text not null, reason text not null,
        at timestamptz not null default now(), actor_id uuid references "user" on delete set null, mail_id uuid references mail on delete set null);
      create index on contact_refusal (customer_id, at, id);
      create index on contact_refusal (at, id);
      create index on contact_refusal (actor_id);
      create index on contact_refusal (mail_id);
      -- No foreign key: it is written down while the customer is locked by the mutation that was refused.
      create function forget_contact_refusals() returns trigger language plpgsql as $$
      begin
        delete from contact_refusal where customer_id = old.id;
        return null;
      end $$;
      create trigger forget_contact_refusals after delete on customer for each row execute function forget_contact_refusals();

      update mail set purpose = case when customer_id is null then 'ACCOUNT' else 'SERVICE' end where purpose is null;
      alter table mail alter purpose set not null, add check (purpose in (${CODES}));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mail alter purpose drop not null, drop constraint mail_purpose_check1;
      drop trigger forget_contact_refusals on customer;
      drop table contact_refusal;
      drop function forget_contact_refusals, contact_answer, consent_at, erase_consent_notes;
      drop view consent;
      create view consent as
        select consent_id(c.id, p.purpose, ch.channel) as id, c.id as customer_id, p.purpose, ch.channel, coalesce(s.status, 'UNKNOWN') as status, s.since
        from customer c
        cross join unnest(array['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS']) as p(purpose)
        cross join unnest(array['EMAIL', 'SMS', 'PHONE', 'POST']) as ch(channel)
        left join consent_state s on s.customer_id = c.id and s.purpose = p.purpose and s.channel = ch.channel;
      drop trigger chain on consent_event;
      drop trigger hash on consent_text;
      drop function chain_consent_event, hash_consent_text, consent_hash;
      alter table consent_event disable trigger append_only;
      update consent_event set action = 'WITHDRAWN' where action not in ('GRANTED', 'WITHDRAWN');
      update consent_event set method = 'WEB' where method not in ('WEB', 'PHONE', 'PAPER', 'EMAIL', 'IMPORT');
      alter table consent_event enable trigger append_only;
      alter table consent_event drop seq, drop previous_hash, drop hash, drop expires_at, drop note_sha256, drop proof,
        drop constraint consent_event_action_check, drop constraint consent_event_method_check,
        add check (action in ('GRANTED', 'WITHDRAWN')), add check (method in ('WEB', 'PHONE', 'PAPER', 'EMAIL', 'IMPORT'));
      alter table consent_text drop sha256, drop valid_from, drop published_by_id;
      create or replace function refuse_consent_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
      create or replace function keep_consent_state() returns trigger language plpgsql as $$
      begin
        insert into consent_state values (new.customer_id, new.purpose, new.channel, new.action, new.at)
        on conflict (customer_id, purpose, channel) do update set status = excluded.status, since = excluded.since
        where consent_state.since <= excluded.since;
        return null;
      end $$;
      alter table consent_state drop expires_at;
      drop function sha256_of, months_later;
      drop table contact_purpose;`);
  }
}
