import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../server/core/context.js';
import { publish } from '../../server/core/events/event-bus.js';
import { NotificationKind } from '../../server/features/notification/notification.entity.js';
import { notify } from '../../server/features/notification/notification.service.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { startServer, type TestServer } from '../support/server.js';
import { subscribed as openSubscription, socket } from '../support/socket.js';

let server: TestServer;
const sockets: ReturnType<typeof socket>[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  for (const { client } of sockets) await client.dispose();
  await server.stop();
});

const bus = () => server.product.world.services.events;

async function subscribed(who: TestPerson, topic: string, query: string, variables?: Record<string, unknown>) {
  const opened = await openSubscription(server, who, topic, query, variables);
  sockets.push(opened);
  return opened;
}

const RECEIVED = 'subscription { notificationReceived { id title } }';
const CHANGED = 'subscription ($id: ID) { customerChanged(customerId: $id) { topic id customer { id name } } }';
const told = (mission: string) => ({ kind: NotificationKind.MISSION_ASSIGNED, details: { mission } }) as const;
const titled = (mission: string) => ({
  data: { notificationReceived: { title: `La mission « ${mission} » vous est confiée.` } },
});

test('a person is told their own, never another’s', async () => {
  const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
  const hers = await subscribed(anna, 'notification', RECEIVED);
  const his = await subscribed(bruno, 'notification', RECEIVED);
  await notify(server.product.system(), [anna.id], told('Une'));
  await notify(server.product.system(), [bruno.id], told('Deux'));
  expect(await hers.next()).toMatchObject([titled('Une')]);
  expect(await his.next()).toMatchObject([titled('Deux')]);
});

test('a customer’s page hears of the customer and of its parts; others hear nothing', async () => {
  const [staff, seller, client] = [
    await person(server, 'staff'),
    await person(server, 'revendeur'),
    await person(server, 'client'),
  ];
  const [mine, other] = [await customer(server, { resellerId: seller.id, name: 'Mine' }), await customer(server)];
  await member(server, client.id, mine.id);
  const page = await subscribed(staff, 'customer', CHANGED, { id: mine.id });
  const theirs = await subscribed(seller, 'customer', CHANGED);
  const outside = await subscribed(client, 'customer', CHANGED);
  const deal = await opportunity(server, seller.id, { customerId: mine.id });
  for (const happening of [
    { topic: 'customer', id: other.id },
    { topic: 'opportunity', id: deal.id, about: mine.id },
    { topic: 'customer', id: mine.id },
  ])
    await publish(server.product.system(), happening);
  const both = [
    { data: { customerChanged: { topic: 'OPPORTUNITY', id: deal.id, customer: { id: mine.id, name: 'Mine' } } } },
    { data: { customerChanged: { topic: 'CUSTOMER', id: mine.id } } },
  ];
  expect(await page.next(2)).toMatchObject(both);
  expect(await theirs.next(2)).toMatchObject(both);
  // The client sees the customer but no opportunity of theirs, and hears of the first only.
  expect(await outside.next(1)).toMatchObject([both[1]]);
});

test('a change made in the database is seen at the next event, though it was read before', async () => {
  const staff = await person(server, 'staff');
  const it = await customer(server, { name: 'Avant' });
  const page = await subscribed(staff, 'customer', CHANGED, { id: it.id });
  await publish(server.product.system(), { topic: 'customer', id: it.id });
  await page.next(1);
  await server.database.query(`update customer set name = 'Après' where id = $1`, [it.id]);
  await publish(server.product.system(), { topic: 'customer', id: it.id });
  expect((await page.next(2)).map(({ data }) => data.customerChanged.customer.name)).toEqual(['Avant', 'Après']);
});

