import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { upload } from '../support/factories/document.factory.js';
import { withApp } from '../support/second-factor.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let superadmin: TestPerson;
let staff: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  superadmin = await person(server, 'superadmin');
  await withApp(server, superadmin);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query(`delete from setting where key = 'secondFactor'`);
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
});

const ME = '{ viewer { id secondFactorDue permissions } }';
const due = async (who: TestPerson) => (await server.ask(who, ME)).data.viewer.secondFactorDue;
const customers = async (who: TestPerson) => codesOf(await server.ask(who, '{ customers { nodes { id } } }'));
const rule = async (secondFactor: string) => {
  const query = `mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { settings { secondFactor } userErrors { code } } }`;
  const { data } = await server.ask(superadmin, query, { input: { secondFactor } });
  expect(data.updateSettings).toEqual({ settings: { secondFactor }, userErrors: [] });
};

describe('our own people, unless it is set otherwise', () => {
  test('set one up before they may do anything else, and may from the next request', async () => {
    expect((await server.ask(staff, ME)).data.viewer).toEqual({
      id: staff.id,
      secondFactorDue: true,
      permissions: ['account.update', 'secondFactor.change', 'session.end', 'viewer.read'],
    });
    expect(await customers(staff)).toEqual(['SECOND_FACTOR_REQUIRED']);
    await withApp(server, staff);
    expect(await due(staff)).toBe(false);
    expect(await customers(staff)).toBeUndefined();
  });

  test('change nothing until then', async () => {
    const theirs = await customer(server);
    const count = () => server.database.query('select (select count(*) from customer) c, (select count(*) from document) d');
    const before = await count();
    const create = 'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }';
    expect(codesOf(await server.ask(staff, create, { input: { kind: 'COMPANY', name: 'Nouvelle' } }))).toEqual([
      'SECOND_FACTOR_REQUIRED',
    ]);
    expect(codesOf(await upload(server, staff, { customerId: theirs.id }, 'Bonjour', 'note.txt', 'text/plain'))).toEqual([
      'SECOND_FACTOR_REQUIRED',
    ]);
    expect(await count()).toEqual(before);
  });

  test('owe one again when the last goes', async () => {
    const { app } = await withApp(server, staff);
    expect(await due(staff)).toBe(false);
    const off = 'mutation ($input: DisableTwoFactorInput!) { disableTwoFactor(input: $input) { userErrors { code } } }';
    const { data } = await server.ask(staff, off, { input: { password: PASSWORD, code: app.code() } });
    expect(data.disableTwoFactor.userErrors).toEqual([]);
    expect(await customers(staff)).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('others do not; somebody with two roles owes it in the one', async () => {
    expect(await due(client)).toBe(false);
    expect(await customers(client)).toBeUndefined();
    const both = await person(server, ['staff', 'client']);
    expect(await due({ ...both, portal: 'client' })).toBe(false);
    expect(await due({ ...both, portal: 'superadmin' })).toBe(true);
  });
});

test('a changed rule counts from the next request, on sessions that are open', async () => {
  // Often, since what is told late is told late only now and then.
  for (let time = 0; time < 40; time += 1) {
    await rule('EVERYBODY');
    expect(await customers(client)).toEqual(['SECOND_FACTOR_REQUIRED']);
    await rule('OPTIONAL');
    expect(await customers(client)).toBeUndefined();
    expect(await customers(staff)).toBeUndefined();
  }
});

test('a rule that is none is refused, and nothing changes', async () => {
  const query = `mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { userErrors { code } } }`;
  expect(codesOf(await server.ask(superadmin, query, { input: { secondFactor: 'NOBODY' } }))).toEqual(['BAD_USER_INPUT']);
  expect(await customers(staff)).toEqual(['SECOND_FACTOR_REQUIRED']);
});
