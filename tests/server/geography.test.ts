import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BadConfig, readConfig } from '../../server/config.js';
import { startAddressService } from '../support/address-service.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let service: Awaited<ReturnType<typeof startAddressService>>;
let staff: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  service = await startAddressService();
  server = await startServer({ jobs: true, env: { GEOCODER_URL: service.url } });
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
});
afterAll(async () => {
  await server.stop();
  service.stop();
});

const suggest = async (args: string) => {
  const { data, errors } = await server.ask(
    client,
    `{ it: suggestCommunes(${args}) { code name postalCodes precision latitude } }`,
  );
  expect(errors).toBeUndefined();
  return data.it as { code: string; name: string; postalCodes: string[]; precision: string; latitude: number }[];
};
const geocode = async (input: object) => {
  const query = `query ($input: GeocodeAddressInput!) { it: geocodeAddress(input: $input) { latitude longitude precision label attribution } }`;
  return (await server.ask(staff, query, { input })).data.it;
};

describe('communes', () => {
  test('are found by a postal code as it is typed, by a name however it is written, and by both', async () => {
    expect((await suggest('postalCode: "29200"')).map(({ name }) => name)).toEqual(['Brest']);
    expect((await suggest('postalCode: "29", first: 3')).map(({ name }) => name)).toEqual(['Brest', 'Quimper', 'Concarneau']);
    expect((await suggest('name: "ST ETIENNE", first: 1'))[0].name).toBe('Saint-Étienne');
    expect((await suggest('name: "vire normandie"'))[0]).toMatchObject({ code: '14762', precision: 'EXACT' });
    // Part of another commune by now, and still written.
    expect((await suggest('name: "roullours"'))[0].code).toBe('14762');
    expect((await suggest('postalCode: "97 4", name: "saint-denis"'))[0]).toMatchObject({
      code: '97411',
      postalCodes: ['97400', '97417', '97490'],
    });
    expect((await suggest('name: "Paris", first: 1'))[0].postalCodes).toContain('75116');
  });

  test('a code that is none, one character, nothing at all: nobody is found', async () => {
    for (const args of ['postalCode: "99999"', 'postalCode: "2"', 'name: "é"', 'name: ""', 'postalCode: "SW1A"', 'first: 5'])
      expect(await suggest(args)).toEqual([]);
    expect(codesOf(await server.ask(client, '{ suggestCommunes(name: "Brest", first: 51) { code } }'))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('where an address is', () => {
  test('is its commune’s place, offline; a hamlet is where its code is, a CEDEX where its commune is', async () => {
    service.is('broken');
    expect(await geocode({ postalCode: '29200', city: 'Brest' })).toMatchObject({
      latitude: 48.3903,
      longitude: -4.4863,
      precision: 'EXACT',
      label: null,
    });
    expect(await geocode({ postalCode: '75015', city: 'Paris 15e', street: '1 rue Lecourbe' })).toMatchObject({
      precision: 'EXACT',
      latitude: 48.8412,
    });
    expect(await geocode({ postalCode: '29200', city: 'Kerbonne' })).toMatchObject({ precision: 'POSTCODE', latitude: 48.3903 });
    expect(await geocode({ postalCode: '29238', city: 'BREST CEDEX 3' })).toMatchObject({
      precision: 'EXACT',
      latitude: 48.3903,
    });
    expect((await geocode({ postalCode: '29200', city: 'Brest' })).attribution).toMatch(/GeoNames.*CC BY 4\.0/);
  });

  test('is nowhere abroad, and for a code and city nobody knows', async () => {
    expect(await geocode({ postalCode: '10115', city: 'Berlin', country: 'DE' })).toBeNull();
    expect(await geocode({ postalCode: '99999', city: 'Nulle-Part' })).toBeNull();
  });

  test('is the house where the service knows it; what it is unsure of, or says of another code, is not taken', async () => {
    service.is('well');
    service.known.push({ label: '3 Rue de Siam 29200 Brest', postcode: '29200', coordinates: [-4.4885, 48.3847] });
    expect(await geocode({ street: '3 rue de Siam', postalCode: '29 200', city: 'Brest' })).toEqual({
      latitude: 48.3847,
      longitude: -4.4885,
      precision: 'ADDRESS',
      label: '3 Rue de Siam 29200 Brest',
      attribution: 'Base Adresse Nationale (Licence Ouverte)',
    });
    expect(Object.fromEntries(service.asked.at(-1)!)).toEqual({ q: '3 rue de Siam Brest', postcode: '29200', limit: '1' });
    service.known.push({ label: 'Rue X 29000 Quimper', postcode: '29000', coordinates: [-4.1, 48], score: 0.3 });
    expect((await geocode({ street: 'rue X', postalCode: '29000', city: 'Quimper' })).precision).toBe('EXACT');
  });
});

describe('an address that is saved', () => {
  const add = async (customerId: string, fields: object) => {
    const input = { customerId, kind: 'SITE', street: '3 rue de Siam', postalCode: '29200', city: 'Brest', ...fields };
    const query = `mutation ($input: AddAddressInput!) { it: addAddress(input: $input) {
      address { id latitude longitude precision } userErrors { path code message } } }`;
    return (await server.ask(staff, query, { input })).data.it;
  };
  const placeOf = async (id: string) =>
    (await server.database.query('select latitude, longitude, precision from address where id = $1', [id]))[0];

  test('is at its commune at once, and at its house when the service has answered', async () => {
    service.is('well');
    const { id: customerId } = await customer(server);
    const { address } = await add(customerId, {});
    expect(address).toMatchObject({ latitude: 48.3903, precision: 'EXACT' });
    await vi.waitFor(
      async () => expect(await placeOf(address.id)).toEqual({ latitude: 48.3847, longitude: -4.4885, precision: 'ADDRESS' }),
      8_000,
    );
  });

  test('stays at its commune while the service is away; abroad it is nowhere, and not asked for', async () => {
    service.is('broken');
    const { id: customerId } = await customer(server);
    const { address } = await add(customerId, { street: '9 rue Pasteur' });
    await vi.waitFor(() => expect(service.asked.some((one) => one.get('q') === '9 rue Pasteur Brest')).toBe(true), 8_000);
    expect(await placeOf(address.id)).toMatchObject({ precision: 'EXACT' });
    const abroad = await add(customerId, { street: 'Torstraße 1', postalCode: '10115', city: 'Berlin', country: 'DE' });
    expect(abroad).toMatchObject({ address: { latitude: null, longitude: null, precision: null }, userErrors: [] });
    expect(service.asked.some((one) => one.get('q')?.startsWith('Torstraße'))).toBe(false);
  });

  test('with a code of another commune is refused at the code; hamlets, former communes, CEDEX and unknown codes are not', async () => {
    service.is('broken');
    const { id: customerId } = await customer(server);
    const before = await server.database.query('select count(*) from address');
    expect((await add(customerId, { postalCode: '75001' })).userErrors).toEqual([
      {
        path: ['input', 'postalCode'],
        code: 'POSTAL_CODE_OF_ANOTHER_CITY',
        message: '75001 n’est pas un code de Brest, mais de : Paris.',
      },
    ]);
    expect(await server.database.query('select count(*) from address')).toEqual(before);
    for (const [postalCode, city] of [
      ['29200', 'Kerbonne'],
      ['14500', 'Roullours'],
      ['29238', 'Brest Cedex 3'],
      ['69003', 'LYON 3EME'],
      ['99999', 'Brest'],
    ])
      expect((await add(customerId, { postalCode, city })).userErrors).toEqual([]);
  });
});

test('an address of the service that is none is said at the start', () => {
  expect(() => readConfig({ ...process.env, GEOCODER_URL: 'data.geopf.fr' })).toThrow(BadConfig);
});
