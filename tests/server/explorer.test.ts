import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const get = (path: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') =>
  fetch(`${server.origin}${path}`, { headers: { accept, 'apollo-require-preflight': 'true' } });

test('a browser at /graphql gets an explorer, all of it from here', async () => {
  const answer = await get('/graphql');
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  const page = await answer.text();
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses.filter((one) => one !== '/graphql-explorer/')) {
    const part = await get(`/graphql-explorer/${address}`);
    expect([address, part.status]).toEqual([address, 200]);
    await part.body?.cancel();
  }
  expect(await (await get('/graphql-explorer/start.js')).text()).toContain('/graphql');
});

test('a program gets its answer, whoever sends it', async () => {
  expect(await (await get('/graphql?query={__typename}')).json()).toEqual({ data: { __typename: 'Query' } });
  expect(await (await get('/graphql?query={__typename}', 'application/json')).json()).toEqual({ data: { __typename: 'Query' } });
});

test('nothing but the explorer’s own files', async () => {
  for (const path of ['nothing.js', 'index.html', '..%2findex.js', '%2e%2e/index.js', 'assets'])
    expect([path, (await get(`/graphql-explorer/${path}`)).status]).toEqual([path, 404]);
});

test('in production there is none', async () => {
  const production = await startServer({
    env: {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://prisme.test',
      SECRET: 'a-production-secret-of-more-than-32-characters',
      DEMO: 'false',
    },
  });
  try {
    const answer = await fetch(`${production.origin}/graphql`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await fetch(`${production.origin}/graphql-explorer/main.js`)).status).toBe(404);
  } finally {
    await production.stop();
  }
});
