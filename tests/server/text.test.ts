import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../bench/operations.js';
import { seedDemo } from '../../server/demo/demo.js';
import { asDemo, type TestPerson } from '../support/as.js';
import { codesOf, serve, startServer, type TestServer } from '../support/server.js';

/** Asked as text and by loaders: the same to the letter; and which of the two it was is counted, not believed. */
let server: TestServer;
let byLoaders: Awaited<ReturnType<typeof serve>>;
let id: string;
let other: string;
const people = new Map<string, [TestPerson, TestPerson]>();
const roles = ['client', 'prestataire', 'revendeur', 'superadmin'] as const;

beforeAll(async () => {
  server = await startServer();
  await seedDemo(server.product);
  byLoaders = await serve(server.databaseUrl, { answers: 'loaders' });
  for (const role of roles) people.set(role, [await asDemo(server, role), await asDemo(byLoaders, role)]);
  [{ id }] = await server.database.query(`select id from customer where name = 'Transports Kervella'`);
  [{ id: other }] = await server.database.query(
    `select id from customer where name <> 'Transports Kervella' order by name limit 1`,
  );
}, 120_000);
afterAll(async () => {
  await byLoaders.close();
  await server.stop();
});

async function both(role: string, query: string, variables: object) {
  const [asText, loaded] = people.get(role)!;
  const { result, texts } = await server.count(() => server.ask(asText, query, variables));
  const expected = await byLoaders.ask(loaded, query, variables);
  return { result, expected, inText: texts.length === 1 && texts[0].includes('::text as data') };
}

const still = (answer: object) => JSON.stringify(answer, (name, value) => (name === 'requestId' ? undefined : value));

const PAGE = `query ($first: Int, $after: String, $direction: Direction!) {
  customers(first: $first, after: $after, sort: NAME, direction: $direction) {
    totalCount edges { cursor node { id name tags } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

const whole: [string, string, object?][] = [
  ...operations.map(({ name, prisme }): [string, string] => [name, prisme]),
  ['aliases', `query ($id: ID!) { one: customer(id: $id) { a: name b: name } two: customer(id: $id) { id __typename } }`],
  [
    'fragments that overlap',
    `query ($id: ID!) { customer(id: $id) { ...A ... on Customer { contacts { email } } } }
     fragment A on Customer { name contacts { name } }`,
  ],
  [
    'skip and include',
    `query ($id: ID!, $no: Boolean = false) { customer(id: $id) { id name @include(if: $no) email @skip(if: $no) } }`,
  ],
  [
    'the same list twice',
    `query ($id: ID!) { customer(id: $id) { invoices(first: 2) { nodes { id } edges { cursor node { number } } } } }`,
  ],
  ['a page', PAGE, { first: 3, direction: 'ASC' }],
  ['a page the other way', PAGE, { first: 3, direction: 'DESC' }],
  ['an empty page', PAGE, { first: 0, direction: 'ASC' }],
  ['a full page', PAGE, { first: 100, direction: 'ASC' }],
  [
    'instants and days',
    `query ($id: ID!) { customer(id: $id) { createdAt invoices(sort: ISSUED_ON) { nodes { issuedOn dueOn issuedAt } } } }`,
  ],
  [
    'custom fields, and a list by them',
    `query ($id: ID!) { customer(id: $id) { customFields { id fieldId text number date choiceId } }
     customers(filter: { customFields: [{ key: "cold_power_kw", from: 10.5 }, { key: "contract_until", has: true }] }) { totalCount nodes { id } } }`,
  ],
];

describe.each(roles)('%s', (role) => {
  test.each(whole)('%s', async (_name, query, variables = {}) => {
    for (const one of [id, other, '00000000-0000-7000-8000-000000000000']) {
      const { result, expected } = await both(role, query, { id: one, ...variables });
      expect(still(result)).toBe(still(expected));
    }
  });
});

test.each(whole)('%s is one statement whose text is the answer', async (_name, query, variables = {}) => {
  expect(await both('superadmin', query, { id, ...variables })).toMatchObject({ inText: true });
});

test('page after page, the cursors are those of the resolvers, and reach every row once', async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { result, expected, inText } = await both('superadmin', PAGE, { first: 25, after, direction: 'ASC' });
    expect(inText).toBe(true);
    expect(still(result)).toBe(still(expected));
    const { edges, pageInfo } = result.data.customers;
    seen.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  const all: { id: string }[] = await server.database.query('select id from customer order by name, id');
  expect(seen).toEqual(all.map((row) => row.id));
});

test.each([
  ['what is computed in code', `query ($id: ID!) { customer(id: $id) { name viewerCan { update } } }`, {}],
  ['the schema itself', `{ __type(name: "Customer") { name fields { name } } __schema { queryType { name } } }`, {}],
  ['the schema beside rows', `{ __type(name: "Customer") { name } customers { nodes { id } } }`, {}],
  ['a page from the end', `{ customers(last: 2) { nodes { id } } }`, {}],
  ['no id at all', `{ customer(id: "nobody") { id } }`, {}],
  ['a NUL byte', `query ($s: String) { customers(filter: { search: $s }) { nodes { id } } }`, { s: 'a\0b' }],
  ['a cursor made up', `{ customers(after: "bm90aGluZw") { nodes { id } } }`, {}],
  ['too many rows', `{ customers(first: 101) { nodes { id } } }`, {}],
  ['a variable of the wrong type', `query ($id: ID!) { customer(id: $id) { id } }`, { id: {} }],
  ['a field that is refused', `{ customers { nodes { id name } } mails { nodes { id } } }`, {}],
])('%s goes the ordinary way, and is answered alike', async (_name, query, variables) => {
  for (const role of roles) {
    const { result, expected, inText } = await both(role, query, { id, ...variables });
    if (role !== 'superadmin' || !query.includes('mails')) expect(inText).toBe(false);
    expect(still(result)).toBe(still(expected));
  }
});

test('a field that only some may read is refused to the others, whoever asked for it before', async () => {
  const query = `query ($id: ID!) { customer(id: $id) { id internalNote } }`;
  for (const role of ['superadmin', 'client', 'superadmin'] as const) {
    const { result, expected } = await both(role, query, { id });
    expect(still(result)).toBe(still(expected));
    expect(codesOf(result)).toEqual(role === 'client' ? ['FORBIDDEN'] : undefined);
  }
});
