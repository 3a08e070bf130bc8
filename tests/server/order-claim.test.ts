import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { order } from '../support/factories/order.factory.js';
import { type LinkWorld, linkWorld } from '../support/order-links.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: LinkWorld;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  world = await linkWorld(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query(`delete from "order"`);
  await server.database.query('delete from order_link_run');
});

const seen = async (who: TestPerson) => (await server.ask(who, '{ orders { nodes { number } } }')).data.orders.nodes;
const request = (email: string, who: TestPerson | null = world.client) =>
  server.ask(
    who,
    'mutation ($input: RequestOrderCodeInput!) { requestOrderCode(input: $input) { asked userErrors { path code } } }',
    {
      input: { email },
    },
  );
const claim = (email: string, code: string, who: TestPerson | null = world.client) =>
  server.ask(
    who,
    'mutation ($input: ClaimOrdersInput!) { claimOrders(input: $input) { orders { number } userErrors { path code message } } }',
    { input: { email, code } },
  );
const mails = async (to: string) => server.database.query(`select text from mail where "to" = $1 order by id desc`, [to]);

test('sees an order that a run found once they proved the address', async () => {
  const { staff, client, dupont, link } = world;
  await order(server, { number: 'FOUND', email: 'jean.dupont@gmail.com' });
  await order(server, { number: 'SURE', customerId: dupont.id });
  await link();
  expect(await seen(client)).toEqual([{ number: 'SURE' }]);
  expect((await seen(staff)).length).toBe(2);
  expect(codesOf(await request('jean.dupont@gmail.com', null))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await request('jean.dupont@gmail.com', staff))).toEqual(['FORBIDDEN']);
  expect((await request('jean.dupont@gmail.com')).data.requestOrderCode).toEqual({ asked: true, userErrors: [] });
  await expect.poll(async () => (await mails('jean.dupont@gmail.com')).length, { timeout: 15_000 }).toBe(1);
  const code = /\b\d{6}\b/.exec((await mails('jean.dupont@gmail.com'))[0].text)![0];
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect((await claim('jean.dupont@gmail.com', wrong)).data.claimOrders.userErrors[0]).toMatchObject({
    path: ['input', 'code'],
    code: 'WRONG_ORDER_CODE',
  });
  const other = await person(server, 'client');
  expect((await claim('jean.dupont@gmail.com', code, other)).data.claimOrders.userErrors[0].code).toBe('WRONG_ORDER_CODE');
  expect(await seen(client)).toEqual([{ number: 'SURE' }]);
  expect((await claim('jean.dupont@gmail.com', code)).data.claimOrders.orders).toEqual([{ number: 'FOUND' }]);
  expect((await seen(client)).length).toBe(2);
  expect((await claim('jean.dupont@gmail.com', code)).data.claimOrders.userErrors[0].code).toBe('WRONG_ORDER_CODE');

  // What was proved holds for what comes later.
  await order(server, { number: 'LATER', email: 'jeandupont@gmail.com' });
  await link();
  expect((await seen(client)).length).toBe(3);
});

test('learns nothing of an address that no order of theirs waits for', async () => {
  await order(server, { number: 'FOREIGN', email: 'foreign@elsewhere.test' });
  expect((await request('foreign@elsewhere.test')).data.requestOrderCode).toEqual({ asked: true, userErrors: [] });
  expect((await request('no address')).data.requestOrderCode.userErrors[0].code).toBe('INVALID_EMAIL');
  await expect
    .poll(async () => (await server.database.query('select count(*)::int as left from graphile_worker.jobs'))[0].left, {
      timeout: 15_000,
    })
    .toBe(0);
  expect(await mails('foreign@elsewhere.test')).toEqual([]);
  expect((await claim('foreign@elsewhere.test', '000000')).data.claimOrders.userErrors[0].code).toBe('WRONG_ORDER_CODE');
});
