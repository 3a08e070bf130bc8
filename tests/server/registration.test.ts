import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { lettersTo, letterTo } from '../support/letters.js';
import { serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
/** The same database; it takes no jobs, so that its statements are those of what it was asked. */
let idle: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  idle = await serve(server.databaseUrl);
});
afterAll(async () => {
  await idle.close();
  await server.stop();
});

const PASSWORD = 'quatre mots sans rapport';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { mustConfirm userErrors { path code } } }`;
const CONFIRM = `mutation ($token: String!, $password: String!) { confirmRegistration(input: { token: $token, password: $password }) {
  email userErrors { path code } } }`;
const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  viewer { portals } userErrors { code } } }`;

const address = () => `${randomUUID()}@test.example`;
const register = async (email: string, password = PASSWORD, at: Pick<TestServer, 'ask'> = server) =>
  (await at.ask(null, REGISTER, { input: { email, password, name: 'Maëlle Kervella' } })).data.register;
const confirm = async (token: string, password = PASSWORD) =>
  (await server.ask(null, CONFIRM, { token, password })).data.confirmRegistration;
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
const open = (is: boolean) =>
  server.database.query(
    `insert into setting (key, value) values ('selfRegistration', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(is)],
  );

test('nobody opens an account by themselves unless that is set', async () => {
  await open(false);
  const email = address();
  expect(codes(await register(email))).toEqual(['REGISTRATION_CLOSED']);
  expect(await lettersTo(server, email)).toEqual([]);
  expect(await server.database.query('select from registration')).toEqual([]);
});

test('an account opens once its address is confirmed by whoever asked for it', async () => {
  await open(true);
  const email = address();
  expect(await register(email.toUpperCase())).toEqual({ mustConfirm: true, userErrors: [] });
  const { token, secret } = await letterTo(server, email);
  expect(secret).toBe(true);
  const login = async () => (await server.ask(null, LOGIN, { email, password: PASSWORD })).data.login;
  expect(codes(await login())).toEqual(['WRONG_CREDENTIALS']);
  // Somebody else's password on my address opens nothing.
  expect(codes(await confirm(token, 'another password'))).toEqual(['WRONG_PASSWORD']);
  expect(await confirm(token)).toEqual({ email, userErrors: [] });
  expect((await login()).viewer.portals).toEqual(['CLIENT']);
  expect(codes(await confirm(token))).toEqual(['LINK_USED']);
  expect(await server.database.query('select from registration where email = $1', [email])).toEqual([]);
});

test('an address that has an account is answered as any other, with the same work; its owner is told', async () => {
  await open(true);
  const anna = await person(server, 'staff');
  const fresh = address();
  const known = await idle.count(() => register(anna.email, PASSWORD, idle));
  const unknown = await idle.count(() => register(fresh, PASSWORD, idle));
  expect(known.result).toEqual(unknown.result);
  expect(known.texts).toEqual(unknown.texts);
  expect(await letterTo(server, anna.email)).toMatchObject({ subject: 'Vous avez déjà un compte', token: '' });
  await letterTo(server, fresh);
  expect(await server.database.query('select from registration where email = $1', [anna.email])).toEqual([]);
});

test('what is wrong is said at its field; a link ends after a day', async () => {
  await open(true);
  const email = address();
  const refused = async (input: object) =>
    (await server.ask(null, REGISTER, { input: { email, password: PASSWORD, name: 'Maëlle Kervella', ...input } })).data.register
      .userErrors;
  expect(await refused({ email: 'no address' })).toEqual([{ path: ['input', 'email'], code: 'INVALID_EMAIL' }]);
  expect(await refused({ email: null })).toEqual([{ path: ['input', 'email'], code: 'BLANK' }]);
  expect(await refused({ name: ' ' })).toEqual([{ path: ['input', 'name'], code: 'BLANK' }]);
  expect(await refused({ password: 'maelle12' })).toEqual([{ path: ['input', 'password'], code: 'PASSWORD_PERSONAL' }]);
  expect(await refused({ password: 'x'.repeat(10_000) })).toEqual([{ path: ['input', 'password'], code: 'TOO_LONG' }]);
  expect(await lettersTo(server, email)).toEqual([]);
  await register(email);
  const { token } = await letterTo(server, email);
  await server.database.query(`update mailed_link set expires_at = now() where purpose = 'REGISTER'`);
  expect(codes(await confirm(token))).toEqual(['LINK_EXPIRED']);
  expect(await server.database.query('select from "user" where email = $1', [email])).toEqual([]);
});
