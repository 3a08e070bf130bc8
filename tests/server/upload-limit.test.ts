import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { uploadForm } from '../support/factories/document.factory.js';
import { headersOf, serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('uploads', () => {
  const send = async ({ origin }: { origin: string }, asker: { token: string }, content: string, language = 'fr') => {
    const headers = { ...headersOf(asker), 'apollo-require-preflight': 'true', 'accept-language': language };
    const body = uploadForm({ customerId: theirs.id }, content, 'note.txt');
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
    return { status: response.status, retryAfter: Number(response.headers.get('retry-after')), answer: await response.json() };
  };
  let theirs: { id: string };
  beforeAll(async () => {
    theirs = await customer(server);
  });

  test.each([
    ['their number', 'upload.viewer=3/1h', 'court', 3],
    ['their size', 'upload-size.viewer=100/1d', 'x'.repeat(40_000), 2],
  ])('are limited by %s, a person, before anything is read', async (_what, RATE_LIMITS, content, allowed) => {
    const limited = await serve(server.databaseUrl, { env: { RATE_LIMITS } });
    const [busy, calm] = [await person(server, 'staff'), await person(server, 'staff')];
    for (let i = 0; i < allowed; i += 1) expect((await send(limited, busy, content)).answer.errors).toBeUndefined();
    const refused = await send(limited, busy, content, 'en');
    expect(refused.status).toBe(429);
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.answer.errors).toEqual([
      {
        message: expect.stringMatching(/^Too many attempts\. Try again in \d+ (min|h)\.$/),
        extensions: { code: 'RATE_LIMITED', retryAfter: refused.retryAfter, requestId: expect.any(String) },
      },
    ]);
    expect((await send(limited, calm, content)).status).toBe(200);
    await limited.close();
  });

  test('imports are limited, whatever became of them', async () => {
    const limited = await serve(server.databaseUrl, { env: { RATE_LIMITS: 'import.viewer=1/1h' } });
    const staff = await person(server, 'staff');
    const send = () => {
      const form = new FormData();
      const query = 'mutation ($input: ImportOrdersInput!) { importOrders(input: $input) { userErrors { code } } }';
      form.set('operations', JSON.stringify({ query, variables: { input: { file: null } } }));
      form.set('map', '{"0":["variables.input.file"]}');
      form.set('0', new File([''], 'empty.csv'));
      const headers = { ...headersOf(staff), 'apollo-require-preflight': 'true' };
      return fetch(`${limited.origin}/graphql`, { method: 'POST', headers, body: form });
    };
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(429);
    await limited.close();
  });
});
