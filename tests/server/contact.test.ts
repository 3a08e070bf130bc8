import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [staff, seller, client] = [await person(server, 'staff'), await person(server, 'revendeur'), await person(server, 'client')];
});
afterAll(() => server.stop());

const parts = {
  Contact: 'contact { id name position email phone primary }',
  Address: 'address { id kind street complement postalCode city country latitude precision }',
};
type Part = keyof typeof parts;

/** `addContact`, `updateAddress`, … */
async function act(asker: Asker | null, verb: 'add' | 'update' | 'delete', part: Part, input: object) {
  const field = `${verb}${part}`;
  const type = `${field[0].toUpperCase()}${field.slice(1)}Input`;
  const got = verb === 'delete' ? 'deletedId' : parts[part];
  const query = `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${got} userErrors { path code message } } }`;
  return server.ask(asker, query, { input });
}

const full = { Contact: { name: 'Léa Morvan' }, Address: { kind: 'SITE', street: '1 quai', postalCode: '29200', city: 'Brest' } };

async function made(part: Part, customerId: string, fields: object = {}): Promise<string> {
  const { data } = await act(staff, 'add', part, { customerId, ...full[part], ...fields });
  expect(data.it.userErrors).toEqual([]);
  return (data.it.contact ?? data.it.address).id;
}

const everything = async () =>
  JSON.stringify(
    await server.database.query(`select (select json_agg(c order by id) from contact c) as contacts,
      (select json_agg(a order by id) from address a) as addresses,
      (select count(*) from audit_entry where outcome = 'CHANGED') as entries`),
  );
const trailOf = (id: string) =>
  server.database.query('select action, changes, about_id from audit_entry where subject_id = $1 order by id', [id]);
const mainOf = async (customerId: string) =>
  (await server.database.query('select name from contact where customer_id = $1 and "primary"', [customerId])).map(
    ({ name }: { name: string }) => name,
  );
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]));

describe('contacts', () => {
  test('one is added, changed and deleted; the trail says what was before, the search finds what is now', async () => {
    const { id: customerId } = await customer(server, { resellerId: seller.id });
    const input = { customerId, name: ' Yann Tanguy ', position: ' ', email: 'Yann@Tanguy.FR', phone: '02 98 11 22 33' };
    const added = await act(seller, 'add', 'Contact', input);
    expect(added.data.it).toMatchObject({
      contact: { name: 'Yann Tanguy', position: null, email: 'yann@tanguy.fr', phone: '+33298112233', primary: false },
      userErrors: [],
    });
    const { id } = added.data.it.contact;
    const found = async (search: string) =>
      (await server.ask(seller, 'query ($search: String!) { searchCustomers(search: $search) { id } }', { search })).data
        .searchCustomers;
    expect(await found('yann@tanguy')).toEqual([{ id: customerId }]);

    const changed = await act(seller, 'update', 'Contact', { id, position: 'Gérant', phone: null });
    expect(changed.data.it.contact).toMatchObject({ name: 'Yann Tanguy', position: 'Gérant', phone: null });
    expect((await act(seller, 'delete', 'Contact', { id })).data.it).toEqual({ deletedId: id, userErrors: [] });
    expect(await found('yann@tanguy')).toEqual([]);

    const [add, update, gone] = await trailOf(id);
    expect(add).toMatchObject({ action: 'contact.add', about_id: customerId, changes: { email: [null, 'yann@tanguy.fr'] } });
    expect(update.changes).toEqual({ position: [null, 'Gérant'], phone: ['+33298112233', null] });
    expect(gone).toMatchObject({ action: 'contact.delete', about_id: customerId, changes: { name: ['Yann Tanguy', null] } });
    expect(codesOf(await act(seller, 'delete', 'Contact', { id }))).toEqual(['NOT_FOUND']);
  });

  test('there is one main contact at most: whoever was it no longer is', async () => {
    const { id: customerId } = await customer(server);
    const first = await made('Contact', customerId, { name: 'Un', primary: true });
    await made('Contact', customerId, { name: 'Deux', primary: true });
    expect(await mainOf(customerId)).toEqual(['Deux']);
    expect((await trailOf(first)).at(-1)).toMatchObject({ action: 'contact.update', changes: { primary: [true, false] } });
  });

  test('twenty make another one main at once: each is answered, one is it, and the database itself takes no second', async () => {
    const { id: customerId } = await customer(server);
    const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => made('Contact', customerId, { name: `Contact ${n}` })));
    const answers = await Promise.all([
      ...ids.map((id) => act(staff, 'update', 'Contact', { id, primary: true })),
      ...ids.map((_, n) => act(staff, 'add', 'Contact', { customerId, name: `Autre ${n}`, primary: true })),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ data: { it: { userErrors: [] } } });
    expect(await mainOf(customerId)).toHaveLength(1);
    await expect(
      server.database.query(`insert into contact (customer_id, name, "primary") values ($1, 'De trop', true)`, [customerId]),
    ).rejects.toThrow('contact_main_key');
  });

  test('every mistake is told at once, at its field, in the viewer’s language', async () => {
    const { id: customerId } = await customer(server);
    const before = await everything();
    const answer = await act(staff, 'add', 'Contact', { customerId, name: '', email: 'nobody', phone: '12' });
    expect(errorsIn(answer)).toEqual({
      'input.name': 'BLANK',
      'input.email': 'INVALID_EMAIL',
      'input.phone': 'INVALID_PHONE',
    });
    expect(answer.data.it.userErrors).toContainEqual({
      path: ['input', 'email'],
      code: 'INVALID_EMAIL',
      message: 'Adresse e-mail incorrecte.',
    });
    expect(await everything()).toBe(before);
  });
});

