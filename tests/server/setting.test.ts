import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const UPDATE = `mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) {
  settings { selfRegistration magicLink } userErrors { code } } }`;
const entries = () => server.database.query(`select changes from audit_entry where action = 'setting.update' order by id`);

test('a superadmin opens a way in, everybody is told, and it is written down once', async () => {
  const superadmin = await person(server, 'superadmin');
  expect((await server.ask(null, '{ signInOptions { selfRegistration magicLink } }')).data.signInOptions).toEqual({
    selfRegistration: false,
    magicLink: false,
  });
  const { data } = await server.ask(superadmin, UPDATE, { input: { magicLink: true } });
  expect(data.updateSettings).toEqual({ settings: { selfRegistration: false, magicLink: true }, userErrors: [] });
  // The same again is nothing new.
  await server.ask(superadmin, UPDATE, { input: { magicLink: true, selfRegistration: null } });
  expect((await server.ask(null, '{ signInOptions { selfRegistration magicLink } }')).data.signInOptions).toEqual({
    selfRegistration: false,
    magicLink: true,
  });
  expect((await server.ask(superadmin, '{ settings { magicLink } }')).data.settings.magicLink).toBe(true);
  expect(await entries()).toEqual([{ changes: { magicLink: [false, true] } }]);
});

test('nobody else reads or changes them', async () => {
  const before = await server.database.query('select * from setting');
  for (const role of ['client', 'prestataire', 'revendeur', 'staff', 'manager', 'admin']) {
    const somebody = await person(server, role);
    expect(codesOf(await server.ask(somebody, '{ settings { magicLink } }'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(somebody, UPDATE, { input: { selfRegistration: true } }))).toEqual(['FORBIDDEN']);
  }
  expect(codesOf(await server.ask(null, UPDATE, { input: { selfRegistration: true } }))).toEqual(['UNAUTHENTICATED']);
  expect(await server.database.query('select * from setting')).toEqual(before);
});
