import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutoffsOf, type Figures, scoresOf, segmentOf } from '../../server/features/figures/rfm.rules.js';
import { OrderStatus } from '../../server/features/order/order.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { imported } from '../support/import.js';
import { type Answer, codesOf, startServer, type TestServer } from '../support/server.js';

const folder = join(import.meta.dirname, '../../../shared/data/rfm');
const absent = !existsSync(folder);

let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  manager = await person(server, 'manager');
});
afterAll(() => server.stop());

const RFM = `query ($id: ID!, $asOf: Date) { customer(id: $id) { name analytics(asOf: $asOf) { rfmAbsence
  rfm { recencyDays frequency monetaryCents currency r f m segment sample asOf cutoffs { r f m } } } } }`;

const rfmOf = async (id: string, asOf?: string) => (await server.ask(manager, RFM, { id, asOf })).data.customer.analytics;

test('a customer is scored against all of them, on the day asked for', async () => {
  const ids: string[] = [];
  for (let i = 1; i <= 6; i++) {
    const { id } = await customer(server);
    ids.push(id);
    for (let n = 0; n < i; n++)
      await order(server, {
        customerId: id,
        totalCents: 1_000,
        placedAt: new Date(`2026-01-${String(i + n).padStart(2, '0')}T12:00:00Z`),
      });
  }
  const { id: none } = await customer(server);
  await order(server, { customerId: none, status: OrderStatus.PENDING, placedAt: new Date('2026-01-05') });
  expect(await rfmOf(ids[5], '2026-01-31')).toEqual({
    rfmAbsence: null,
    rfm: {
      recencyDays: 20,
      frequency: 6,
      monetaryCents: 6_000,
      currency: 'EUR',
      r: 5,
      f: 5,
      m: 5,
      segment: 'CHAMPIONS',
      sample: 6,
      asOf: '2026-01-31',
      cutoffs: { r: [23, 25, 27, 29], f: [3, 4, 5, 6], m: [2_100, 3_100, 4_100, 5_100] },
    },
  });
  expect(await rfmOf(ids[0], '2026-01-31')).toMatchObject({ rfm: { r: 1, f: 1, m: 1, segment: 'LOST' } });
  expect(await rfmOf(none, '2026-01-31')).toEqual({ rfmAbsence: 'NO_ORDERS', rfm: null });
  expect(await rfmOf(ids[1], '2026-01-03')).toMatchObject({ rfmAbsence: 'TOO_FEW_CUSTOMERS' });
  // The last second of the day is in it, the next day is not.
  await order(server, { customerId: ids[0], totalCents: 7, placedAt: new Date('2026-01-31T22:59:59Z') });
  await order(server, { customerId: ids[0], totalCents: 7, placedAt: new Date('2026-01-31T23:00:00Z') });
  expect(await rfmOf(ids[0], '2026-01-31')).toMatchObject({ rfm: { recencyDays: 0, frequency: 2, monetaryCents: 1_007 } });
});

test('many customers cost two statements more than one', async () => {
  const asked = '{ customers(first: 20) { nodes { analytics(asOf: "2026-01-31") { rfm { segment } } } } }';
  await server.ask(manager, asked);
  const { statements } = await server.count(() => server.ask(manager, asked));
  expect(statements).toBe(3);
});

test('revenue by month: no month is missing, and only what was sold counts', async () => {
  const { id } = await customer(server);
  await order(server, { customerId: id, totalCents: 1_500, placedAt: new Date('2025-11-30T23:30:00Z') });
  await order(server, { customerId: id, totalCents: 2_000, placedAt: new Date('2026-02-10') });
  await order(server, { customerId: id, totalCents: 500, placedAt: new Date('2026-02-11') });
  await order(server, { customerId: id, totalCents: 9_000, placedAt: new Date('2026-02-12'), status: OrderStatus.PENDING });
  const asked =
    'query ($id: ID!, $months: Int!, $until: Date) { customer(id: $id) { revenueSeries(months: $months, until: $until) { month revenueCents currency } } }';
  const series = async (variables: object) =>
    (await server.ask(manager, asked, { id, ...variables })).data.customer.revenueSeries;
  expect(await series({ months: 4, until: '2026-02-28' })).toEqual([
    { month: '2025-11-01', revenueCents: 0, currency: 'EUR' },
    { month: '2025-12-01', revenueCents: 1_500, currency: 'EUR' },
    { month: '2026-01-01', revenueCents: 0, currency: 'EUR' },
    { month: '2026-02-01', revenueCents: 2_500, currency: 'EUR' },
  ]);
  const { id: silent } = await customer(server);
  const none = (await server.ask(manager, asked, { id: silent, months: 12 })).data.customer.revenueSeries;
  expect(none).toHaveLength(12);
  expect(none.every(({ revenueCents }: { revenueCents: number }) => revenueCents === 0)).toBe(true);
  const { id: old } = await customer(server);
  await order(server, { customerId: old, totalCents: 42, placedAt: new Date('2010-12-05') });
  const last = (await server.ask(manager, asked, { id: old, months: 2 })).data.customer.revenueSeries;
  expect(last).toMatchObject([
    { month: '2010-11-01', revenueCents: 0 },
    { month: '2010-12-01', revenueCents: 42 },
  ]);
  expect(codesOf(await server.ask(manager, asked, { id, months: 61 }))).toEqual(['BAD_USER_INPUT']);
});

