import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { imported } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';

const file = join(import.meta.dirname, '../../../shared/data/online-retail/lines_2010-12.csv.gz');
const absent = !existsSync(file);

/** One real month of a wholesaler: UCI Online Retail (Chen, Sain, Guo 2012). What it holds is known to the cent. */
describe.skipIf(absent)(`a real month of orders${absent ? ' (skipped: ../shared/data/online-retail is not there)' : ''}`, () => {
  let server: TestServer;
  let manager: TestPerson;
  // biome-ignore lint/suspicious/noExplicitAny: as asked
  let run: any;

  beforeAll(async () => {
    server = await startServer({ jobs: true });
    manager = await person(server, 'manager');
    run = await imported(server, manager, readFileSync(file), { currency: 'GBP' });
  }, 120_000);
  afterAll(() => server?.stop());

  const ask = async (query: string, variables?: object) => {
    const { data, errors } = await server.ask(manager, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };

  /** Every row of a list, page by page. */
  async function all(select: string, filter: object) {
    const nodes = [];
    for (let after: string | null = null; ; ) {
      const query = `query ($after: String, $filter: OrderFilter) { orders(first: 100, after: $after, filter: $filter) {
        nodes { ${select} } pageInfo { hasNextPage endCursor } } }`;
      const { orders } = await ask(query, { after, filter });
      nodes.push(...orders.nodes);
      if (!orders.pageInfo.hasNextPage) return nodes;
      after = orders.pageInfo.endCursor;
    }
  }

  test('is read whole', () => {
    expect(run).toMatchObject({
      status: 'DONE',
      error: null,
      progress: 1,
      read: 42_481,
      orders: 2_025,
      customers: 948,
      created: 1_885,
      updated: 0,
      unchanged: 0,
      refusedTotal: 273,
    });
  });

  test('its cancellations, lines without a price, returns and unknown customers are what they are', async () => {
    const count = `query ($id: ID!, $quantity: String, $price: String) {
      cancelled: orders(filter: { status: CANCELLED }) { totalCount } confirmed: orders(filter: { status: CONFIRMED }) { totalCount }
      customerStats { total }
      importRun(id: $id) { quantity: refusals(filter: { code: $quantity }) { totalCount } price: refusals(filter: { code: $price }) { totalCount } } }`;
    const found = await ask(count, { id: run.id, quantity: 'NOT_POSITIVE_QUANTITY', price: 'NOT_POSITIVE_PRICE' });
    expect(found.cancelled.totalCount).toBe(326);
    expect(found.customerStats.total).toBe(948);
    const cancelled = await all('lineCount totalCents lines { quantity }', { status: 'CANCELLED' });
    const returned = cancelled.flatMap(({ lines }) => lines).filter(({ quantity }) => quantity <= 0).length;
    // Every line refused has no price; of those with a quantity of 0 or less the quantity is told first.
    expect(found.importRun.quantity.totalCount + found.importRun.price.totalCount).toBe(273);
    expect(returned + found.importRun.quantity.totalCount).toBe(798);
    const unlinked = await all('lineCount', { linked: false });
    const refusedUnlinked = 270;
    expect(unlinked.reduce((sum, { lineCount }) => sum + lineCount, 0) + refusedUnlinked).toBe(15_631);
  });

  test('what was bought by known customers adds up to the cent', async () => {
    const bought = await all('totalCents currency lineCount customer { id }', { status: 'CONFIRMED', linked: true });
    expect(bought).toHaveLength(1_400);
    expect(new Set(bought.map(({ customer }) => customer.id)).size).toBe(885);
    expect(bought.reduce((sum, { lineCount }) => sum + lineCount, 0)).toBe(26_157);
    expect(bought.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(57_271_389);
    expect(new Set(bought.map(({ currency }) => currency))).toEqual(new Set(['GBP']));
  });

  test('one customer’s own figures', async () => {
    const asked = `{ searchCustomers(search: "Client 17850") { id name orders(first: 1, direction: ASC) { totalCount nodes { number placedAt country lines { sku quantity unitPriceCents } } }
      orderStats { total confirmed pending cancelled spentCents averageBasketCents lastOrderAt currency } } }`;
    const [customer] = (await ask(asked)).searchCustomers;
    expect(customer.name).toBe('Client 17850');
    const { orderStats: stats, orders } = customer;
    expect(orders.nodes[0]).toMatchObject({ number: '536365', country: 'United Kingdom', placedAt: '2010-12-01T07:26:00.000Z' });
    expect(orders.nodes[0].lines[0]).toEqual({ sku: '85123A', quantity: 6, unitPriceCents: 255 });
    expect(stats.total).toBe(orders.totalCount);
    expect(stats.confirmed + stats.pending + stats.cancelled).toBe(stats.total);
    expect(stats.averageBasketCents).toBe(Math.round(stats.spentCents / stats.confirmed));
  });

  test('a second time it changes nothing', async () => {
    const again = await imported(server, manager, readFileSync(file), { currency: 'GBP' });
    expect(again).toMatchObject({ status: 'DONE', read: 42_481, created: 0, updated: 0, unchanged: 1_885, refusedTotal: 273 });
  }, 120_000);
});
