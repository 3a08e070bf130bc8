import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { codesOf, headersOf, startServer, type TestServer } from '../support/server.js';

const lines: string[] = [];
const log = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
/** In everything that is sent, and to be found nowhere afterwards. */
const CANARY = 'canari-7f3e91';

let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer({ log });
  staff = await person(server, 'superadmin');
});
afterAll(() => server.stop());

async function send(query: string, variables: object = {}, headers: Record<string, string> = headersOf(staff)) {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const CREATE =
  'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code } } }';
const LIST = 'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';

test('nothing that is sent is in the log, in an error of somebody else’s or in the metrics', async () => {
  const strange = { authorization: `Bearer ${CANARY}`, cookie: `prisme=${CANARY}; prisme-device=${CANARY}` };
  await send('mutation ($input: LoginInput!) { login(input: $input) { accessToken } }', {
    input: { email: `${CANARY}@test.example`, password: CANARY },
  });
  await send('mutation ($input: LoginInput!) { login(input: $input) { accessToken } }', {
    input: { email: staff.email, password: CANARY },
  });
  await send('mutation { refreshSession { accessToken } }', {}, strange);
  await send('mutation { logout { ok } }', {}, strange);
  const twoFactor = { input: { challengeId: CANARY, code: CANARY } };
  await send('mutation ($input: VerifyTwoFactorInput!) { verifyTwoFactor(input: $input) { accessToken } }', twoFactor);
  const reset = { input: { token: CANARY, newPassword: `${CANARY} ${PASSWORD}`, password: `${CANARY} ${PASSWORD}` } };
  await send('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }', reset);
  await send('query ($token: String!) { mailedLink(token: $token) { purpose } }', { token: CANARY });
  await send(LIST, { filter: { search: CANARY } });
  await send(LIST, { filter: { status: CANARY } });
  await send(LIST, { filter: CANARY });
  await send('query ($id: ID!) { customer(id: $id) { id } }', { id: CANARY });
  await send(`{ customer(id: "${CANARY}") { ${CANARY.replace('-', '')} } }`);
  await send(`{ ${CANARY}`);
  await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{${CANARY}`,
  });
  const search = new URLSearchParams({ query: LIST, variables: JSON.stringify({ filter: { search: CANARY } }) });
  await fetch(`${server.origin}/graphql?${search}`, { headers: { ...headersOf(staff), 'apollo-require-preflight': '1' } });
  await fetch(`${server.origin}/files/documents/x/a.pdf?by=${CANARY}&expires=9999999999&signature=${CANARY}`);
  const form = new FormData();
  form.set('operations', CANARY);
  await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { ...headersOf(staff), 'apollo-require-preflight': '1' },
    body: form,
  });

  // Faults of ours are logged, with the database's own words: it would tell the row it choked on.
  await server.asSuperuser("alter table customer add constraint no_canary check (name not like 'canari%')");
  const failed = await send(CREATE, { input: { kind: 'COMPANY', name: CANARY, email: `${CANARY}@test.example` } });
  expect(codesOf(failed)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(JSON.stringify(failed)).not.toContain(CANARY);
  await server.asSuperuser('alter table customer drop constraint no_canary');

  const faults = lines.filter((line) => line.includes('a request failed'));
  expect(faults.some((line) => line.includes('no_canary') && line.includes('23514'))).toBe(true);
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.filter((line) => line.includes(CANARY) || line.includes(staff.token) || line.includes(PASSWORD))).toEqual([]);
  expect(await (await fetch(`${server.origin}/metrics`)).text()).not.toContain(CANARY);
});