test('only our own people read analytics', async () => {
  const { id } = await customer(server);
  const client = await person(server, 'client');
  await member(server, client.id, id);
  const asked = 'query ($id: ID!) { customer(id: $id) { id analytics { rfm { segment } } revenueSeries { month } } }';
  const answer = await server.ask(client, asked, { id });
  expect(answer.data.customer).toEqual({ id, analytics: null, revenueSeries: null });
  expect(codesOf(answer)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

/** Published with the R package rfm: its made-up orders, their cut-offs and their segments on 2006-12-31. */
describe.skipIf(absent)(`the published segments${absent ? ' (skipped: ../shared/data/rfm is not there)' : ''}`, () => {
  const read = () => {
    const rows: Record<'customer_id' | 'order_date' | 'revenue', string>[] = parse(
      readFileSync(join(folder, 'rfm_data_orders.csv')),
      { columns: true },
    );
    return { rows, reference: JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) };
  };
  const DAY = 86_400_000;

  test('come out of the rule', () => {
    const { rows, reference } = read();
    const asOf = Date.parse(reference.analysis_date);
    const people = new Map<string, Figures>();
    for (const { customer_id, order_date, revenue } of rows) {
      const known = people.get(customer_id) ?? { recency: Number.POSITIVE_INFINITY, frequency: 0, monetary: 0 };
      people.set(customer_id, {
        recency: Math.min(known.recency, (asOf - Date.parse(order_date)) / DAY),
        frequency: known.frequency + 1,
        monetary: known.monetary + Number(revenue),
      });
    }
    const all = [...people.values()];
    const cutoffs = cutoffsOf(all);
    for (const part of ['recency', 'frequency', 'monetary'] as const)
      expect(cutoffs[part].map((cutoff) => Number(cutoff.toFixed(6)))).toEqual(reference.thresholds[part][0].slice(1));
    const totals: Record<string, { customers: number; orders: number; revenue: number }> = {};
    for (const one of all) {
      const segment = segmentOf(scoresOf(one, cutoffs));
      totals[segment] ??= { customers: 0, orders: 0, revenue: 0 };
      totals[segment].customers += 1;
      totals[segment].orders += one.frequency;
      totals[segment].revenue += one.monetary;
    }
    expect(totals).toEqual(reference.segments_ours);
    expect(totals.Champions).toEqual({ customers: 158, orders: 1_234, revenue: 120_178 });
  });

  test('come out of the database, through an import', async () => {
    const { rows, reference } = read();
    await server.asSuperuser('truncate "order" cascade');
    const lines = rows.map(({ customer_id, order_date, revenue }, i) => `P${i},${order_date},${customer_id},1,${revenue}`);
    const run = await imported(server, manager, ['number,date,customer,quantity,price', ...lines].join('\n'));
    expect(run).toMatchObject({ status: 'DONE', read: 4_906, created: 4_906, customers: 995, refusedTotal: 0 });
    const champions = { customers: 0, orders: 0, revenue: 0 };
    for (let after: string | null = null; ; ) {
      const asked = `query ($after: String) { customers(first: 100, after: $after, filter: { withOrders: true }) { pageInfo { hasNextPage endCursor }
        nodes { analytics(asOf: "${reference.analysis_date}") { rfm { segment frequency monetaryCents sample } } } } }`;
      const { customers }: Answer['data'] = (await server.ask(manager, asked, { after })).data;
      for (const { analytics } of customers.nodes) {
        expect(analytics.rfm.sample).toBe(995);
        if (analytics.rfm.segment !== 'CHAMPIONS') continue;
        champions.customers += 1;
        champions.orders += analytics.rfm.frequency;
        champions.revenue += analytics.rfm.monetaryCents / 100;
      }
      if (!customers.pageInfo.hasNextPage) break;
      after = customers.pageInfo.endCursor;
    }
    expect(champions).toEqual(reference.published_in_tests.Champions);
  }, 60_000);
});
