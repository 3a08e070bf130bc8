import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const LIST = `query ($filter: CustomerFilter) { customers(first: 5, filter: $filter, sort: RELEVANCE, direction: DESC) { nodes { name } } }`;
const found = async (who: TestPerson, search: string): Promise<string[]> =>
  (await server.ask(who, LIST, { filter: { search } })).data.customers.nodes.map(({ name }: { name: string }) => name);
const add = (customerId: string, plate: string) =>
  server.database.query(`insert into vehicle (customer_id, plate, brand) values ($1, $2, 'Renault')`, [customerId, plate]);

test('a customer is found by the plate of a vehicle, however it is parted, by those who see vehicles', async () => {
  const [staff, seller] = [await person(server, 'staff'), await person(server, 'revendeur')];
  const [guest, worker] = [await person(server, 'client'), await person(server, 'prestataire')];
  const [{ id }, other] = [
    await customer(server, { name: 'Flotte du Léon', resellerId: seller.id }),
    await customer(server, { name: 'Autre maison' }),
  ];
  await member(server, guest.id, id);
  await mission(server, id, { prestataireId: worker.id });
  await add(id, 'GH-456-KL');
  await add(id, '1234 WX 29');
  const searches = [
    'GH-456-KL',
    'gh456kl',
    'GH 456 KL',
    'Gh·456·kl',
    '1234WX29',
    '1234 wx 29',
    '1234wx',
    'léon 1234-WX-29',
    '34wx29',
  ];
  for (const who of [staff, seller, guest])
    for (const search of searches) expect([search, await found(who, search)]).toEqual([search, ['Flotte du Léon']]);
  // Who works for them sees the customer, and none of their vehicles.
  expect(await found(worker, 'flotte')).toEqual(['Flotte du Léon']);
  for (const search of searches.slice(0, 7)) expect([search, await found(worker, search)]).toEqual([search, []]);
  const find = 'query ($search: String!) { searchCustomers(search: $search, first: 3) { name } }';
  expect((await server.ask(staff, find, { search: '1234 wx 29' })).data.searchCustomers).toEqual([{ name: 'Flotte du Léon' }]);

  await server.database.query(`update vehicle set customer_id = $1 where plate = '1234 WX 29'`, [other.id]);
  expect(await found(staff, '1234WX29')).toEqual(['Autre maison']);
  await server.database.query(`delete from vehicle where plate = '1234 WX 29'`);
  expect(await found(staff, '1234WX29')).toEqual([]);
});

test('the plate to the letter comes before a name that is like it', async () => {
  const staff = await person(server, 'staff');
  await customer(server, { name: 'AZ 789 QP' });
  const { id } = await customer(server, { name: 'Transports Nord' });
  await add(id, 'AZ-789-QP');
  expect(await found(staff, 'AZ 789 QP')).toEqual(['Transports Nord', 'AZ 789 QP']);
});

test('the search has an index for plates, as it has for the record', async () => {
  const { sent } = await server.count(async () => found(await person(server, 'staff'), 'GH 456 KL'));
  const search = sent.find(({ text }) => text.includes('plate_text'));
  const [{ plan }] = await server.database.transaction(async (db) => {
    await db.query('set local enable_seqscan = off');
    const lines: { 'QUERY PLAN': string }[] = await db.query(`explain ${search?.text}`, search?.values as unknown[]);
    return [{ plan: lines.map((line) => line['QUERY PLAN']).join('\n') }];
  });
  expect(plan).toMatch(/Bitmap Index Scan on customer_plate_text_idx/);
});
