import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../server/demo/demo.js';
import { readPhone, readSiret, readVatNumber } from '../../server/features/customer/identity.rules.js';
import { findDuplicates } from '../../server/features/customer-merge/duplicate-find.service.js';
import { issueInvoice } from '../../server/features/invoice/invoice-issue.service.js';
import { type Asker, startServer, type TestServer } from '../support/server.js';

const PASSWORD = 'prisme-demo-360';
let server: TestServer;
let seconds: number;

beforeAll(async () => {
  server = await startServer();
  const begun = performance.now();
  expect(await seedDemo(server.product)).toBe(true);
  seconds = (performance.now() - begun) / 1000;
});
afterAll(() => server?.stop());

const rows = <Row>(text: string): Promise<Row[]> => server.database.query(text);
async function count(from: string): Promise<number> {
  const [{ count }] = await rows<{ count: number }>(`select count(*)::int as count from ${from}`);
  return count;
}

async function signIn(portal: string): Promise<Asker> {
  const { data } = await server.ask(
    null,
    'mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { accessToken userErrors { code } } }',
    {
      email: `${portal}@prisme.demo`,
      password: PASSWORD,
    },
  );
  expect(data.login).toMatchObject({ accessToken: expect.any(String), userErrors: [] });
  return { token: data.login.accessToken, portal };
}

test('a fresh database gets a whole world, in a few seconds', async () => {
  expect(seconds).toBeLessThan(20); // About 1.5 on an idle machine.
  expect(await count('customer')).toBe(69);
  expect(await count('"user" where demo')).toBe(await count('"user"'));
  expect(await count('"user" where password_hash is not null')).toBe(4);
  for (const [from, least] of [
    ['(select distinct customer_id from "order" where status = \'CONFIRMED\') buyers', 40],
    ['activity', 800],
    ['project', 15],
    ['mission', 25],
    ['document', 20],
    ['invoice', 200],
    ['opportunity', 20],
    ['consent_event', 100],
    ['mail', 15],
    ['notification where read_at is null', 10],
  ] as const)
    expect(await count(from), from).toBeGreaterThanOrEqual(least);
});

test('customers that were entered twice are found as soon as the jobs run', async () => {
  await findDuplicates(server.product.system(), new AbortController().signal);
  const pairs = await rows<{ a: string; b: string }>(
    'select a.name as a, b.name as b from customer_duplicate join customer a on a.id = a_id join customer b on b.id = b_id order by 1',
  );
  expect(pairs.map(({ a, b }) => [a, b].sort().join(' = ')).sort()).toEqual([
    'COLONNA Etienne = Étienne Colonna',
    'Camping Les Pins Verts = Camping des Pins Verts',
    'Fromagerie Korrigan = Fromagerie des Korrigans',
    'Imprimerie des Remparts = SARL Imprimerie des Remparts',
    'Traiteur Massena = Traiteur Masséna',
  ]);
});

test('it stays as it is when it is there already', async () => {
  const before = await rows('select max(xmin::text::bigint) as latest, count(*) from customer');
  expect(await seedDemo(server.product)).toBe(false);
  expect(await rows('select max(xmin::text::bigint) as latest, count(*) from customer')).toEqual(before);
});

test('each number is one that exists: SIRET, VAT, phone; and nobody’s address is a real one', async () => {
  const customers = await rows<{ siret: string | null; vat_number: string | null; phone: string | null; email: string | null }>(
    'select * from customer',
  );
  for (const { siret, vat_number, phone, email } of customers) {
    if (siret) expect(readSiret(siret)).toBe(siret);
    if (vat_number) expect(readVatNumber(vat_number)).toBe(vat_number);
    if (phone) expect(readPhone(phone)).toBe(phone);
    if (email) expect(email).toMatch(/\.example$/);
  }
  for (const known of ['siret', 'phone', 'email'] as const)
    expect(customers.filter((customer) => customer[known]).length, known).toBeGreaterThan(50);
  const [company] = await rows<{ name: string; siret: string; vat_number: string }>('select * from company_profile');
  expect(company.name).toBe('Groupe Hélia');
  expect([readSiret(company.siret), readVatNumber(company.vat_number)]).toEqual([company.siret, company.vat_number]);
});

const happened = [
  ['activity', 'occurred_at'],
  ['mission_step', 'at'],
  ['"order"', 'placed_at'],
  ['invoice', 'issued_at'],
  ['payment', 'created_at'],
  ['consent_event', 'at'],
  ['document', 'updated_at'],
  ['notification', 'created_at'],
  ['milestone', 'done_at'],
  ['opportunity_change', 'at'],
] as const;

test('nothing happened before its customer was there, or before what it follows', async () => {
  expect(await count('activity join customer on customer.id = customer_id where occurred_at < created_at')).toBe(0);
  expect(await count('mission_step step join mission on mission.id = mission_id where step.at < mission.created_at')).toBe(0);
});

// A Saturday, the first minutes of a year, the last of a leap day, and the hour that a spring night has not.
test.each(['2026-11-21T11:00:00Z', '2026-12-31T23:20:00Z', '2028-02-29T22:50:00Z', '2027-03-28T01:30:00Z'])(
  'made at %s, nothing is still to come that happened',
  async (now) => {
    const other = await startServer();
    try {
      await seedDemo(other.product, { now: new Date(now) });
      for (const [table, column] of happened)
        expect(await other.database.query(`select ${column} from ${table} where ${column} > $1`, [now]), table).toEqual([]);
    } finally {
      await other.stop();
    }
  },
);

