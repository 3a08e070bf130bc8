import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { headersOf, serve, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

const portals = mkdtempSync(join(tmpdir(), 'prisme-portals-'));
const idOf = (text: string) => createHash('sha256').update(text).digest('hex');
const KNOWN = 'query Known($n: Int) { customers(first: $n) { totalCount } }';
const PARTNERS = '# For the dealers’ own site.\nquery Stock { customers { totalCount } }';
const LIVE = 'subscription Live { notificationReceived { id } }';

let server: TestServer;
let open: Awaited<ReturnType<typeof serve>>;
let staff: TestPerson;

beforeAll(async () => {
  mkdirSync(join(portals, 'operations'));
  writeFileSync(join(portals, 'operations/client.json'), JSON.stringify({ [idOf(KNOWN)]: KNOWN, [idOf(LIVE)]: LIVE }));
  mkdirSync(join(portals, 'partners'));
  writeFileSync(join(portals, 'partners/count.graphql'), `${PARTNERS}\n`);
  const ALLOWED_OPERATIONS = join(portals, 'partners');
  server = await startServer({ portals, env: { TRUSTED_DOCUMENTS: 'true', ALLOWED_OPERATIONS } });
  open = await serve(server.databaseUrl, { portals });
  staff = await person(server, 'staff');
});
afterAll(async () => {
  await open.close();
  await server.stop();
  rmSync(portals, { recursive: true, force: true });
});

const persisted = (id: string) => ({ persistedQuery: { version: 1, sha256Hash: id } });

async function post(body: object, { origin } = server, headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(staff), ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}
const refusal = (code: string) => ({
  status: 400,
  answer: { errors: [{ extensions: { code, requestId: expect.any(String) } }] },
});

describe('where only trusted operations run', () => {
  test('those of the portals run, by their id or by their very text', async () => {
    const answered = { status: 200, answer: { data: { customers: { totalCount: 0 } } } };
    expect(await post({ extensions: persisted(idOf(KNOWN)), variables: { n: 5 } })).toEqual(answered);
    expect(await post({ query: KNOWN, variables: { n: 5 } })).toEqual(answered);
    const search = new URLSearchParams({ extensions: JSON.stringify(persisted(idOf(KNOWN))), variables: '{"n":5}' });
    const headers = { ...headersOf(staff), 'apollo-require-preflight': 'true' };
    const byGet = await fetch(`${server.origin}/graphql?${search}`, { headers });
    expect([byGet.status, await byGet.json()]).toEqual([200, answered.answer]);
  });

  test('those of partners run too, as they stand in their file', async () => {
    for (const body of [{ query: PARTNERS }, { query: `${PARTNERS}\n` }, { extensions: persisted(idOf(PARTNERS)) }])
      expect((await post(body)).status).toBe(200);
    expect(await post({ query: PARTNERS.replace('Stock', 'Stocks') })).toMatchObject(refusal('OPERATION_NOT_ALLOWED'));
  });

  test.each([
    ['another text', '{ customers { nodes { id } } }'],
    ['a known text with a blank more', `${KNOWN} `],
    ['introspection', '{ __schema { types { name } } }'],
    ['a mutation', 'mutation { logout { ok } }'],
    ['no GraphQL at all', '}'],
  ])('%s is refused before anybody reads it', async (_what, query) => {
    expect(await post({ query })).toMatchObject(refusal('OPERATION_NOT_ALLOWED'));
    const search = new URLSearchParams({ query });
    const byGet = await fetch(`${server.origin}/graphql?${search}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect([byGet.status, (await byGet.json()).errors[0].extensions.code]).toEqual([400, 'OPERATION_NOT_ALLOWED']);
  });

  test('a text does not become known by being sent with its id', async () => {
    const query = '{ customers { totalCount } }';
    expect(await post({ query, extensions: persisted(idOf(query)) })).toMatchObject(refusal('OPERATION_NOT_ALLOWED'));
    expect(await post({ query, extensions: persisted(idOf(KNOWN)) })).toMatchObject(refusal('OPERATION_NOT_ALLOWED'));
    expect(await post({ extensions: persisted(idOf(query)) })).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  });

  test('an upload is held to it too', async () => {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query: 'mutation { logout { ok } }', variables: { file: null } }));
    form.set('map', '{"0":["variables.file"]}');
    form.set('0', new File(['x'], 'x.txt'));
    const headers = { ...headersOf(staff), 'apollo-require-preflight': 'true' };
    const response = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body: form });
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([400, 'OPERATION_NOT_ALLOWED']);
  });

  test('on sockets too', async () => {
    const { client, subscribe } = socket(server, staff);
    const other = subscribe('subscription { notificationReceived { id readAt } }');
    expect(await other.end()).toMatchObject([{ extensions: { code: 'OPERATION_NOT_ALLOWED' } }]);
    const unknown = client.iterate({ query: '', extensions: persisted(idOf('x')) });
    await expect(unknown.next()).rejects.toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    const known = subscribe(LIVE);
    await expect.poll(() => server.product.world.services.events.listening).toBe(true);
    known.stop();
    expect(known.told).toEqual([]);
    await client.dispose();
  });
});

test('an id of another version says to reload, in the language of the page', async () => {
  for (const { origin } of [server, open]) {
    const body = { extensions: persisted(idOf('another version')) };
    expect((await post(body, { origin } as TestServer)).answer.errors[0].message).toBe(
      'Cette page date d’une autre version de Prisme. Rechargez-la.',
    );
    const english = await post(body, { origin } as TestServer, { 'accept-language': 'en' });
    expect(english.answer.errors[0].message).toBe('This page is of another version of Prisme. Reload it.');
    expect(english).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  }
});

test('elsewhere everything runs, and a page’s ids too', async () => {
  const { origin } = open;
  expect((await post({ query: '{ customers { totalCount } }' }, { origin } as TestServer)).status).toBe(200);
  expect((await post({ extensions: persisted(idOf(KNOWN)) }, { origin } as TestServer)).status).toBe(200);
});

test('production trusts nothing else, unless it is told to', async () => {
  const { readConfig } = await import('../../server/config.js');
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://prisme.example', SECRET: 's'.repeat(32) };
  expect(readConfig(production).trustedDocuments).toBe(true);
  expect(readConfig({ ...production, TRUSTED_DOCUMENTS: 'false' }).trustedDocuments).toBe(false);
  expect(readConfig({ SECRET: 's'.repeat(32) }).trustedDocuments).toBe(false);
});
