import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
});
afterAll(() => server.stop());

const FIT = 'mutation ($asOf: Date) { fitLifetime(input: { asOf: $asOf }) { asOf userErrors { code } } }';
const MODEL = 'name customers repeaters logLikelihood absence parameters { name value standardError }';
const FITS = `query ($asOf: Date) { lifetimeFits(asOf: $asOf) { currency asOf fittedAt correlation purchases { ${MODEL} } values { ${MODEL} }
  holdOut { knownUntil comparedUntil customers predicted actual meanError naiveError predictedCents actualCents
    groups { frequency customers predicted actual } } } }`;
const FORECAST = `query ($id: ID!, $asOf: Date) { customer(id: $id) { analytics(asOf: $asOf) { lifetimeAbsence lifetime { method currency
  repeatPurchases daysSinceFirst daysSinceLast aliveChance months expectedPurchases purchaseCents valueCents asOf fit { asOf currency } } } } }`;

const forecastOf = async (id: string, asOf?: string, by = manager) =>
  (await server.ask(by, FORECAST, { id, asOf })).data.customer.analytics;
const day = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000);

/** Two hundred customers of a shop: many come once, some for years. The same each time. */
async function shop(currency: string): Promise<void> {
  let seed = 42;
  const dice = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
  for (let n = 0; n < 200; n++) {
    const { id } = await customer(server);
    const pace = 0.01 + 0.06 * dice() * dice();
    const leaves = 0.05 + 0.5 * dice() * dice();
    const basket = 2_000 + 20_000 * dice() * dice();
    for (let at = 60 * dice(); at < 360; at += -Math.log(dice() || 0.5) / pace) {
      const totalCents = Math.round(basket * (0.5 + dice()));
      await order(server, { customerId: id, totalCents, currency, placedAt: day('2025-01-01T12:00:00Z', Math.floor(at)) });
      if (dice() < leaves) break;
    }
  }
}

test('before anybody bought there is nothing to foretell, and that is said', async () => {
  const { id } = await customer(server);
  expect(await forecastOf(id)).toEqual({ lifetimeAbsence: 'NO_PURCHASES', lifetime: null });
  await order(server, { customerId: id, currency: 'CHF', placedAt: new Date('2025-01-05T12:00:00Z') });
  expect(await forecastOf(id, '2025-01-31')).toMatchObject({ lifetimeAbsence: 'NO_FIT' });
  await fitted('2025-01-31');
  expect(await forecastOf(id, '2025-01-31')).toMatchObject({ lifetimeAbsence: 'TOO_FEW_CUSTOMERS' });
  const [chf] = (await server.ask(manager, FITS, { asOf: '2025-01-31' })).data.lifetimeFits;
  expect(chf).toMatchObject({ currency: 'CHF', holdOut: null, purchases: { absence: 'TOO_FEW_CUSTOMERS', parameters: [] } });
});

/** Asks for it, and waits until the job has done it. */
async function fitted(asOf: string): Promise<void> {
  const { data } = await server.ask(manager, FIT, { asOf });
  expect(data.fitLifetime).toEqual({ asOf, userErrors: [] });
  await expect
    .poll(async () => (await server.ask(manager, FITS, { asOf })).data.lifetimeFits.map((one: { asOf: string }) => one.asOf), {
      timeout: 60_000,
    })
    .toContain(asOf);
}

test('the models are fitted to all customers, checked against what they did, and foretell for each', async () => {
  await shop('EUR');
  await fitted('2025-12-26');
  const all = (await server.ask(manager, FITS, { asOf: '2025-12-31' })).data.lifetimeFits;
  const eur = all.find((one: { currency: string }) => one.currency === 'EUR');
  expect(eur).toMatchObject({ asOf: '2025-12-26', purchases: { name: 'BG/NBD', customers: 200, absence: null } });
  expect(eur.purchases.parameters.map(({ name }: { name: string }) => name)).toEqual(['r', 'alpha', 'a', 'b']);
  expect(eur.purchases.parameters.every((one: { standardError: number }) => one.standardError > 0)).toBe(true);
  expect(eur.purchases.logLikelihood).toBeLessThan(0);
  const { holdOut } = eur;
  expect(holdOut).toMatchObject({ comparedUntil: '2025-12-26' });
  expect(holdOut.groups.reduce((sum: number, { customers }: { customers: number }) => sum + customers, 0)).toBe(
    holdOut.customers,
  );
  expect(Math.abs(holdOut.predicted / holdOut.actual - 1)).toBeLessThan(0.5);

  const [often] = await server.database.query(
    `select customer_id as id, count(*) from "order" where currency = 'EUR' group by 1 order by 2 desc, 1 limit 1`,
  );
  const { lifetime } = await forecastOf(often.id, '2025-12-26');
  expect(lifetime).toMatchObject({ currency: 'EUR', months: 12, asOf: '2025-12-26', fit: { currency: 'EUR' } });
  expect(lifetime.aliveChance).toBeGreaterThan(0);
  expect(lifetime.aliveChance).toBeLessThanOrEqual(1);
  expect(lifetime.expectedPurchases).toBeGreaterThan(0);
  // Silence lowers both.
  const later = (await forecastOf(often.id, '2026-12-26')).lifetime;
  expect(later.daysSinceLast).toBe(lifetime.daysSinceLast + 365);
  expect(later.aliveChance).toBeLessThan(lifetime.aliveChance);
  expect(later.expectedPurchases).toBeLessThan(lifetime.expectedPurchases);
  // Before the fit there was none.
  expect(await forecastOf(often.id, '2025-12-25')).toMatchObject({ lifetime: null, lifetimeAbsence: 'NO_FIT' });
});

test('many customers cost no statement more than one', async () => {
  const asked = (first: number) =>
    `{ customers(first: ${first}) { nodes { analytics(asOf: "2025-12-26") { lifetime { valueCents } lifetimeAbsence } } } }`;
  await server.ask(manager, asked(1));
  const one = await server.count(() => server.ask(manager, asked(1)));
  const many = await server.count(() => server.ask(manager, asked(20)));
  expect(many.statements).toBe(one.statements);
});

test('who may ask for a fit, and for which day', async () => {
  const count = async () => Number((await server.database.query('select count(*) from audit_entry'))[0].count);
  const staff = await person(server, 'staff');
  const client = await person(server, 'client');
  expect(codesOf(await server.ask(null, FIT))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask(staff, FIT))).toEqual(['FORBIDDEN']);
  const before = await count();
  expect(codesOf(await server.ask(manager, FIT, { asOf: '2199-01-01' }))).toEqual(['BAD_USER_INPUT']);
  expect(codesOf(await server.ask(manager, FIT, { asOf: 'soon' }))).toEqual(['BAD_USER_INPUT']);
  expect(await count()).toBe(before);
  const { id } = await customer(server);
  await member(server, client.id, id);
  const answer = await server.ask(client, FORECAST, { id });
  expect(answer.data.customer.analytics).toBeNull();
  expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(client, FITS))).toEqual(['FORBIDDEN']);
});
