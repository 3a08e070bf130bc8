import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, person } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  accessToken challenge { id } viewer { id email portals permissions roleKey } userErrors { path code message } } }`;

test('somebody signs in with their address in any case, and is who they are', async () => {
  const anna = await person(server, 'client');
  const { data } = await server.ask(null, LOGIN, { email: ` ${anna.email.toUpperCase()} `, password: PASSWORD });
  expect(data.login).toMatchObject({
    challenge: null,
    viewer: { id: anna.id, portals: ['CLIENT'], roleKey: 'client' },
    userErrors: [],
  });
  const viewer = await server.ask({ token: data.login.accessToken }, '{ viewer { id name permissions } }');
  expect(viewer.data.viewer).toMatchObject({
    id: anna.id,
    name: anna.name,
    permissions: expect.arrayContaining(['invoice.read']),
  });
});

test('a wrong password and an unknown address get the same answer', async () => {
  const anna = await person(server, 'client');
  const wrong = await server.ask(null, LOGIN, { email: anna.email, password: 'wrong' });
  const unknown = await server.ask(null, LOGIN, { email: 'nobody@test.example', password: 'wrong' });
  expect(wrong).toEqual(unknown);
  expect(wrong.data.login).toMatchObject({ accessToken: null, viewer: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] });
});

test('nobody is nobody', async () => {
  expect(codesOf(await server.ask(null, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await server.ask({ token: 'no.such.token' }, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
});

test('a suspension counts from the next request', async () => {
  const anna = await person(server, 'client');
  expect((await server.ask(anna, '{ viewer { id } }')).data.viewer.id).toBe(anna.id);
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
  await expect.poll(async () => codesOf(await server.ask(anna, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
});

test('two roles are two portals, and each portal shows its own', async () => {
  const both = await person(server, ['client', 'revendeur']);
  const asked = '{ viewer { roleKey portals } }';
  expect((await server.ask({ ...both, portal: 'client' }, asked)).data.viewer).toEqual({
    roleKey: 'client',
    portals: ['REVENDEUR', 'CLIENT'],
  });
  expect((await server.ask({ ...both, portal: 'revendeur' }, asked)).data.viewer.roleKey).toBe('revendeur');
  expect(codesOf(await server.ask({ ...both, portal: 'superadmin' }, asked))).toEqual(['UNAUTHENTICATED']);
});