test('what is rolled back is not told', async () => {
  const anna = await person(server, 'client');
  const hers = await subscribed(anna, 'notification', RECEIVED);
  const system: Context = server.product.system();
  const undone = server.database.transaction(async (transaction) => {
    await notify(system.inside(transaction), [anna.id], told('Jamais'));
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await notify(system, [anna.id], told('Vraiment'));
  expect(await hers.next()).toMatchObject([titled('Vraiment')]);
});

test('a role taken away counts from the next event, and ends the subscription', async () => {
  const both = await person(server, ['client', 'revendeur']);
  const deal = await opportunity(server, both.id);
  const board = await subscribed(
    { ...both, portal: 'revendeur' },
    'opportunity',
    'subscription { opportunityChanged { id title } }',
  );
  await publish(server.product.system(), { topic: 'opportunity', id: deal.id });
  expect(await board.next()).toMatchObject([{ data: { opportunityChanged: { id: deal.id } } }]);
  await server.database.query(
    `update role set permissions = array_remove(permissions, 'opportunity.read') where key = 'revendeur'`,
  );
  await expect
    .poll(async () => (await server.product.people.byUser(both.id))?.roles[0].permissions)
    .not.toContain('opportunity.read');
  await publish(server.product.system(), { topic: 'opportunity', id: deal.id });
  expect((await board.next(2))[1].errors).toMatchObject([
    { message: 'Votre rôle ne le permet pas.', extensions: { code: 'FORBIDDEN' } },
  ]);
  await board.end();
  await server.database.query(`update role set permissions = permissions || '{opportunity.read}' where key = 'revendeur'`);
});

test('a mission is told to those who see it', async () => {
  const [worker, rival] = [await person(server, 'prestataire'), await person(server, 'prestataire')];
  const { id: customerId } = await customer(server);
  const [theirs, open] = [await mission(server, customerId, { prestataireId: worker.id }), await mission(server, customerId)];
  const MISSION = 'subscription ($id: ID) { missionChanged(id: $id) { id customer { id } } }';
  const one = await subscribed(worker, 'mission', MISSION, { id: theirs.id });
  const all = await subscribed(rival, 'mission', MISSION);
  for (const { id } of [theirs, open]) await publish(server.product.system(), { topic: 'mission', id, about: customerId });
  expect(await one.next()).toMatchObject([{ data: { missionChanged: { id: theirs.id, customer: { id: customerId } } } }]);
  expect(await all.next()).toMatchObject([{ data: { missionChanged: { id: open.id } } }]);
});

test('signing out and being suspended close the socket', async () => {
  const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
  const hers = await subscribed(anna, 'notification', RECEIVED);
  const his = await subscribed(bruno, 'notification', RECEIVED);
  await server.ask(anna, 'mutation { logout { userErrors { code } } }');
  expect(await hers.closing).toMatchObject({ code: 4403 });
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [bruno.id]);
  expect(await his.closing).toMatchObject({ code: 4403 });
});

test('nobody gets no socket, and a socket takes subscriptions only', async () => {
  const stranger = socket(server, null);
  expect(await stranger.closing).toMatchObject({ code: 4403 });
  const staff = await person(server, 'staff');
  const opened = socket(server, staff);
  sockets.push(opened);
  for (const [query, code] of [
    ['{ viewer { id } }', 'BAD_REQUEST'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ])
    expect(await opened.subscribe(query).end()).toMatchObject([{ extensions: { code } }]);
});

test('whoever leaves is not listened for any more', async () => {
  const anna = await person(server, 'client');
  const before = bus().readers('notification');
  const hers = await subscribed(anna, 'notification', RECEIVED);
  hers.stop();
  await expect.poll(() => bus().readers('notification')).toBe(before);
});

test('the listening connection comes back after PostgreSQL dropped it', async () => {
  const anna = await person(server, 'client');
  const hers = await subscribed(anna, 'notification', RECEIVED);
  await server.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
  );
  await expect.poll(() => bus().listening).toBe(false);
  await expect.poll(() => bus().listening, { timeout: 10_000 }).toBe(true);
  await notify(server.product.system(), [anna.id], told('Encore'));
  expect(await hers.next()).toMatchObject([titled('Encore')]);
});