describe('addresses', () => {
  test('one is added, changed and deleted; moved, it is no longer where it was', async () => {
    const { id: customerId } = await customer(server, { resellerId: seller.id });
    const input = {
      customerId,
      kind: 'DELIVERY',
      street: ' 3 rue de Siam ',
      complement: '',
      postalCode: '29 200',
      city: 'Brest',
    };
    const added = await act(seller, 'add', 'Address', input);
    expect(added.data.it).toMatchObject({
      address: {
        kind: 'DELIVERY',
        street: '3 rue de Siam',
        complement: null,
        postalCode: '29200',
        country: 'FR',
        precision: 'EXACT',
      },
      userErrors: [],
    });
    const { id } = added.data.it.address;
    await server.database.query('update address set latitude = 48.39, longitude = -4.49 where id = $1', [id]);
    const kept = await act(seller, 'update', 'Address', { id, complement: 'Bâtiment B' });
    expect(kept.data.it.address).toMatchObject({ complement: 'Bâtiment B', latitude: 48.39 });
    const moved = await act(seller, 'update', 'Address', { id, postalCode: '01000', city: 'Bourg-en-Bresse' });
    expect(moved.data.it.address).toMatchObject({ postalCode: '01000', latitude: 46.2057, precision: 'EXACT' });
    expect((await act(seller, 'delete', 'Address', { id })).data.it).toEqual({ deletedId: id, userErrors: [] });
    const trail = await trailOf(id);
    expect(trail.map(({ action }: { action: string }) => action)).toEqual([
      'address.add',
      'address.update',
      'address.update',
      'address.delete',
    ]);
    expect(trail[2]).toMatchObject({
      about_id: customerId,
      changes: { postalCode: ['29200', '01000'], latitude: [48.39, 46.2057] },
    });
  });

  test.each([
    ['four digits in France', { postalCode: '2920' }, { 'input.postalCode': 'INVALID_POSTAL_CODE' }],
    ['letters in France', { postalCode: 'SW1A 1AA' }, { 'input.postalCode': 'INVALID_POSTAL_CODE' }],
    ['another commune’s code', { postalCode: '29000' }, { 'input.postalCode': 'POSTAL_CODE_OF_ANOTHER_CITY' }],
    ['a country that is none', { country: 'QQ' }, { 'input.country': 'INVALID_COUNTRY' }],
    [
      'blanks',
      { street: ' ', city: '', country: 'QQ' },
      { 'input.street': 'BLANK', 'input.city': 'BLANK', 'input.country': 'INVALID_COUNTRY' },
    ],
    ['a long street', { street: 'x'.repeat(300) }, { 'input.street': 'TOO_LONG' }],
  ])('%s are refused, new or changed; nothing is kept', async (_what, fields, codes) => {
    const { id: customerId } = await customer(server);
    const id = await made('Address', customerId);
    const before = await everything();
    expect(errorsIn(await act(staff, 'add', 'Address', { customerId, ...full.Address, ...fields }))).toEqual(codes);
    expect(errorsIn(await act(staff, 'update', 'Address', { id, ...fields }))).toEqual(codes);
    expect(await everything()).toBe(before);
  });

  test('a postal code is one of its country', async () => {
    const { id: customerId } = await customer(server);
    const id = await made('Address', customerId, { country: 'gb', postalCode: 'sw1a 1aa', city: 'London' });
    expect(errorsIn(await act(staff, 'update', 'Address', { id, country: 'FR' }))).toEqual({
      'input.postalCode': 'INVALID_POSTAL_CODE',
    });
    const english = await person(server, 'staff');
    await server.database.query(`update "user" set locale = 'en' where id = $1`, [english.id]);
    expect((await act(english, 'update', 'Address', { id, country: 'FR' })).data.it.userErrors[0].message).toMatch(
      /^Not a postal code/,
    );
    const { data } = await act(staff, 'update', 'Address', { id, country: 'IE' });
    expect(data.it.address).toMatchObject({ country: 'IE', postalCode: 'SW1A 1AA' });
  });
});

