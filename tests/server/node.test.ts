import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
});
afterAll(() => server.stop());

const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on Customer { name contacts { name } } ... on Opportunity { title stage { key } } ... on User { name } } }`;

test('any id answers with its own type', async () => {
  const it = await customer(server, { name: 'Port' }, undefined, 'contact@port.test');
  const deal = await opportunity(server, staff.id, { title: 'Toiture' });
  expect((await server.ask(staff, NODE, { id: it.id })).data.node).toEqual({
    __typename: 'Customer',
    id: it.id,
    name: 'Port',
    contacts: [{ name: 'Maëlle Kervella' }],
  });
  expect((await server.ask(staff, NODE, { id: deal.id })).data.node).toEqual({
    __typename: 'Opportunity',
    id: deal.id,
    title: 'Toiture',
    stage: { key: 'prospecting' },
  });
  expect((await server.ask(staff, NODE, { id: client.id })).data.node).toMatchObject({ __typename: 'User', name: client.name });
});

test('unknown, foreign and not permitted are the same: null', async () => {
  const [mine, foreign] = [await customer(server), await customer(server)];
  await member(server, client.id, mine.id);
  const deal = await opportunity(server, staff.id, { customerId: mine.id });
  expect((await server.ask(client, NODE, { id: mine.id })).data.node.id).toBe(mine.id);
  // A client sees colleagues beside what is theirs, but has no query for users.
  for (const id of [foreign.id, deal.id, client.id, randomUUID(), 'nonsense', ''])
    expect([id, await server.ask(client, NODE, { id })]).toEqual([id, { data: { node: null } }]);
  expect(codesOf(await server.ask(null, NODE, { id: mine.id }))).toEqual(['UNAUTHENTICATED']);
});

test('every type is asked in one statement, and the row read in another', async () => {
  const it = await customer(server);
  const { statements } = await server.count(() => server.ask(staff, `query ($id: ID!) { node(id: $id) { id } }`, { id: it.id }));
  expect(statements).toBe(2);
});
