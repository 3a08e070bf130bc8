import type { MigrationInterface, QueryRunner } from 'typeorm';

const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = any($1::text[])`;
const kept = [
  ['keep_issued', 'invoice', 'update or delete', 'keep_issued_invoice'],
  ['keep_issued', 'invoice_line', 'insert or update or delete', 'keep_issued_lines'],
  ['keep', 'payment', 'update or delete', 'keep_but_for_merge'],
] as const;

/** The triggers that keep the books, asked of everybody but the one function that may take a buyer's name off them. */
const keepers = (when: string) =>
  kept
    .map(
      ([trigger, table, of, call]) => `
      drop trigger ${trigger} on ${table};
      create trigger ${trigger} before ${of} on ${table} for each row ${when} execute function ${call}();`,
    )
    .join('');

/** Erasing people: who was, who may not come back by a file, whose data is held, and what of them the books keep. */
export class Erasure1764002351000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table customer add column erased_at timestamptz;

      create table suppression (
        id uuid primary key default uuidv7(), kind text not null check (kind in ('EMAIL', 'PHONE', 'REFERENCE')),
        hash text not null unique, created_at timestamptz not null default now());

      create table legal_hold (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer, reason text not null check (reason <> ''),
        placed_at timestamptz not null default now(), placed_by_id uuid references "user" on delete set null,
        lifted_at timestamptz, lifted_by_id uuid references "user" on delete set null);
      create index on legal_hold (customer_id, placed_at);
      create index on legal_hold (placed_by_id);
      create index on legal_hold (lifted_by_id);

      -- Of whom is erased nothing hangs on the record any more: these two only remember which it was.
      create table archived_invoice (
        id uuid primary key default uuidv7(), invoice_id uuid not null unique references invoice, customer_id uuid not null,
        number text not null, issued_on date not null, keep_until date not null, content jsonb not null,
        archived_at timestamptz not null default now());
      create index on archived_invoice (issued_on, id);
      create index on archived_invoice (keep_until);
      create index on archived_invoice (customer_id);

      create table erasure (
        id uuid primary key default uuidv7(), customer_id uuid not null,
        request_id uuid references data_subject_request on delete set null, report jsonb not null,
        erased_by_id uuid references "user" on delete set null, erased_at timestamptz not null default now());
      create index on erasure (customer_id);
      create index on erasure (request_id);
      create index on erasure (erased_by_id);

      create function is_archiving() returns boolean language sql stable as $$
        select current_setting('prisme.archiving', true) = 'on'
          and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'public.invoice'::regclass) $$;
      ${keepers('when (is_archiving() is not true)')}

      -- Issued invoices as they were go to the archive until the end of the tenth year after theirs; what stays has amounts and no buyer.
      create function archive_invoices(of_customer uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      declare pseudonym text;
      begin
        select 'Client effacé ' || reference into pseudonym from customer where id = of_customer;
        delete from invoice where customer_id = of_customer and status = 'DRAFT';
        insert into archived_invoice (invoice_id, customer_id, number, issued_on, keep_until, content)
        select it.id, it.customer_id, it.number, it.issued_on, make_date(extract(year from it.issued_on)::int + 11, 1, 1),
          to_jsonb(it) || jsonb_build_object(
            'lines', (select coalesce(jsonb_agg(to_jsonb(line) order by line.position), '[]') from invoice_line line where line.invoice_id = it.id),
            'payments', (select coalesce(jsonb_agg(to_jsonb(paid) || jsonb_build_object('allocated_cents', part.amount_cents) order by paid.id), '[]')
              from payment_allocation part join payment paid on paid.id = part.payment_id where part.invoice_id = it.id))
        from invoice it where it.customer_id = of_customer on conflict (invoice_id) do nothing;
        perform set_config('prisme.archiving', 'on', true);
        update invoice_line set label = 'Effacé' where invoice_id in (select id from invoice where customer_id = of_customer);
        update payment set reference = null where customer_id = of_customer;
        update invoice set title = 'Effacé', notes = null,
          buyer = jsonb_build_object('reference', buyer ->> 'reference', 'name', pseudonym, 'siren', null, 'siret', null, 'vatNumber', null,
            'address', null, 'deliveryAddress', null)
        where customer_id = of_customer;
        perform set_config('prisme.archiving', 'off', true);
      end $$;
      -- Steps are only ever added; what was noted beside one may name somebody.
      create function erase_mission_notes(of_customer uuid) returns void language sql security definer set search_path = public, pg_temp
        begin atomic
          update mission_step set note = null where note is not null and mission_id in (select id from mission where customer_id = of_customer);
        end;`);
    await db.query(give, [['manager', 'admin', 'superadmin'], ['legalHold.manage']]);
    await db.query(give, [['admin', 'superadmin'], ['customer.erase']]);
    await db.query(give, [['superadmin'], ['archive.read']]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array(select unnest(permissions) except select unnest('{legalHold.manage,customer.erase,archive.read}'::text[]));
      drop function archive_invoices, erase_mission_notes;
      ${keepers('')}
      drop function is_archiving;
      drop table erasure, archived_invoice, legal_hold, suppression;
      alter table customer drop column erased_at;`);
  }
}
