import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customer } from '../support/factories/customer.factory.js';
import { type MergeWorld, mergeWorld } from '../support/merge-world.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: MergeWorld;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await mergeWorld(server);
});

test('what came since stays with the survivor, goes with what it hangs on, or where somebody says', async () => {
  const { survivor, other, merge, split, manager } = world;
  const [{ id: projectId }] = await server.database.query('select id from project where customer_id = $1', [other.id]);
  const { merge: made } = (await merge()).data.mergeCustomers;
  const add = async (name: string) =>
    (await server.database.query(`insert into contact (customer_id, name) values ($1, $2) returning id`, [survivor.id, name]))[0]
      .id;
  const [stays, goes] = [await add('Reste'), await add('Part')];
  const [{ id: bill }] = await server.database.query(
    `insert into mission (reference, customer_id, project_id, title, status, fee_cents, currency, street_line, city)
      values ($2, $1, $3, 'Pose', 'OPEN', 1, 'EUR', 'x', 'Brest') returning id`,
    [survivor.id, randomUUID(), projectId],
  );
  const ADDITIONS = `query ($id: ID!) { customerMerge(id: $id) { additions { id kind label title owner } } }`;
  const { additions } = (await server.ask(manager, ADDITIONS, { id: made.id })).data.customerMerge;
  expect(additions).toHaveLength(3);
  expect(additions).toContainEqual({ id: stays, kind: 'contact', label: 'Contacts', title: 'Reste', owner: 'SURVIVOR' });
  expect(additions.find((one: { id: string }) => one.id === bill)).toMatchObject({ kind: 'mission', owner: 'OTHER' });
  const wrong = (await split(made.id, [{ id: randomUUID(), owner: 'OTHER' }])).data.splitCustomer;
  expect(wrong.userErrors).toMatchObject([{ code: 'UNKNOWN_ADDITION' }]);
  await server.database.query(`update customer set name = 'Nouveau nom', email = 'neu@legoff.test' where id = $1`, [survivor.id]);
  const parted = (await split(made.id, [{ id: goes, owner: 'OTHER' }])).data.splitCustomer;
  expect(parted).toMatchObject({ userErrors: [], survivor: { name: 'Nouveau nom' } });
  const whose = async (table: string, id: string) =>
    (await server.database.query(`select customer_id from ${table} where id = $1`, [id]))[0].customer_id;
  expect([await whose('contact', stays), await whose('contact', goes), await whose('mission', bill)]).toEqual([
    survivor.id,
    other.id,
    other.id,
  ]);
});

test('a field that somebody changed since the merge stays, and is told', async () => {
  const { survivor, merge, split } = world;
  const { merge: made } = (await merge()).data.mergeCustomers;
  await server.database.query(`update customer set phone = '+33298999999' where id = $1`, [survivor.id]);
  const parted = (await split(made.id)).data.splitCustomer;
  expect(parted.leftFields).toEqual(['phone']);
  expect((await world.fresh(survivor.id)).phone).toBe('+33298999999');
});

test('merged into one who is merged on: found through both, and split from the last', async () => {
  const { survivor, other, third, merge, split, staff } = world;
  const first = (await merge()).data.mergeCustomers.merge.id;
  const second = (await merge({}, world.manager, [third, survivor])).data.mergeCustomers.merge.id;
  const found = async (id: string) =>
    (await server.ask(staff, `query ($id: ID!) { customer(id: $id) { id } }`, { id })).data.customer.id;
  expect([await found(other.id), await found(survivor.id)]).toEqual([third.id, third.id]);
  expect((await split(first)).data.splitCustomer.userErrors).toMatchObject([{ code: 'MERGED_AGAIN' }]);
  expect((await split(second)).data.splitCustomer.userErrors).toEqual([]);
  expect([await found(other.id), await found(survivor.id)]).toEqual([survivor.id, survivor.id]);
  expect((await split(first)).data.splitCustomer.userErrors).toEqual([]);
  expect(await found(other.id)).toBe(other.id);
});

test('a number that somebody else has by now keeps the other from coming back', async () => {
  const { other, merge, split, survivor } = world;
  await server.database.query(`update customer set siret = '35600000000048' where id = $1`, [other.id]);
  const { merge: made } = (await merge()).data.mergeCustomers;
  const taker = await customer(server, { name: 'La Poste', siret: '35600000000048' });
  const refused = (await split(made.id)).data.splitCustomer;
  expect(refused.userErrors).toMatchObject([{ code: 'TAKEN_SINCE' }]);
  expect(refused.userErrors[0].message).toContain(taker.reference);
  await server.database.query('update customer set siret = null where id = $1', [taker.id]);
  expect((await split(made.id)).data.splitCustomer.userErrors).toEqual([]);
  expect((await world.fresh(survivor.id)).siret).toBe('73282932000074');
});
