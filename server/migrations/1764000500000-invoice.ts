import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices with their lines, payments, and what keeps an issued invoice as it was. */
export class Invoice1764000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row: who sells. Issuing copies it onto the invoice.
      create table company_profile (
        only_one boolean primary key default true check (only_one), name text not null, legal_form text not null,
        capital_cents bigint not null, siret text not null check (siret ~ '^\\d{14}$'), registry text not null, vat_number text not null,
        street text not null, complement text, postal_code text not null, city text not null, country text not null default 'FR',
        email text not null, phone text not null, iban text not null, bic text not null, payment_terms text not null,
        vat_on_debits boolean not null default false);
      insert into company_profile (name, legal_form, capital_cents, siret, registry, vat_number, street, postal_code, city,
        email, phone, iban, bic, payment_terms) values (
        'Prisme Services', 'SAS', 5000000, '91248736000014', 'RCS Brest', 'FR66912487360', '14 quai du Commandant Malbert', '29200', 'Brest',
        'facturation@prisme.demo', '+33298001122', 'FR7618206002105487426300137', 'AGRIFRPP882',
        'Pénalités de retard : trois fois le taux d’intérêt légal. Indemnité forfaitaire pour frais de recouvrement : 40 €. '
        || 'Pas d’escompte pour paiement anticipé.');

      -- The last number given in each series. Its row stays locked until whoever took the next one commits.
      create table invoice_series (key text primary key, last integer not null);

      create table invoice (
        id uuid primary key default uuidv7(), number text unique,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'ISSUED', 'PARTIALLY_PAID', 'PAID')),
        title text not null check (title <> ''), category text not null default 'SERVICES' check (category in ('GOODS', 'SERVICES', 'MIXED')),
        issued_on date not null, supplied_on date, payment_days integer not null default 30 check (payment_days >= 0),
        due_on date not null check (due_on >= issued_on), paid_on date,
        -- Balances add invoices up, so there is one currency until balances are kept by currency.
        currency text not null default 'EUR' check (currency = 'EUR'),
        net_cents bigint not null, vat_cents bigint not null, total_cents bigint not null check (total_cents = net_cents + vat_cents),
        paid_cents bigint not null default 0 check (paid_cents >= 0),
        due_cents bigint not null generated always as (total_cents - paid_cents) stored check (due_cents >= 0),
        vat_breakdown jsonb not null, vat_mention text, notes text, seller jsonb, buyer jsonb,
        created_at timestamptz not null default now(), issued_at timestamptz, version integer not null default 1,
        customer_id uuid not null references customer, project_id uuid references project,
        constraint invoice_draft_has_no_number check ((status = 'DRAFT') = (number is null)),
        constraint invoice_is_whole_when_issued check (
          status = 'DRAFT' or (issued_at is not null and seller is not null and buyer is not null and total_cents > 0)),
        constraint invoice_status_says_what_is_paid check (case status
          when 'PARTIALLY_PAID' then paid_cents > 0 and due_cents > 0
          when 'PAID' then due_cents = 0 and paid_on is not null
          else paid_cents = 0 end and (status = 'PAID') = (paid_on is not null)));
      create index on invoice (customer_id, issued_on, id);
      create index on invoice (customer_id, due_on, id);
      create index on invoice (customer_id, created_at, id);
      create index on invoice (customer_id, total_cents, id);
      create index on invoice (project_id, issued_on, id) where project_id is not null;
      create index on invoice (status, issued_on, id);
      create index on invoice (issued_on, id);
      create index on invoice (due_on, id);
      create index on invoice (created_at, id);
      create index on invoice (total_cents, id);
      create index invoice_open_idx on invoice (due_on, id) where status in ('ISSUED', 'PARTIALLY_PAID');
      create index on invoice using gin (plain(coalesce(number, '') || ' ' || title) gin_trgm_ops);

      create table invoice_line (
        id uuid primary key default uuidv7(), invoice_id uuid not null references invoice on delete cascade,
        position integer not null check (position > 0), label text not null check (label <> ''),
        quantity_milli bigint not null check (quantity_milli > 0), unit text not null, unit_cents bigint not null,
        vat_rate_bp integer not null check (vat_rate_bp in (2000, 1000, 550, 210, 1300, 850, 175, 105, 90, 0)),
        net_cents bigint not null, unique (invoice_id, position));

      create table payment (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer,
        amount_cents bigint not null check (amount_cents > 0), currency text not null default 'EUR' check (currency = 'EUR'),
        method text not null check (method in ('CARD', 'TRANSFER', 'DIRECT_DEBIT', 'CHEQUE', 'CASH')),
        paid_on date not null, reference text, recorded_by_id uuid not null references "user",
        created_at timestamptz not null default now());
      create index on payment (customer_id, paid_on, id);
      create index on payment (customer_id, created_at, id);
      create index on payment (paid_on, id);
      create index on payment (created_at, id);
      create index on payment (amount_cents, id);
      create index on payment (recorded_by_id);

      create table payment_allocation (
        id uuid primary key default uuidv7(), payment_id uuid not null references payment, invoice_id uuid not null references invoice,
        amount_cents bigint not null check (amount_cents > 0), unique (payment_id, invoice_id));
      create index on payment_allocation (invoice_id);`);

    // The application already refuses all of this; the database refuses it to every other hand too.
    await db.query(`
      create function keep_issued_invoice() returns trigger language plpgsql as $$
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
        if to_jsonb(new) - '{status,paid_cents,due_cents,paid_on,version}'::text[]
          is distinct from to_jsonb(old) - '{status,paid_cents,due_cents,paid_on,version}'::text[] then
          raise exception 'invoice % is issued: it never changes', old.number using errcode = 'restrict_violation';
        end if;
        if new.paid_cents < old.paid_cents or new.status = 'DRAFT' then
          raise exception 'invoice % does not go back', old.number using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger keep_issued before update or delete on invoice for each row execute function keep_issued_invoice();

      create function keep_issued_lines() returns trigger language plpgsql as $$
      begin
        -- The transaction that writes an invoice may write its lines beside it; afterwards nobody may.
        if exists (select from invoice it where it.id in (old.invoice_id, new.invoice_id) and it.status <> 'DRAFT'
          and (tg_op <> 'INSERT' or it.xmin <> pg_current_xact_id()::xid)) then
          raise exception 'the lines of an issued invoice never change' using errcode = 'restrict_violation';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger keep_issued before insert or update or delete on invoice_line for each row execute function keep_issued_lines();

      create function keep_payment() returns trigger language plpgsql as $$
      begin
        raise exception 'a payment is never changed' using errcode = 'restrict_violation';
      end $$;
      create trigger keep before update or delete on payment for each row execute function keep_payment();
      create trigger keep before update or delete on payment_allocation for each row execute function keep_payment();`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table payment_allocation, payment, invoice_line, invoice, invoice_series, company_profile;
      drop function keep_issued_invoice, keep_issued_lines, keep_payment;`);
  }
}
