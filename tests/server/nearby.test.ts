import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;
const brest: Record<string, string> = {};

/** Positions in and around Brest, and one in Quimper, 52 km off. */
const where = {
  port: [48.3838, -4.4944],
  siam: [48.3861, -4.4885],
  plouzane: [48.3817, -4.6194],
  quimper: [47.9975, -4.0979],
} as const;

beforeAll(async () => {
  server = await startServer({
    env: { MAP_TILES_URL: 'https://{s}.tuiles.example/{z}/{x}/{y}.png', MAP_TILES_ATTRIBUTION: 'Tuiles' },
  });
  [staff, seller, client] = [await person(server, 'staff'), await person(server, 'revendeur'), await person(server, 'client')];
  for (const [name, [latitude, longitude]] of Object.entries(where)) {
    const { id } = await customer(server, { name, resellerId: name === 'siam' ? seller.id : null });
    brest[name] = id;
    await server.database.query(
      `insert into address (customer_id, kind, street, postal_code, city, latitude, longitude, precision)
       values ($1, 'SITE', 'x', '29200', 'Brest', $2, $3, 'ADDRESS'), ($1, 'BILLING', 'y', '29200', 'Brest', null, null, null)`,
      [id, latitude, longitude],
    );
  }
  // Two addresses, and nearer by the second.
  await server.database.query(
    `insert into address (customer_id, kind, street, postal_code, city, latitude, longitude) values ($1, 'SITE', 'z', '29200', 'Brest', $2, $3)`,
    [brest.plouzane, where.port[0], where.port[1] + 0.01],
  );
});
afterAll(() => server.stop());

const near = async (asker: Asker, args: object = {}) => {
  const [latitude, longitude] = where.port;
  const query = `query ($latitude: Float!, $longitude: Float!, $radiusMetres: Int! = 10000, $first: Int! = 20, $exceptId: ID) {
    it: customersNear(latitude: $latitude, longitude: $longitude, radiusMetres: $radiusMetres, first: $first, exceptId: $exceptId) {
      distanceMetres customer { name } address { street } } }`;
  return server.ask(asker, query, { latitude, longitude, ...args });
};
const namesOf = async (asker: Asker, args?: object) =>
  (await near(asker, args)).data.it.map((one: { customer: { name: string } }) => one.customer.name);

test('customers near a place, by the nearest of their addresses, with metres', async () => {
  const { data } = await near(staff);
  expect(data.it).toEqual([
    { distanceMetres: 0, customer: { name: 'port' }, address: { street: 'x' } },
    { distanceMetres: expect.closeTo(506, -1), customer: { name: 'siam' }, address: { street: 'x' } },
    { distanceMetres: expect.closeTo(738, -1), customer: { name: 'plouzane' }, address: { street: 'z' } },
  ]);
  expect(await namesOf(staff, { radiusMetres: 600 })).toEqual(['port', 'siam']);
  expect(await namesOf(staff, { radiusMetres: 60_000, exceptId: brest.port })).toEqual(['siam', 'plouzane', 'quimper']);
  expect(await namesOf(staff, { radiusMetres: 60_000, first: 1 })).toEqual(['port']);
});

test('each sees their own; a place in the sea has nobody', async () => {
  expect(await namesOf(seller, { radiusMetres: 60_000 })).toEqual(['siam']);
  expect(await namesOf(client, { radiusMetres: 60_000 })).toEqual([]);
  expect(await namesOf(staff, { latitude: 0, longitude: 0 })).toEqual([]);
  expect(codesOf(await server.ask(null, '{ customersNear(latitude: 0, longitude: 0) { distanceMetres } }'))).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test.each([{ latitude: 91 }, { longitude: -180.5 }, { radiusMetres: 200_001 }, { radiusMetres: -1 }, { first: 101 }])(
  '%o is no place to look around',
  async (args) => {
    expect(codesOf(await near(staff, args))).toEqual(['BAD_USER_INPUT']);
  },
);

test('three statements tell of all of them', async () => {
  const { result, statements } = await server.count(() => near(staff, { radiusMetres: 60_000 }));
  expect(result.data.it).toHaveLength(4);
  expect(statements).toBe(3);
});

test('pictures behind the map come from where the product says, and from nowhere else', async () => {
  const { data } = await server.ask(client, '{ mapTiles { url attribution } }');
  expect(data.mapTiles).toEqual({ url: 'https://{s}.tuiles.example/{z}/{x}/{y}.png', attribution: 'Tuiles' });
});
