import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OrderStatus } from '../../server/features/order/order.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;
let seller: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [manager, staff, seller] = [await person(server, 'manager'), await person(server, 'staff'), await person(server, 'revendeur')];
});
afterAll(() => server.stop());

const LIST = `query ($filter: CustomerFilter, $sort: CustomerSort!, $direction: Direction!, $after: String) {
  customers(first: 2, after: $after, filter: $filter, sort: $sort, direction: $direction) {
    nodes { id name } pageInfo { hasNextPage endCursor } totalCount } }`;

/** The names of all pages, in order. */
async function names(who: TestPerson, filter: object, sort: string, direction = 'DESC'): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await server.ask(who, LIST, { filter, sort, direction, after });
    expect(errors).toBeUndefined();
    found.push(...data.customers.nodes.map(({ name }: { name: string }) => name));
    if (!data.customers.pageInfo.hasNextPage) return found;
    after = data.customers.pageInfo.endCursor;
  }
}

describe('searching', () => {
  test('the best match comes first, page after page, and what only nearly fits comes last', async () => {
    await customer(server, { name: 'Menuiserie Kermorvan' });
    await customer(server, { name: 'Ateliers Kermorvan et fils' });
    await customer(server, { name: 'Kermorvan Toiture' });
    await customer(server, { name: 'Kermorvan' });
    await customer(server, { name: 'Kermorvant Peinture' });
    await customer(server, { name: 'Autre maison' }, { street: '3 rue Kermorvan', postalCode: '29200', city: 'Brest' });
    const found = await names(staff, { search: 'kérmorvan' }, 'RELEVANCE');
    expect(found[0]).toBe('Kermorvan');
    expect(found.slice(1, 3).sort()).toEqual(['Kermorvan Toiture', 'Kermorvant Peinture']);
    expect(found.at(-1)).toBe('Autre maison');
    expect(found).toHaveLength(6);
    expect(new Set(found).size).toBe(6);
  });

  test('our own people find a customer by who signs in for them; a reseller does not', async () => {
    const { id } = await customer(server, { name: 'Sans nom connu', resellerId: seller.id });
    const guest = await person(server, 'client', 'Ombeline Quéffelec');
    await member(server, guest.id, id);
    expect(await names(staff, { search: 'queffelec ombeline' }, 'RELEVANCE')).toEqual(['Sans nom connu']);
    expect(await names(seller, { search: 'queffelec ombeline' }, 'RELEVANCE')).toEqual([]);
    await server.database.query(`update "user" set name = 'Bérengère Tanguy' where id = $1`, [guest.id]);
    expect(await names(staff, { search: 'berengere' }, 'RELEVANCE')).toEqual(['Sans nom connu']);
    await server.database.query('delete from membership where user_id = $1', [guest.id]);
    expect(await names(staff, { search: 'berengere' }, 'RELEVANCE')).toEqual([]);
  });

  test.each([
    ['\u200fشركة النور\u200f', 'شركة النور'],
    ['Café 🦀 Crabe', '🦀'],
    ['سوق \u202bأكادير\u202c', 'أكادير'],
    ['株式会社プリズム', 'プリズム'],
    ['Дом книги', 'дом КНИГИ'],
  ])('the name %j is kept to the letter, and found by %j', async (name, search) => {
    const { data } = await server.ask(
      staff,
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { name } userErrors { code } } }',
      { input: { kind: 'COMPANY', name } },
    );
    expect(data.createCustomer).toEqual({ customer: { name }, userErrors: [] });
    expect(await names(staff, { search }, 'RELEVANCE')).toEqual([name]);
    expect(await names(staff, { search: `\u200e${search}` }, 'RELEVANCE')).toEqual([name]);
  });

  test('a name of nothing but invisible marks is none', async () => {
    const { data } = await server.ask(
      staff,
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { path code } } }',
      { input: { kind: 'COMPANY', name: ' \u200f\u2066\u2069 ' } },
    );
    expect(data.createCustomer.userErrors).toEqual([{ path: ['input', 'name'], code: 'BLANK' }]);
  });

  test('an overseas number is found as it is dialled there', async () => {
    await customer(server, { name: 'Case créole', phone: '+262692001122' });
    expect(await names(staff, { search: '0692 00 11 22' }, 'RELEVANCE')).toEqual(['Case créole']);
  });
});

