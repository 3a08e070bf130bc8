import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A granted restriction holds by itself: the customer's mark is worked out from their requests, wherever a merge moves those. */
export class Restriction1764002421000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table customer add column restricted_at timestamptz;
      alter table data_subject_request add column lifted_at timestamptz, add column lift_reason text,
        add column lifted_by_id uuid references "user" on delete set null, add column objected text[],
        add constraint data_subject_request_lifts check ((lifted_at is null) = (lift_reason is null)
          and (lifted_at is null or "right" = 'RESTRICTION' and status = 'COMPLETED'));
      create index on data_subject_request (lifted_by_id);
      create index on data_subject_request (customer_id) where "right" = 'RESTRICTION' and status = 'COMPLETED' and lifted_at is null;

      create function mark_restriction() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare whose uuid;
      begin
        foreach whose in array array_remove(array[case when tg_op <> 'INSERT' then old.customer_id end,
            case when tg_op <> 'DELETE' then new.customer_id end], null) loop
          update customer set restricted_at = held.since
          from (select min(closed_at) as since from data_subject_request
            where customer_id = whose and "right" = 'RESTRICTION' and status = 'COMPLETED' and lifted_at is null) held
          where customer.id = whose and customer.restricted_at is distinct from held.since;
          delete from segment_member where customer_id = whose and exists (select from customer where id = whose and restricted_at is not null);
        end loop;
        return null;
      end $$;
      create trigger mark_restriction after insert or delete or update of customer_id, status, lifted_at on data_subject_request
        for each row execute function mark_restriction();

      create or replace function contact_answer(of_customer uuid, of_purpose text, of_channel text, moment timestamptz)
        returns table (allowed boolean, reason text, basis text, status text, since timestamptz, expires_at timestamptz) language plpgsql stable as $$
      declare p contact_purpose; whose text; kept_only timestamptz; said record; ground text;
      begin
        select * into p from contact_purpose where code = of_purpose;
        if p.code is null or not p.active then return query select false, 'PURPOSE_CLOSED', null, null, null::timestamptz, null::timestamptz; return; end if;
        if not of_channel = any (p.channels) then return query select false, 'CHANNEL_CLOSED', null, null, null::timestamptz, null::timestamptz; return; end if;
        if p.necessary and of_customer is null then return query select true, p.person_basis, p.person_basis, null, null::timestamptz, null::timestamptz; return; end if;
        select kind, restricted_at into whose, kept_only from customer where id = of_customer;
        if whose is null then return query select false, 'NO_CUSTOMER', null, null, null::timestamptz, null::timestamptz; return; end if;
        ground = case when whose = 'COMPANY' then p.company_basis else p.person_basis end;
        -- Law of 30 June 2025: since 11 August 2026 consumers are called only with their consent; before, unless they objected.
        if whose = 'PERSON' and p.prospecting and of_channel = 'PHONE' and moment < '2026-08-11T00:00:00+02:00' then ground = 'LEGITIMATE_INTEREST'; end if;
        if p.necessary then return query select true, ground, ground, null, null::timestamptz, null::timestamptz; return; end if;
        -- Article 18: kept, and not used, but for what the contract or the law asks.
        if kept_only <= moment then return query select false, 'RESTRICTED', ground, null, kept_only, null::timestamptz; return; end if;
        select * into said from consent_at(of_customer, of_purpose, of_channel, moment);
        if (p.audience = 'PEOPLE' and whose <> 'PERSON') or (p.audience = 'COMPANIES' and whose <> 'COMPANY')
          then return query select false, 'NOT_FOR_THEM', ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        elsif said.status in ('REFUSED', 'WITHDRAWN', 'OBJECTED')
          then return query select false, said.status, ground, said.status, said.since, said.expires_at;
        elsif ground = 'LEGITIMATE_INTEREST' or said.status = 'GRANTED'
          then return query select true, ground, ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        else return query select false, coalesce(said.status, 'NEVER_ASKED'), ground, coalesce(said.status, 'UNKNOWN'), said.since, said.expires_at;
        end if;
      end $$;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function contact_answer(of_customer uuid, of_purpose text, of_channel text, moment timestamptz)
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
      drop trigger mark_restriction on data_subject_request;
      drop function mark_restriction;
      alter table data_subject_request drop constraint data_subject_request_lifts, drop column lifted_at, drop column lift_reason,
        drop column lifted_by_id, drop column objected;
      alter table customer drop column restricted_at;`);
  }
}
