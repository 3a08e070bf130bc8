import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { OrderStatus } from '../../server/features/order/order.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let withoutFinance: TestPerson;
let revendeur: TestPerson;
let prestataire: TestPerson;
let theirs: Customer;
let others: Customer;

beforeAll(async () => {
  server = await startServer();
  [staff, client, withoutFinance, revendeur, prestataire] = await Promise.all(
    ['staff', 'client', 'client', 'revendeur', 'prestataire'].map((role) => person(server, role)),
  );
  theirs = await customer(server, { resellerId: revendeur.id });
  others = await customer(server);
  await member(server, client.id, theirs.id);
  await member(server, withoutFinance.id, theirs.id, { finance: false });
});
afterAll(() => server.stop());

const ORDER =
  'query ($id: ID!) { order(id: $id) { id number totalCents currency customer { id } lines { position sku totalCents } } }';

test('an order is read by staff, by the client’s members who see finances and by their reseller, and by nobody else', async () => {
  const mine = await order(server, { customerId: theirs.id });
  const foreign = await order(server, { customerId: others.id });
  const unlinked = await order(server);
  const read = async (who: TestPerson, id: string) => (await server.ask(who, ORDER, { id })).data?.order ?? null;
  expect(await read(staff, mine.id)).toMatchObject({
    number: mine.number,
    totalCents: 12_000,
    currency: 'EUR',
    customer: { id: theirs.id },
  });
  expect((await read(staff, mine.id)).lines).toEqual([{ position: 1, sku: 'BOL-01', totalCents: 12_000 }]);
  expect(await read(staff, unlinked.id)).toMatchObject({ customer: null });
  for (const who of [client, revendeur]) {
    expect(await read(who, mine.id)).toMatchObject({ id: mine.id });
    expect((await read(who, mine.id)).lines).toHaveLength(1);
    for (const id of [foreign.id, unlinked.id, randomUUID(), 'no-id']) expect(await read(who, id)).toBeNull();
  }
  expect(await read(withoutFinance, mine.id)).toBeNull();
  expect(codesOf(await server.ask(prestataire, ORDER, { id: mine.id }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await server.ask(null, ORDER, { id: mine.id }))).toEqual(['UNAUTHENTICATED']);
});

test('a list shows, counts and sorts only what is seen', async () => {
  const owner = await customer(server, { resellerId: revendeur.id });
  await member(server, client.id, owner.id);
  await order(server, { customerId: owner.id, totalCents: 300, placedAt: new Date('2026-03-01') });
  await order(server, { customerId: owner.id, totalCents: 100, placedAt: new Date('2026-04-01'), status: OrderStatus.PENDING });
  await order(server, { customerId: owner.id, totalCents: -50, placedAt: new Date('2026-05-01'), status: OrderStatus.CANCELLED });
  const list = `query ($id: ID!, $filter: OrderFilter) { customer(id: $id) {
    orders(first: 2, sort: TOTAL, filter: $filter) { totalCount nodes { totalCents status } pageInfo { hasNextPage endCursor } } } }`;
  const asked = async (who: TestPerson, filter: object | null) =>
    (await server.ask(who, list, { id: owner.id, filter })).data.customer?.orders;
  expect(await asked(client, null)).toMatchObject({
    totalCount: 3,
    nodes: [{ totalCents: 300 }, { totalCents: 100 }],
    pageInfo: { hasNextPage: true },
  });
  expect(await asked(revendeur, { status: 'PENDING' })).toMatchObject({ totalCount: 1, nodes: [{ totalCents: 100 }] });
  expect(await asked(staff, { placedFrom: '2026-03-15T00:00:00Z', placedBefore: '2026-04-15T00:00:00Z' })).toMatchObject({
    totalCount: 1,
  });
  expect((await server.ask(withoutFinance, '{ orders { totalCount nodes { id } } }')).data.orders).toEqual({
    totalCount: 0,
    nodes: [],
  });
});

test('figures: money counts confirmed orders only, in one currency', async () => {
  const owner = await customer(server);
  const figures = async () =>
    (
      await server.ask(
        staff,
        'query ($id: ID!) { customer(id: $id) { orderStats { total confirmed pending cancelled spentCents averageBasketCents currency lastOrderAt } } }',
        { id: owner.id },
      )
    ).data.customer.orderStats;
  expect(await figures()).toEqual({
    total: 0,
    confirmed: 0,
    pending: 0,
    cancelled: 0,
    spentCents: 0,
    averageBasketCents: null,
    currency: 'EUR',
    lastOrderAt: null,
  });
  await order(server, { customerId: owner.id, totalCents: 1_000, placedAt: new Date('2026-01-01') });
  await order(server, { customerId: owner.id, totalCents: 2_001, placedAt: new Date('2026-02-01') });
  await order(server, { customerId: owner.id, totalCents: 9_999, placedAt: new Date('2025-02-01'), currency: 'USD' });
  await order(server, { customerId: owner.id, totalCents: 5_000, placedAt: new Date('2026-03-01'), status: OrderStatus.PENDING });
  await order(server, {
    customerId: owner.id,
    totalCents: -700,
    placedAt: new Date('2026-04-01'),
    status: OrderStatus.CANCELLED,
  });
  expect(await figures()).toEqual({
    total: 5,
    confirmed: 3,
    pending: 1,
    cancelled: 1,
    spentCents: 3_001,
    averageBasketCents: 1_501,
    currency: 'EUR',
    lastOrderAt: '2026-04-01T00:00:00.000Z',
  });
});

test('a prestataire reads no orders of a customer they work for', async () => {
  const answer = await server.ask(staff, '{ customers(first: 1) { nodes { orders { totalCount } } } }');
  expect(answer.errors).toBeUndefined();
  expect(codesOf(await server.ask(prestataire, '{ orders { totalCount } }'))).toEqual(['FORBIDDEN']);
});
