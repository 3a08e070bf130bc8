import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Customer } from '../../server/features/customer/customer.entity.js';
import { readPhone, readSiret, readVatNumber } from '../../server/features/customer/identity.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let manager: TestPerson;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [manager, staff, seller, client] = [
    await person(server, 'manager'),
    await person(server, 'staff'),
    await person(server, 'revendeur'),
    await person(server, 'client'),
  ];
});
afterAll(() => server.stop());

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
  customer { id reference kind name siret email phone tags version viewerCan { update changeStatus } reseller { id } } userErrors { path code message } } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id name phone version } userErrors { path code } } }`;
const STATUS = `mutation ($input: SetCustomersStatusInput!) { setCustomersStatus(input: $input) { customers { id status } userErrors { path code } } }`;

const rowsOf = () =>
  server.database.query(
    `select count(*)::int as customers, (select count(*)::int from audit_entry where outcome = 'CHANGED') as entries from customer`,
  );

describe('making one', () => {
  test('what was typed is kept as it should be', async () => {
    const input = {
      kind: 'COMPANY',
      name: ' Boulangerie du Port ',
      siret: '732 829 320 00074',
      email: 'Contact@Port.FR',
      phone: '02 98 00 11 22',
      tags: ['Pain', 'pain', ' VIP '],
    };
    const { data } = await server.ask(staff, CREATE, { input });
    expect(data.createCustomer).toMatchObject({
      customer: {
        name: 'Boulangerie du Port',
        siret: '73282932000074',
        email: 'contact@port.fr',
        phone: '+33298001122',
        version: 1,
        viewerCan: { update: true, changeStatus: false },
      },
      userErrors: [],
    });
    expect(data.createCustomer.customer.reference).toMatch(/^C-\d{5}$/);
  });

  test('a reseller’s is theirs, and hers only', async () => {
    const { data } = await server.ask(seller, CREATE, { input: { kind: 'PERSON', name: 'Anne Le Bihan', resellerId: staff.id } });
    const { id } = data.createCustomer.customer;
    expect(await server.database.manager.findOneByOrFail(Customer, { id })).toMatchObject({ resellerId: seller.id });
    const other = await person(server, 'revendeur');
    expect((await server.ask(other, 'query ($id: ID!) { customer(id: $id) { id } }', { id })).data.customer).toBeNull();
  });

  test('every mistake is told at once, at its field, in the viewer’s language; nothing is kept', async () => {
    const before = await rowsOf();
    const input = {
      kind: 'COMPANY',
      name: '  ',
      siret: '73282932000075',
      vatNumber: 'FR00303265045',
      email: 'nobody',
      phone: '12',
      website: 'not a site',
    };
    const { data } = await server.ask(staff, CREATE, { input });
    const codes = Object.fromEntries(
      data.createCustomer.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]),
    );
    expect(codes).toEqual({
      'input.name': 'BLANK',
      'input.siret': 'INVALID_SIRET',
      'input.vatNumber': 'INVALID_VAT_NUMBER',
      'input.email': 'INVALID_EMAIL',
      'input.phone': 'INVALID_PHONE',
      'input.website': 'INVALID_URL',
    });
    expect(data.createCustomer.userErrors).toContainEqual({ path: ['input', 'name'], code: 'BLANK', message: 'À remplir.' });
    expect(await rowsOf()).toEqual(before);
  });

  test.each([
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, ['input', 'name'], 'TOO_LONG'],
    ['a NUL byte', { name: 'a\0b' }, ['input', 'name'], 'CONTROL_CHARACTER'],
    ['a bell in a tag', { name: 'a', tags: ['ok', '\u0007'] }, ['input', 'tags'], 'CONTROL_CHARACTER'],
    ['a SIRET for a person', { name: 'a', kind: 'PERSON', siret: '35600000000048' }, ['input', 'siret'], 'NOT_FOR_A_PERSON'],
    ['a manager who is a client', { name: 'a', managerId: randomUUID() }, ['input', 'managerId'], 'UNKNOWN_USER'],
  ])('%s is refused', async (_what, fields, path, code) => {
    const before = await rowsOf();
    const { data } = await server.ask(staff, CREATE, { input: { kind: 'COMPANY', ...fields } });
    expect(data.createCustomer).toMatchObject({ customer: null, userErrors: [{ path, code }] });
    expect(await rowsOf()).toEqual(before);
  });

  test('two with one SIRET is one too many', async () => {
    const input = { kind: 'COMPANY', name: 'Double', siret: '44306184100047' };
    expect((await server.ask(staff, CREATE, { input })).data.createCustomer.userErrors).toEqual([]);
    expect((await server.ask(staff, CREATE, { input })).data.createCustomer.userErrors).toMatchObject([
      { path: ['input', 'siret'], code: 'SIRET_TAKEN' },
    ]);
  });

  test('nobody, and a client, may not', async () => {
    const before = await rowsOf();
    const input = { kind: 'COMPANY', name: 'Intrus' };
    expect(codesOf(await server.ask(null, CREATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(client, CREATE, { input }))).toEqual(['FORBIDDEN']);
    expect(await rowsOf()).toEqual(before);
  });
});

describe('changing one', () => {
  test('absent leaves it, null empties it, and the trail says what was before', async () => {
    const { id } = await customer(server, { name: 'Avant', phone: '+33298001122' });
    const { data } = await server.ask(staff, UPDATE, { input: { id, version: 1, name: 'Après', phone: null } });
    expect(data.updateCustomer).toMatchObject({ customer: { name: 'Après', phone: null, version: 2 }, userErrors: [] });
    const [{ changes }] = await server.database.query('select changes from audit_entry where subject_id = $1', [id]);
    expect(changes).toEqual({ name: ['Avant', 'Après'], phone: ['+33298001122', null] });
  });

  test('of two people who change it at once the later one is told, and changes nothing', async () => {
    const { id } = await customer(server);
    const answers = await Promise.all(
      ['Un', 'Deux'].map((name) => server.ask(staff, UPDATE, { input: { id, version: 1, name } })),
    );
    expect(answers.filter(({ data }) => data?.updateCustomer?.customer)).toHaveLength(1);
    expect(answers.flatMap((answer) => codesOf(answer) ?? [])).toEqual(['CONFLICT']);
    expect(await server.database.manager.findOneByOrFail(Customer, { id })).toMatchObject({ version: 2 });
  });

  test('somebody else’s and an unknown one get the same answer', async () => {
    const mine = await customer(server, { name: 'Fermé' });
    const [foreign, unknown, none] = await Promise.all(
      [mine.id, randomUUID(), 'no id'].map((id) => server.ask(seller, UPDATE, { input: { id, name: 'Volé' } })),
    );
    for (const { errors } of [foreign, unknown, none]) for (const error of errors ?? []) error.extensions.requestId = undefined;
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    expect(unknown).toEqual(foreign);
    expect(none).toEqual(foreign);
    expect(await server.database.manager.findOneByOrFail(Customer, { id: mine.id })).toMatchObject({ name: 'Fermé', version: 1 });
  });

  test('a status for many: all of them, or none where one is not there', async () => {
    const [a, b] = [await customer(server), await customer(server)];
    expect(
      (await server.ask(manager, STATUS, { input: { ids: [a.id, b.id], status: 'INACTIVE' } })).data.setCustomersStatus.customers,
    ).toHaveLength(2);
    expect(codesOf(await server.ask(manager, STATUS, { input: { ids: [a.id, randomUUID()], status: 'ACTIVE' } }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(await server.database.manager.findOneByOrFail(Customer, { id: a.id })).toMatchObject({ status: 'INACTIVE' });
    expect(codesOf(await server.ask(staff, STATUS, { input: { ids: [a.id], status: 'ACTIVE' } }))).toEqual(['FORBIDDEN']);
    expect(
      (await server.ask(manager, STATUS, { input: { ids: [], status: 'ACTIVE' } })).data.setCustomersStatus.userErrors,
    ).toMatchObject([{ code: 'NOTHING' }]);
  });
});

describe('finding them', () => {
  test.each([
    ['crepérie morlaix', 'accents and case ignored'],
    ['Creperie Morlex', 'a letter off'],
    ['29600', 'the postal code of an address'],
    ['02 98 88 00 01', 'a phone number as one writes it'],
    ['maelle@creperie', 'a contact’s e-mail address'],
  ])('“%s” finds it: %s', async (search) => {
    await customer(
      server,
      { name: 'Crêperie de Morlaix', phone: '+33298880001' },
      { street: '3 quai de Léon', postalCode: '29600', city: 'Morlaix' },
      'maelle@creperie.example',
    );
    const { data } = await server.ask(
      staff,
      `query ($search: String!) { customers(filter: { search: $search }) { totalCount nodes { name } } searchCustomers(search: $search) { name } }`,
      { search },
    );
    expect(data.customers.nodes.map(({ name }: { name: string }) => name)).toContain('Crêperie de Morlaix');
    expect(data.searchCustomers[0].name).toBe('Crêperie de Morlaix');
  });

  test('what PostgreSQL takes for a pattern is a letter like any other', async () => {
    const { data } = await server.ask(staff, '{ customers(filter: { search: "%_\\\\" }) { totalCount } }');
    expect(data.customers.totalCount).toBe(0);
  });

  test('a client sees nobody they are not a member of, a figure of theirs neither', async () => {
    const { data } = await server.ask(client, '{ customers { totalCount nodes { id } } customerStats { total } }');
    expect(data).toEqual({ customers: { totalCount: 0, nodes: [] }, customerStats: { total: 0 } });
  });

  test('the words in use are those of the customers one sees, the most frequent first', async () => {
    await customer(server, { tags: ['quai', 'grossiste'], resellerId: seller.id });
    await customer(server, { tags: ['quai'], resellerId: seller.id });
    await customer(server, { tags: ['ailleurs'] });
    const { data } = await server.ask(seller, '{ customerTags }');
    expect(data.customerTags.filter((tag: string) => ['quai', 'grossiste', 'ailleurs'].includes(tag))).toEqual([
      'quai',
      'grossiste',
    ]);
    expect((await server.ask(manager, '{ customerTags }')).data.customerTags).toContain('ailleurs');
    expect(codesOf(await server.ask(client, '{ customerTags }'))).toEqual(['FORBIDDEN']);
  });

  test('what is internal is not for everybody who sees the customer', async () => {
    const { id } = await customer(server, { internalNote: 'mauvais payeur', resellerId: seller.id });
    const asked = 'query ($id: ID!) { customer(id: $id) { name internalNote } }';
    const answer = await server.ask(seller, asked, { id });
    expect(answer).toMatchObject({
      data: { customer: { internalNote: null } },
      errors: [{ path: ['customer', 'internalNote'], extensions: { code: 'FORBIDDEN' } }],
    });
    expect((await server.ask(manager, asked, { id })).data.customer.internalNote).toBe('mauvais payeur');
    for (const internalNote of ['effacé', null]) {
      const { data } = await server.ask(seller, UPDATE, { input: { id, internalNote } });
      expect(data.updateCustomer.userErrors).toEqual([{ path: ['input', 'internalNote'], code: 'FORBIDDEN' }]);
    }
    expect((await server.ask(manager, asked, { id })).data.customer.internalNote).toBe('mauvais payeur');
  });
});

test('identities: rules with their exceptions', () => {
  expect(readSiret('356 000 000 00048')).toBe('35600000000048');
  expect(readSiret('35600000049837')).toBe('35600000049837');
  expect(readSiret('35600000049838')).toBeNull();
  expect(readVatNumber('fr 40 303 265 045')).toBe('FR40303265045');
  expect(readVatNumber('BE0403019261')).toBe('BE0403019261');
  expect(readPhone('0692 12 34 56')).toBe('+262692123456');
  expect(readPhone('+49 30 901820')).toBe('+4930901820');
});