test('something is on today, something is late, something is to be had', async () => {
  expect(
    await count(
      `mission join "user" on "user".id = prestataire_id where email = 'prestataire@prisme.demo' and mission.status = 'IN_PROGRESS' and (scheduled_start at time zone 'Europe/Paris')::date = (now() at time zone 'Europe/Paris')::date`,
    ),
  ).toBe(1);
  expect(await count(`mission where status = 'OPEN' and scheduled_start > now()`)).toBeGreaterThan(3);
  expect(
    await count(
      `invoice join customer on customer.id = customer_id where customer.name = 'Transports Kervella' and due_on < current_date and due_cents > 0`,
    ),
  ).toBe(3);
});

test('invoices add up, and are numbered without a gap in the order of their days', async () => {
  expect(await count('invoice where net_cents <> (select sum(net_cents) from invoice_line where invoice_id = invoice.id)')).toBe(
    0,
  );
  expect(
    await count(
      `invoice where paid_cents <> coalesce((select sum(amount_cents) from payment_allocation where invoice_id = invoice.id), 0)`,
    ),
  ).toBe(0);
  const issued = await rows<{ number: string; issued_on: string }>(
    'select number, issued_on::text from invoice where number is not null order by number',
  );
  const next = new Map<string, number>();
  for (const [i, { number, issued_on }] of issued.entries()) {
    const [key, digits] = number.split('-');
    expect(Number(digits)).toBe((next.get(key) ?? 0) + 1);
    next.set(key, Number(digits));
    expect(key).toBe(`F${issued_on.slice(0, 4)}`);
    if (i > 0) expect(issued_on >= issued[i - 1].issued_on).toBe(true);
  }
  expect(await rows('select key, last from invoice_series order by key')).toEqual(
    [...next].map(([key, last]) => ({ key, last })),
  );
});

test('the next invoice that is issued continues the series', async () => {
  const year = new Date().getFullYear();
  const [{ last }] = await rows<{ last: number }>(
    `select coalesce(max(last), 0)::int as last from invoice_series where key = 'F${year}'`,
  );
  const [{ id }] = await rows<{ id: string }>(`select id from invoice where status = 'DRAFT' limit 1`);
  const [claire] = await rows<{ id: string }>(`select id from "user" where email = 'superadmin@prisme.demo'`);
  const ctx = (await server.product.contextOf(claire.id))!;
  const { number } = await ctx.db.transaction((transaction) => issueInvoice(ctx.inside(transaction), id, null));
  expect(number).toBe(`F${year}-${String(last + 1).padStart(5, '0')}`);
});

test('documents are whole files', async () => {
  const versions = await rows<{ key: string; size: string; sha256: string; mime: string; file_name: string }>(
    'select * from document_version',
  );
  for (const { key, size, sha256, mime, file_name } of versions) {
    const chunks: Buffer[] = [];
    for await (const chunk of await server.product.world.services.storage.get(key)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')], file_name).toEqual([Number(size), sha256]);
    if (mime === 'application/pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  }
  expect(await count('unclaimed_file')).toBe(0);
});

describe('each account signs in and finds its day', () => {
  test('client', async () => {
    const { data, errors } = await server.ask(
      await signIn('client'),
      '{ customers { nodes { name invoices { totalCount } projects { totalCount } documents { totalCount } activities { totalCount } } } }',
    );
    expect(errors).toBeUndefined();
    const [{ name, invoices, projects, documents, activities }, ...others] = data.customers.nodes;
    expect([name, others]).toEqual(['Transports Kervella', []]);
    expect(invoices.totalCount).toBe(9);
    expect(projects.totalCount).toBe(3);
    expect(documents.totalCount).toBeGreaterThan(5);
    expect(activities.totalCount).toBeGreaterThan(20);
  });

  test('prestataire', async () => {
    const { data, errors } = await server.ask(
      await signIn('prestataire'),
      '{ missions(first: 50) { nodes { status prestataire { name } } } availableMissions { totalCount } missionApplications { totalCount } }',
    );
    expect(errors).toBeUndefined();
    const own: { status: string; prestataire: { name: string } }[] = data.missions.nodes;
    expect([...new Set(own.map(({ status }) => status))].sort()).toEqual(['APPROVED', 'ASSIGNED', 'DELIVERED', 'IN_PROGRESS']);
    expect(new Set(own.map(({ prestataire }) => prestataire.name))).toEqual(new Set(['Yann Le Goff']));
    expect(data.availableMissions.totalCount).toBe(6);
    expect(data.missionApplications.totalCount).toBe(1);
  });

  test('revendeur', async () => {
    const { data, errors } = await server.ask(
      await signIn('revendeur'),
      '{ customers { totalCount } opportunities(first: 50) { nodes { stage { key } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.customers.totalCount).toBe(20);
    expect(data.opportunities.nodes).toHaveLength(15);
    expect(new Set(data.opportunities.nodes.map(({ stage }: { stage: { key: string } }) => stage.key)).size).toBe(6);
  });

  test('superadmin', async () => {
    const { data, errors } = await server.ask(
      await signIn('superadmin'),
      '{ customers { totalCount } invoices { totalCount } missions { totalCount } mails { totalCount } notifications { totalCount } }',
    );
    expect(errors).toBeUndefined();
    expect(data.customers.totalCount).toBe(69);
    for (const connection of Object.values<{ totalCount: number }>(data)) expect(connection.totalCount).toBeGreaterThan(3);
  });
});
