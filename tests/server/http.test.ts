import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, codesOf, headersOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
});
afterAll(() => server.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

const query = (text: string, headers = headersOf(staff)) => post(JSON.stringify({ query: text }), headers);

describe('what is not GraphQL', () => {
  test.each([
    ['half of a JSON', '{"query": "{ view'],
    ['no JSON at all', 'hello'],
    ['a JSON that is no object', '[1]'],
    ['no query', '{}'],
    ['an unfinished query', '{"query":"{ customers { nodes { "}'],
    ['an unknown field', '{"query":"{ nothingLikeIt }"}'],
    ['variables of another form', '{"query":"{ __typename }","variables":"x"}'],
    ['two operations and no name', '{"query":"query A { __typename } query B { __typename }"}'],
  ])('%s is a 400 that says so and nothing of the inside', async (_what, body) => {
    const response = await post(body, headersOf(staff));
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text).errors[0].message).toEqual(expect.any(String));
    expect(text).not.toMatch(/node_modules|\.js:|stacktrace|select /i);
  });

  test('who reads nothing but application/json gets the same with a 200, as GraphQL over HTTP has it', async () => {
    for (const body of ['{"query":"{ customers { nodes { "}', '{"query":"{ nothingLikeIt }"}']) {
      const response = await post(body, { ...headersOf(staff), accept: 'application/json' });
      expect([response.status, (await response.json()).errors.length]).toEqual([200, 1]);
    }
    const both = { ...headersOf(staff), accept: 'application/graphql-response+json, application/json' };
    expect((await post('{"query":"{ nothingLikeIt }"}', both)).status).toBe(400);
  });

  test('a body without end is cut off', async () => {
    expect((await post(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(1_100_000)}` }))).status).toBe(413);
  });

  test('a simple request, which another site could make a browser send, is refused', async () => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${server.origin}/graphql?query=${encodeURIComponent('{ __typename }')}`)).status).toBe(400);
  });

  test('a mutation does not run by GET', async () => {
    const response = await fetch(`${server.origin}/graphql?query=${encodeURIComponent('mutation { logout { ok } }')}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
  });
});

describe('too much', () => {
  const many = (count: number, part: (i: number) => string) => Array.from({ length: count }, (_, i) => part(i)).join(' ');
  test.each([
    ['aliases', `{ ${many(101, (i) => `a${i}: __typename`)} }`],
    ['directives', `{ ${many(30, () => '__typename @skip(if: false)')} }`],
    ['tokens', `{ ${many(5_000, () => '__typename')} }`],
    ['root fields', `{ ${many(25, () => 'customerStats { total }')} }`],
    ['levels', `{ customers { nodes { ${'invoices { nodes { customer { '.repeat(6)} id ${'} } }'.repeat(6)} } } }`],
    ['rows', `{ ${many(12, (i) => `c${i}: customers(first: 100) { nodes { ${many(20, () => 'contacts { id } ')} } }`)} }`],
  ])('%s in one operation is a 400', async (what, text) => {
    const response = await query(text);
    expect(response.status).toBe(400);
    if (what !== 'tokens') expect((await response.json()).errors[0].message).toMatch(`Too much in one operation: at most`);
  });

  test('a list asks for 100 at the most, and not for less than none', async () => {
    for (const first of [101, 2_147_483_647, -1]) {
      const answer: Answer = await (await query(`{ customers(first: ${first}) { nodes { id } } }`)).json();
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0].message).toBe('Demandez de 0 à 100 éléments.');
    }
  });

  test('an array of operations is not answered', async () => {
    expect((await post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]')).status).toBe(400);
  });
});

describe('errors', () => {
  test('have a code, the request’s id and words in the viewer’s language', async () => {
    const french = await post('{"query":"{ customers { totalCount } }"}');
    const answer: Answer = await french.json();
    expect(answer.errors).toMatchObject([
      {
        message: 'Connectez-vous d’abord.',
        extensions: { code: 'UNAUTHENTICATED', requestId: french.headers.get('x-request-id') },
      },
    ]);
    const english: Answer = await (
      await post('{"query":"{ customers { totalCount } }"}', { 'accept-language': 'de, en;q=0.8' })
    ).json();
    expect(english.errors?.[0].message).toBe('Sign in first.');
  });

  test.each([
    '',
    '%%%',
    Buffer.from('["name",5,"x"]').toString('base64url'),
    Buffer.from('["createdAt","x","y"]').toString('base64url'),
  ])('the made-up cursor %j is refused', async (after) => {
    const answer = await server.ask(staff, 'query ($after: String) { customers(after: $after) { nodes { id } } }', { after });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('an id of nothing is nothing', async () => {
    for (const id of ['', 'x', '0', '00000000-0000-0000-0000-000000000000'])
      expect(await server.ask(staff, 'query ($id: ID!) { customer(id: $id) { id } }', { id })).toEqual({
        data: { customer: null },
      });
  });
});

interface Listed {
  edges: { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

describe('lists', () => {
  test('forwards and backwards, every row once', async () => {
    for (let i = 0; i < 7; i++) await customer(server, { name: `Rang ${i % 3}` });
    const page = (args: string) =>
      server.ask(
        staff,
        `{ customers(${args}, direction: ASC) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
    const { edges: all } = (await page('first: 100')).data.customers;
    const ids = (edges: Listed['edges']) => edges.map(({ node }) => node.id);
    for (const [way, from, keep] of [
      ['first', 'after', 'endCursor'],
      ['last', 'before', 'startCursor'],
    ] as const) {
      const met: string[] = [];
      for (let cursor: string | null = null, more = true; more; ) {
        const { edges, pageInfo }: Listed = (await page(`${way}: 2${cursor ? `, ${from}: "${cursor}"` : ''}`)).data.customers;
        if (way === 'first') met.push(...ids(edges));
        else met.unshift(...ids(edges));
        cursor = pageInfo[keep];
        more = way === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      }
      expect(met).toEqual(ids(all));
    }
    expect(codesOf(await page('first: 1, last: 1'))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('headers', () => {
  test('are on every answer', async () => {
    for (const path of ['/health/live', '/nothing', '/client/', '/files/x']) {
      const { headers } = await fetch(`${server.origin}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('a path out of the portals’ folder leads nowhere', async () => {
    for (const path of [
      '/client/../../package.json',
      '/client/%2e%2e/%2e%2e/package.json',
      '/client/..%2f..%2fpackage.json',
      '/client/assets/%00.js',
    ]) {
      const status = await new Promise((resolve) => {
        httpRequest({ host: '127.0.0.1', port: Number(new URL(server.origin).port), path }, (response) =>
          resolve(response.resume().statusCode),
        ).end();
      });
      expect([400, 404]).toContain(status);
    }
  });

  test('whoever opens a connection and says nothing keeps nobody waiting', async () => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    expect((await fetch(`${server.origin}/health/ready`)).status).toBe(200);
    socket.destroy();
  });
});

test('metrics count operations and connections', async () => {
  await query('{ customerStats { total } }');
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  expect(text).toMatch(/prisme_graphql_operation_seconds_count\{kind="query",outcome="ok"\} [1-9]/);
  expect(text).toMatch(/prisme_database_connections\{state="idle"\} \d/);
});
