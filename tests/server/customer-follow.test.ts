import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let keen: TestPerson;
let calm: TestPerson;
let seller: TestPerson;
let heard: ReturnType<typeof socket>;

beforeAll(async () => {
  server = await startServer();
  [keen, calm, seller] = [
    await person(server, 'staff'),
    await person(server, 'staff'),
    await person(server, 'revendeur', 'Soazig'),
  ];
});
afterAll(async () => {
  await heard?.client.dispose();
  await server.stop();
});

const FOLLOW =
  'mutation ($input: FollowNewCustomersInput!) { followNewCustomers(input: $input) { following userErrors { code } } }';
const CREATE =
  'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code } } }';
const LIST = '{ notifications { nodes { kind title link } } }';

const create = async (who: TestPerson, name: string): Promise<string> =>
  (await server.ask(who, CREATE, { input: { kind: 'COMPANY', name } })).data.createCustomer.customer.id;
const titles = async (who: TestPerson): Promise<string[]> =>
  (await server.ask(who, LIST)).data.notifications.nodes.map(({ title }: { title: string }) => title);

test('who follows is told at once, in their words, with the way to the customer; who doesn’t is not, nor whoever made it', async () => {
  expect((await server.ask(keen, '{ followsNewCustomers }')).data.followsNewCustomers).toBe(false);
  expect((await server.ask(keen, FOLLOW, { input: { following: true } })).data.followNewCustomers.following).toBe(true);
  expect((await server.ask(keen, '{ followsNewCustomers }')).data.followsNewCustomers).toBe(true);
  const { events } = server.product.world.services;
  heard = socket(server, keen);
  const told = heard.subscribe('subscription { notificationReceived { kind title link } }');
  await expect.poll(() => events.readers('notification'), { interval: 5 }).toBe(1);
  const id = await create(seller, 'Fournil de la Rade');
  expect(await told.next()).toMatchObject([
    {
      data: {
        notificationReceived: {
          kind: 'CUSTOMER_CREATED',
          title: 'Nouveau client : Fournil de la Rade, créé par Soazig.',
          link: `/customers/${id}`,
        },
      },
    },
  ]);
  await create(keen, 'Le mien');
  expect(await titles(keen)).toHaveLength(1);
  expect(await titles(calm)).toEqual([]);
});

test('set twice it is noted once; who follows no more, or may no more, is not told', async () => {
  const entries = `select changes from audit_entry where action = 'user.followNewCustomers' and actor_id = $1 order by at`;
  await server.ask(calm, FOLLOW, { input: { following: true } });
  await server.ask(calm, FOLLOW, { input: { following: true } });
  expect(await server.database.query(entries, [calm.id])).toEqual([{ changes: { followsNewCustomers: [false, true] } }]);
  await server.ask(keen, FOLLOW, { input: { following: false } });
  await server.database.query(`update user_role set role_id = (select id from role where key = 'client') where user_id = $1`, [
    calm.id,
  ]);
  await create(seller, 'Après');
  for (const who of [keen, calm]) expect(await titles(who)).not.toContain('Nouveau client : Après, créé par Soazig.');
});

test('following is for our own people', async () => {
  for (const [who, code] of [
    [null, 'UNAUTHENTICATED'],
    [seller, 'FORBIDDEN'],
  ] as const) {
    expect(codesOf(await server.ask(who, FOLLOW, { input: { following: true } }))).toEqual([code]);
    expect(codesOf(await server.ask(who, '{ followsNewCustomers }'))).toEqual([code]);
  }
  expect(await server.database.query('select follows_new_customers from "user" where id = $1', [seller.id])).toEqual([
    { follows_new_customers: false },
  ]);
});