describe('sorted by orders', () => {
  test('how many, how much and when follow what is placed, changed and taken away', async () => {
    const tag = randomUUID();
    const [a, b, none] = await Promise.all(
      ['Ordres A', 'Ordres B', 'Ordres C'].map((name) => customer(server, { name, tags: [tag], resellerId: seller.id })),
    );
    const first = await order(server, { customerId: a.id, totalCents: 5_000, placedAt: new Date('2026-03-01') });
    await order(server, { customerId: a.id, totalCents: 1_000, placedAt: new Date('2026-01-01') });
    await order(server, { customerId: b.id, totalCents: 9_000, placedAt: new Date('2026-02-01') });
    await order(server, {
      customerId: b.id,
      totalCents: 90_000,
      placedAt: new Date('2026-01-01'),
      status: OrderStatus.CANCELLED,
    });
    const filter = { tags: [tag] };
    expect(await names(staff, filter, 'SPENT')).toEqual(['Ordres B', 'Ordres A', 'Ordres C']);
    expect(await names(staff, filter, 'LAST_ORDER')).toEqual(['Ordres A', 'Ordres B', 'Ordres C']);
    expect(await names(staff, filter, 'ORDER_COUNT', 'ASC')).toEqual(['Ordres C', ...['Ordres A', 'Ordres B']]);
    expect(await names(seller, filter, 'SPENT')).toEqual(['Ordres B', 'Ordres A', 'Ordres C']);
    await server.database.query('update "order" set customer_id = $1 where id = $2', [none.id, first.id]);
    expect(await names(staff, filter, 'SPENT')).toEqual(['Ordres B', 'Ordres C', 'Ordres A']);
    await server.database.query('delete from "order" where customer_id = $1', [b.id]);
    expect(await names(staff, filter, 'SPENT')).toEqual(['Ordres C', 'Ordres A', 'Ordres B']);
    const kept = await server.database.query(
      'select order_count, spent_cents::int from customer where tags @> array[$1] order by name',
      [tag],
    );
    expect(kept).toEqual([
      { order_count: 1, spent_cents: 1_000 },
      { order_count: 0, spent_cents: 0 },
      { order_count: 1, spent_cents: 5_000 },
    ]);
  });

  test('who doesn’t see the orders learns nothing from the order of the rows', async () => {
    const colleague = await person(server, 'client');
    const mine = [await customer(server, { name: 'Riche' }), await customer(server, { name: 'Pauvre' })];
    for (const { id } of mine) await member(server, colleague.id, id, { finance: false });
    const bothWays = async () => [await names(colleague, {}, 'SPENT'), await names(colleague, {}, 'SPENT', 'ASC')];
    const before = await bothWays();
    for (const [i, { id }] of mine.entries()) await order(server, { customerId: id, totalCents: (i + 1) * 1_000 });
    const after = await bothWays();
    await server.database.query('update "order" set total_cents = 900000 where customer_id = $1', [mine[0].id]);
    expect(after).toEqual(before);
    expect(await bothWays()).toEqual(before);
  });

  test('a page with counts and amounts is one statement, however it is sorted', async () => {
    const asked = `{ customers(first: 50, sort: RELEVANCE, filter: { search: "client" }) { totalCount nodes { name orderStats { total spentCents } } } }`;
    await server.ask(staff, asked);
    for (const sort of ['RELEVANCE', 'SPENT', 'NAME']) {
      const { statements } = await server.count(() => server.ask(staff, asked.replace('RELEVANCE', sort)));
      expect(statements).toBe(1);
    }
  });

  test('a cursor of one order is refused in another', async () => {
    const { data } = await server.ask(staff, LIST, { sort: 'SPENT', direction: 'DESC' });
    const after = data.customers.pageInfo.endCursor;
    for (const sort of ['RELEVANCE', 'NAME', 'LAST_ORDER'])
      expect(codesOf(await server.ask(staff, LIST, { sort, direction: 'DESC', after }))).toEqual(['BAD_USER_INPUT']);
  });
});

const TAG = `mutation ($input: TagCustomersInput!) { tagCustomers(input: $input) {
  customers { id tags version } changedIds leftIds userErrors { path code message } } }`;
