import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { headersOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let production: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer();
  const env = { NODE_ENV: 'production', PUBLIC_URL: 'https://prisme.example', SECRET: 's'.repeat(40), DEMO: 'false' };
  // What holds where any operation runs must hold without the list of known ones.
  production = await startServer({ env: { ...env, TRUSTED_DOCUMENTS: 'false' } });
  staff = await person(server, 'staff');
});
afterAll(async () => {
  await production.stop();
  await server.stop();
});

const many = (count: number, part: (i: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, i) => part(i)).join(between);

/** Milliseconds of work, the server's and ours: unlike the time on the clock they do not grow when others use this machine. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function send(to: TestServer, init: RequestInit & { search?: string } = {}) {
  const { search = '', ...rest } = init;
  const begun = process.cpuUsage();
  const response = await fetch(`${to.origin}/graphql${search}`, rest);
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, ms: spent(begun) };
}
const post = (to: TestServer, query: unknown, type = 'application/json') =>
  send(to, {
    method: 'POST',
    headers: { 'content-type': type, ...headersOf(to === server ? staff : null) },
    body: typeof query === 'string' ? query : JSON.stringify(query),
  });

describe('what scanners look for', () => {
  test('introspection: not in production', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "User") { fields { name } } }']) {
      const { status, text } = await post(production, { query });
      expect(status).toBe(400);
      expect(text).not.toMatch(/"types"|"fields"/);
    }
  });

  test('suggestions of names: nowhere', async () => {
    for (const to of [server, production])
      for (const query of [
        'query cop { __schema { directive } }',
        '{ custommers { nodes { id } } }',
        '{ customers { nods { id } } }',
        '{ customers(frist: 1) { totalCount } }',
        'mutation { login(input: { emial: "a" }) { accessToken } }',
      ])
        expect((await post(to, { query })).text).not.toMatch(/did you mean/i);
  });

  test('an explorer: not in production, and never from another house', async () => {
    for (const path of [
      '/graphql',
      '/graphiql',
      '/playground',
      '/console',
      '/graphql/console',
      '/altair',
      '/graphql-explorer/index.js',
    ]) {
      const response = await fetch(production.origin + path, { headers: { accept: 'text/html' } });
      expect([path, response.status >= 400, /graphiql|playground|altair|sandbox/i.test(await response.text())]).toEqual([
        path,
        true,
        false,
      ]);
    }
    expect((await send(server, { headers: { accept: 'text/html' } })).text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('queries and mutations by GET', async () => {
    const get = (query: string, headers: Record<string, string> = {}) =>
      send(server, { search: `?query=${encodeURIComponent(query)}`, headers });
    expect((await get('{ __typename }')).status).toBe(400);
    for (const headers of [{}, { 'apollo-require-preflight': '1' }])
      for (const query of ['mutation { __typename }', 'mutation { logout { ok } }'])
        expect([400, 405]).toContain((await get(query, headers as Record<string, string>)).status);
  });

  test.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['text/plain', '{"query":"{ __typename }"}'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--\r\n',
    ],
  ])('a form that another site could send as %s', async (type, body) => {
    const { status, text } = await post(server, body, type);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('"__typename"');
  });

  test('a batch', async () => {
    const { status, text } = await post(
      server,
      Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })),
    );
    expect(status).toBe(400);
    expect(JSON.parse(text)).not.toBeInstanceOf(Array);
  });

  test('tracing', async () => {
    const { text } = await post(server, { query: 'query cop { __typename }' });
    expect(Object.keys(JSON.parse(text))).toEqual(['data']);
  });

  test('an unhandled error', async () => {
    for (const to of [server, production])
      for (const query of [
        'qwerty cop { abc }',
        '{ customer(id: 1.5) { id } }',
        '{ customers(first: "x") { totalCount } }',
        '{ node(id: "\\u0000") { id } }',
      ])
        expect((await post(to, { query })).text).not.toMatch(/stacktrace|"exception"|node_modules|\.js:\d|select |QueryFailed/i);
  });
});

const excesses: [string, string][] = [
  ['aliases', `query cop { ${many(101, (i) => `alias${i}: __typename`)} }`],
  ['fields', `query cop { ${many(1_100, () => '__typename')} }`],
  ['directives', 'query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }'],
  ['directives that are there', `{ ${many(30, () => '__typename @skip(if: false)')} }`],
  ['root fields', `{ ${many(25, () => 'customerStats { total }')} }`],
  ['levels', `{ customers { nodes { ${'invoices { nodes { customer { '.repeat(6)} id ${'} } }'.repeat(6)} } } }`],
  [
    'levels below fragments',
    `{ customers { nodes { ...A } } } ${many(8, (i) => `fragment ${String.fromCharCode(65 + i)} on Customer { invoices { nodes { customer { ...${String.fromCharCode(66 + i)} } } } }`)} fragment I on Customer { id }`,
  ],
  [
    'rows',
    `{ customers(first: 100) { nodes { invoices(first: 100) { nodes { lines { invoice { payments(first: 100) { nodes { id } } } } } } } } }`,
  ],
  ['spreads', `{ customers { nodes { ${many(150, () => '...A')} } } } fragment A on Customer { id }`],
  [
    'rows in the second of two operations',
    `query A { __typename } query B { customers(first: 100) { nodes { invoices(first: 100) { nodes { customer { projects(first: 100) { nodes { id } } } } } } } }`,
  ],
];

describe('an excess is a 400, at once', () => {
  test.each(excesses)('of %s', async (what, query) => {
    const sent = [];
    for (let i = 0; i < 4; i += 1)
      sent.push(await post(server, { query, operationName: what.includes('second') ? 'A' : undefined }));
    for (const { status, text } of sent) {
      expect(status).toBe(400);
      expect(JSON.parse(text).errors).toEqual([
        {
          message: expect.stringMatching(/^Too much in one operation: at most \d+ /),
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
        },
      ]);
    }
    // The best of them: the first also compiles what it runs.
    expect(Math.min(...sent.map(({ ms }) => ms))).toBeLessThan(50);
  });

  test.each([
    ['tokens', `{ ${many(5_000, () => '__typename')} }`],
    ['one fragment within itself', '{ customers { nodes { ...A } } } fragment A on Customer { contacts { customer { ...A } } }'],
    [
      'fragments within each other',
      '{ customers { nodes { ...A } } } fragment A on Customer { ...B } fragment B on Customer { ...A }',
    ],
    ['brackets', `{ customers(filter: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { totalCount } }`],
    ['unknown fields', `{ customers { nodes { ${many(800, (i) => `x${i}`)} } } }`],
    ['clashes', `{ customers { nodes { ${many(400, (i) => `id(a: ${i})`)} } } }`],
  ])('of %s', async (_what, query) => {
    const sent = [];
    for (let i = 0; i < 4; i += 1) sent.push(await post(server, { query }));
    for (const { status, text } of sent) {
      expect(status).toBe(400);
      expect(JSON.parse(text).errors.length).toBeLessThanOrEqual(5);
    }
    expect(Math.min(...sent.map(({ ms }) => ms))).toBeLessThan(50);
  });

  test('on sockets too', async () => {
    const { client, subscribe } = socket(server, staff);
    const query = `subscription { notificationReceived { ${many(40, (i) => `a${i}: id`)} } }`;
    expect(await subscribe(query).end()).toMatchObject([{ message: 'Too much in one operation: at most 30 aliases' }]);
    await client.dispose();
  });
});
