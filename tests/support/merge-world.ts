import { randomUUID } from 'node:crypto';
import { Customer } from '../../server/features/customer/customer.entity.js';
import { person } from './as.js';
import { activity } from './factories/activity.factory.js';
import { customField } from './factories/custom-field.factory.js';
import { customer, member } from './factories/customer.factory.js';
import { document } from './factories/document.factory.js';
import { invoice, payment } from './factories/invoice.factory.js';
import { mission } from './factories/mission.factory.js';
import { opportunity } from './factories/opportunity.factory.js';
import { order } from './factories/order.factory.js';
import { project } from './factories/project.factory.js';
import { type Asker, type TestServer } from './server.js';

/** Every table with a foreign key to customers, as the database knows them, and its columns that are one. */
export async function tablesOfCustomers({ database }: Pick<TestServer, 'database'>): Promise<Map<string, string[]>> {
  const rows: { table: string; columns: string[] }[] = await database.query(`
    select relname as table, array_agg(attname::text order by attname) as columns
    from pg_constraint c join pg_class on pg_class.oid = conrelid join pg_attribute a on a.attrelid = conrelid and a.attnum = any(c.conkey)
    where contype = 'f' and confrelid = 'customer'::regclass group by relname order by relname`);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** Two customers with rows in every table, some of which clash, and somebody who may merge them. */
export async function mergeWorld(server: TestServer) {
  const { database } = server;
  // Numbers of which each customer has their own.
  await database.query(`update customer set siret = null, external_id = null`);
  await database.query(`delete from customer_merge`);
  const [manager, staff, seller, both, one, another] = await Promise.all([
    ...['manager', 'staff', 'revendeur', 'client', 'client', 'client'].map((role) => person(server, role)),
  ]);
  const survivor = await customer(server, {
    name: 'Boulangerie Le Goff',
    email: 'contact@legoff.test',
    siret: '73282932000074',
    tags: ['boulanger'],
    internalNote: 'Paie bien.',
    externalId: 'ERP-1',
  });
  const other = await customer(server, {
    name: 'Boulangerie Le Goff SARL',
    email: 'jean@legoff.test',
    phone: '+33298001122',
    website: 'https://legoff.test',
    tags: ['pain', 'boulanger'],
    internalNote: 'Livrer tôt.',
    externalId: 'ERP-2',
    resellerId: seller.id,
  });
  const third = await customer(server, { name: 'Tout autre chose' });
  const shared = await customField(server, { key: `shared_${randomUUID().slice(0, 6)}` });
  const own = await customField(server, { key: `own_${randomUUID().slice(0, 6)}` });
  const [{ id: invitationId }] = await database.query(
    `insert into invitation (email, role_id, invited_by_id, locale, token_hash, expires_at)
      select 'x@test.example', id, $1, 'fr', $2, now() + interval '7 days' from role where key = 'client' returning id`,
    [manager.id, randomUUID()],
  );
  const twice = await order(server, { number: `TWICE-${randomUUID().slice(0, 6)}`, customerId: other.id });
  for (const [it, alone] of [
    [survivor, one],
    [other, another],
  ] as const) {
    const isOther = it.id === other.id;
    const query = (statement: string, values: unknown[] = []) => database.query(statement, [it.id, ...values]);
    await query(`insert into contact (customer_id, name, "primary") values ($1, 'Maëlle', true), ($1, 'Yann', false)`);
    await query(
      `insert into address (customer_id, kind, street, postal_code, city) values ($1, 'BILLING', '3 rue du Port', '29200', 'Brest')`,
    );
    await member(server, both.id, it.id, isOther ? { finance: false } : { documents: false });
    await member(server, alone.id, it.id);
    await query(
      `insert into invitation_customer (invitation_id, customer_id, finance, documents, projects, tickets) values ($2, $1, $3, true, true, true)`,
      [invitationId, isOther],
    );
    await query(`insert into custom_field_value (customer_id, field_id, text) values ($1, $2, $3)`, [shared.id, it.name]);
    if (isOther) await query(`insert into custom_field_value (customer_id, field_id, text) values ($1, $2, 'seul')`, [own.id]);
    await activity(server, it.id);
    await document(server, { customerId: it.id, uploadedById: manager.id });
    await query(
      `insert into consent_event (customer_id, purpose, channel, action, method, at) values
        ($1, 'MARKETING', 'EMAIL', $2, 'PHONE', now() - interval '2 days'), ($1, 'MARKETING', 'SMS', $3, 'PAPER', now() - interval '1 day'),
        ($1, $4, 'POST', 'GRANTED', 'WEB', now() - interval '3 days')`,
      isOther ? ['WITHDRAWN', 'GRANTED', 'ANALYTICS'] : ['GRANTED', 'GRANTED', 'PARTNERS'],
    );
    const plates = isOther ? ['AA-123-AA', 'ZZ-999-ZZ'] : ['AA-123-AA'];
    for (const plate of plates) {
      const [vehicle] = await query(
        `insert into vehicle (customer_id, plate, brand, model) values ($1, $2, 'Renault', 'Master') returning id`,
        [plate],
      );
      await query(`insert into work_order (customer_id, vehicle_id, reference, description) values ($1, $2, $3, 'Vidange')`, [
        vehicle.id,
        `W-${randomUUID().slice(0, 8)}`,
      ]);
    }
    const { id: projectId } = await project(server, it.id);
    await mission(server, it.id, { projectId });
    const { id: orderId } = await order(server, { customerId: it.id });
    const link = (of: string, status: string) =>
      query(
        `insert into order_link (order_id, customer_id, status, method, probability, evidence) values ($2, $1, $3, 'EVIDENCE', 0.9, '[]')`,
        [of, status],
      );
    await link(orderId, 'LINKED');
    await link(twice.id, isOther ? 'LINKED' : 'PROPOSED');
    const { id: invoiceId } = await invoice(server, it.id, { projectId });
    await invoice(server, it.id, { status: 'DRAFT' as never });
    await payment(server, invoiceId, manager.id);
    await opportunity(server, manager.id, { customerId: it.id });
    await query(
      `insert into mail ("to", subject, text, html, status, purpose, customer_id) values ('a@b.test', 'Bonjour', 't', 'h', 'KEPT', 'SERVICE', $1)`,
    );
    await query(
      `insert into export_run (kind, format, status, file_name, created_by_id, portal, locale, customer_id)
        values ('CUSTOMER', 'CSV', 'FAILED', 'a.csv', $2, 'superadmin', 'fr', $1)`,
      [manager.id],
    );
    await query(
      `insert into customer_merge (customer_id, survivor_id, other_id, other_reference, other_name, other_before, changes, counts)
        values ($1, $1, gen_random_uuid(), $2, 'Ancienne fiche', '{}', '{}', '{}')`,
      [`OLD-${randomUUID().slice(0, 6)}`],
    );
    await query(`insert into match_profile (customer_id, source, profile) values ($1, 'x', '{}')`);
    await query(
      `insert into contact_refusal (customer_id, purpose, channel, reason) values ($1, 'MARKETING', 'EMAIL', 'NEVER_ASKED')`,
    );
    await query(`insert into legal_hold (customer_id, reason) values ($1, 'Litige')`);
    await query(
      `insert into data_subject_request ("right", status, origin, person, received_on, due_on, customer_id)
        values ('ACCESS', 'RECEIVED', 'EMAIL', 'Maëlle', current_date, current_date + 30, $1)`,
    );
    await query(
      `insert into data_archive (request_id, customer_id, locale) select id, $1, 'fr' from data_subject_request where customer_id = $1`,
    );
    await query(
      `insert into segment_member (segment_id, customer_id) select id, $1 from customer_segment where key in ('vip', $2)`,
      [isOther ? 'new' : 'vip'],
    );
    await query(
      `insert into segment_change (segment_id, customer_id, entered, cause) select id, $1, true, 'RULE' from customer_segment where key = 'vip'`,
    );
    await query(
      `insert into consent_confirmation (customer_id, purpose, channel, token_hash, email_sha256, method, expires_at)
        values ($1, 'MARKETING', 'EMAIL', gen_random_uuid(), 'x', 'PHONE', now() + interval '1 day')`,
    );
    await query(
      `insert into consent_reminder (customer_id, purpose, channel, expires_at) values ($1, 'MARKETING', 'SMS', '2030-01-01')`,
    );
    await query(
      `insert into figures_before (as_of, customer_id, recency_days, frequency, monetary_cents, tenth, first_month, active_months) values (current_date, $1, 1, 1, 1, 1, current_date, '{}')`,
    );
    await query(`insert into customer_figures (customer_id, as_of) values ($1, current_date)`);
  }
  const pair = (a: string, b: string, status: string) =>
    database.query(
      `insert into customer_duplicate (a_id, b_id, status, probability, evidence)
        values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, 0.9, '[]') returning id`,
      [a, b, status],
    );
  await pair(survivor.id, other.id, 'REFUSED');
  await pair(other.id, third.id, 'REFUSED');

  await database.query(`update customer it set search_text = text_to_search(it)`);

  const fresh = async (id: string) => database.manager.findOneByOrFail(Customer, { id });
  const MERGE = `mutation ($input: MergeCustomersInput!) { mergeCustomers(input: $input) {
    customer { id name email phone tags internalNote version } merge { id otherReference moved { kind count } viewerCan { split } }
    userErrors { path code message } } }`;
  const merge = async (input: object = {}, who: Asker | null = manager, [a, b] = [survivor, other]) => {
    const versions = await database.query('select id, version from customer where id = any($1)', [[a.id, b.id]]);
    const version = (id: string) => versions.find((row: { id: string }) => row.id === id)?.version ?? 1;
    return server.ask(who, MERGE, {
      input: { survivorId: a.id, otherId: b.id, survivorVersion: version(a.id), otherVersion: version(b.id), ...input },
    });
  };
  const SPLIT = `mutation ($input: SplitCustomerInput!) { splitCustomer(input: $input) {
    merge { id splitAt viewerCan { split } } survivor { id name } other { id reference name email } leftFields userErrors { path code message } } }`;
  const split = (id: string, additions: object[] = [], who: Asker | null = manager) =>
    server.ask(who, SPLIT, { input: { id, additions } });
  return { manager, staff, seller, both, one, another, survivor, other, third, shared, own, twice, fresh, merge, split };
}

export type MergeWorld = Awaited<ReturnType<typeof mergeWorld>>;

/** Named without a foreign key: what was said stays under the id of who said it, and what was held back is a log. */
const loose: [string, string[]][] = [
  ['consent_event', ['customer_id']],
  ['contact_refusal', ['customer_id']],
];

/** Every row of every table that names one of these customers, whole. */
export async function rowsOf(server: TestServer, ids: readonly string[]): Promise<Record<string, Record<string, unknown>[]>> {
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, columns] of [...(await tablesOfCustomers(server)), ...loose]) {
    const where = columns.map((column) => `it.${column} = any($1)`).join(' or ');
    const rows: { row: Record<string, unknown> }[] = await server.database.query(
      `select to_jsonb(it) as row from "${table}" it where ${where} order by to_jsonb(it)::text collate "C"`,
      [ids],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** The customers themselves, but for when they changed; what they are searched by in any order. */
export async function customersOf({ database }: Pick<TestServer, 'database'>, ids: readonly string[]): Promise<object[]> {
  const rows: { row: { search_text: string } }[] = await database.query(
    `select to_jsonb(it) - '{version,updated_at}'::text[] as row from customer it where id = any($1) order by id`,
    [ids],
  );
  return rows.map(({ row }) => ({ ...row, search_text: row.search_text.split(' ').sort() }));
}