const STATUS = `mutation ($input: SetCustomersStatusInput!) { setCustomersStatus(input: $input) {
  customers { id } changedIds leftIds userErrors { path code } } }`;
const entries = async (action: string) =>
  (
    await server.database.query(`select count(*)::int as n from audit_entry where outcome = 'CHANGED' and action = $1`, [action])
  )[0].n;

describe('tagging many', () => {
  test('words are given and taken, those that had them are as they were, and each change leaves its trace', async () => {
    const [a, b] = [await customer(server, { tags: ['vip'] }), await customer(server, { tags: ['salon', 'à revoir'] })];
    const before = await entries('customer.tag');
    const input = { ids: [a.id, b.id], add: [' VIP '], remove: ['À revoir'] };
    const { data } = await server.ask(staff, TAG, { input });
    expect(data.tagCustomers).toMatchObject({ changedIds: [b.id], leftIds: [], userErrors: [] });
    expect(data.tagCustomers.customers.map(({ tags }: { tags: string[] }) => tags)).toEqual([['vip'], ['salon', 'vip']]);
    expect(await entries('customer.tag')).toBe(before + 2);
  });

  test('those that left the filter meanwhile, or are gone, are told and left as they are', async () => {
    const [stays, leaves, gone] = [await customer(server), await customer(server), await customer(server)];
    await server.database.query(`update customer set status = 'INACTIVE' where id = $1`, [leaves.id]);
    await server.database.query('delete from customer where id = $1', [gone.id]);
    const ids = [stays.id, leaves.id, gone.id, 'no id'];
    const filter = { status: 'ACTIVE' };
    const { data } = await server.ask(staff, TAG, { input: { ids, filter, add: ['salon'] } });
    expect(data.tagCustomers).toMatchObject({ changedIds: [stays.id], leftIds: [leaves.id, gone.id, 'no id'], userErrors: [] });
    expect(await server.database.query('select tags from customer where id = $1', [leaves.id])).toEqual([{ tags: [] }]);
    const status = await server.ask(manager, STATUS, { input: { ids, filter, status: 'INACTIVE' } });
    expect(status.data.setCustomersStatus).toMatchObject({ changedIds: [stays.id], leftIds: [leaves.id, gone.id, 'no id'] });
    const undone = await server.ask(manager, STATUS, {
      input: { ids: [stays.id], filter: { status: 'INACTIVE' }, status: 'ACTIVE' },
    });
    expect(undone.data.setCustomersStatus).toMatchObject({ changedIds: [stays.id], leftIds: [] });
  });

  test('without a filter somebody else’s refuses the whole, and a reseller tags theirs', async () => {
    const [mine, other] = [await customer(server, { resellerId: seller.id }), await customer(server)];
    const before = await entries('customer.tag');
    expect(codesOf(await server.ask(seller, TAG, { input: { ids: [mine.id, other.id], add: ['x'] } }))).toEqual(['NOT_FOUND']);
    expect(await entries('customer.tag')).toBe(before);
    const { data } = await server.ask(seller, TAG, { input: { ids: [mine.id, other.id], filter: {}, add: ['x'] } });
    expect(data.tagCustomers).toMatchObject({ changedIds: [mine.id], leftIds: [other.id] });
    expect(codesOf(await server.ask(null, TAG, { input: { ids: [mine.id], add: ['x'] } }))).toEqual(['UNAUTHENTICATED']);
  });

  test.each([
    [{}, 'add', 'NOTHING'],
    [{ add: ['  '] }, 'add', 'NOTHING'],
    [{ ids: [], add: ['x'] }, 'ids', 'NOTHING'],
    [{ add: ['x'.repeat(51)] }, 'add', 'TOO_LONG'],
    [{ add: Array.from({ length: 30 }, (_, i) => `mot ${i}`) }, 'add', 'OVER_TAGGED'],
  ])('%j is refused at its field, and nothing changes', async (fields, field, code) => {
    const { id } = await customer(server, { tags: ['déjà'] });
    const { data } = await server.ask(staff, TAG, { input: { ids: [id], ...fields } });
    expect(data.tagCustomers).toMatchObject({ customers: null, userErrors: [{ path: ['input', field], code }] });
    expect(await server.database.query('select tags, version from customer where id = $1', [id])).toEqual([
      { tags: ['déjà'], version: 1 },
    ]);
  });
});
