import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCrowd } from '../../server/demo/crowd.js';
import { seedDemo } from '../../server/demo/demo.js';
import { readPhone, readSiret } from '../../server/features/customer/identity.rules.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await seedDemo(server.product);
});
afterAll(() => server?.stop());

const rows = <Row>(text: string): Promise<Row[]> => server.database.query(text);
async function count(from: string): Promise<number> {
  const [{ count }] = await rows<{ count: number }>(`select count(*)::int as count from ${from}`);
  return count;
}

test('somebody was erased: their invoices are in the archive, and their name nowhere else', async () => {
  const archived = await rows<{ buyer: string; due: number }>(
    `select content -> 'buyer' ->> 'name' as buyer, (content ->> 'due_cents')::int as due from archived_invoice`,
  );
  expect(archived.length).toBeGreaterThan(0);
  for (const one of archived) expect(one).toEqual({ buyer: 'Soizic Le Bihan', due: 0 });
  expect(await count('customer where erased_at is not null')).toBe(1);
  const tables = await rows<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'archived_invoice'`,
  );
  const left = await Promise.all(tables.map(({ name }) => count(`${name} it where position('Soizic Le Bihan' in it::text) > 0`)));
  expect(tables.filter((_, at) => left[at] > 0)).toEqual([]);
});

test('more customers are made on top, with numbers of their own', async () => {
  const before = await count('customer');
  const told: number[] = [];
  await addCrowd(server.product.system(), 1_200, new AbortController().signal, (made) => told.push(made));
  expect(told).toEqual([1_000, 1_200]);
  expect(await count('customer')).toBe(before + 1_200);
  expect(
    await count('customer where erased_at is null and not exists (select from address where customer_id = customer.id)'),
  ).toBe(0);
  const made = await rows<{ siret: string; phone: string }>(
    `select siret, phone from customer where siret like '98%' and siret not like '989%'`,
  );
  for (const { siret, phone } of made) expect([readSiret(siret), readPhone(phone)]).toEqual([siret, phone]);
  expect(made.length).toBeGreaterThan(700);
});

test('a stop keeps the thousands that are whole', async () => {
  const before = await count('customer');
  const stop = new AbortController();
  await expect(addCrowd(server.product.system(), 3_000, stop.signal, () => stop.abort(new Error('Stopped.')))).rejects.toThrow(
    'Stopped.',
  );
  expect(await count('customer')).toBe(before + 1_000);
});