describe.each([
  ['Contact', { position: 'Gérant' }, { position: 'Associé' }],
  ['Address', { complement: 'Bâtiment A' }, { complement: 'Bâtiment B' }],
] as const)('%s: two who change it', (part, first, second) => {
  test('the second is told, and nothing of theirs is kept; whoever saw the newest changes it', async () => {
    const { id: customerId } = await customer(server);
    const id = await made(part, customerId);
    const [one, two] = await Promise.all([
      act(staff, 'update', part, { id, version: 1, ...first }),
      act(staff, 'update', part, { id, version: 1, ...second }),
    ]);
    expect([one, two].map((answer) => codesOf(answer)?.[0] ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
    const before = await everything();
    expect(codesOf(await act(staff, 'update', part, { id, version: 1, ...second }))).toEqual(['CONFLICT']);
    expect(await everything()).toBe(before);
    // The same again is no change, and the version stays.
    for (const fields of [second, second]) {
      const { data } = await act(staff, 'update', part, { id, ...fields });
      expect(data.it.userErrors).toEqual([]);
    }
    const { data } = await act(staff, 'update', part, { id, version: one.data?.it ? 3 : 2, ...first });
    expect(data.it).toMatchObject({ userErrors: [] });
  });
});

describe.each(['Contact', 'Address'] as const)('%s: who may not', (part) => {
  test('nobody signed out, no client; somebody else’s is what never was; nothing changes', async () => {
    const { id: customerId } = await customer(server);
    const id = await made(part, customerId);
    const before = await everything();
    for (const [verb, input] of [
      ['add', { customerId, ...full[part] }],
      ['update', { id, ...full[part] }],
      ['delete', { id }],
    ] as const) {
      expect(codesOf(await act(null, verb, part, input))).toEqual(['UNAUTHENTICATED']);
      expect(codesOf(await act(client, verb, part, input))).toEqual(['FORBIDDEN']);
      const named = verb === 'add' ? 'customerId' : 'id';
      const [foreign, ...others] = await Promise.all(
        [verb === 'add' ? customerId : id, randomUUID(), 'no id'].map((of) => act(seller, verb, part, { ...input, [named]: of })),
      );
      expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
      for (const other of others) expect(codesOf(other)).toEqual(['NOT_FOUND']);
    }
    expect(await everything()).toBe(before);
  });
});
