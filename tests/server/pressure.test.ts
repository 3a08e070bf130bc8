import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { headersOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer({ env: { MAX_REQUESTS: '3' } });
  staff = await person(server, 'staff');
});
afterAll(() => server.stop());

const ask = (language = 'fr') =>
  fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...headersOf(staff) },
    body: JSON.stringify({ query: '{ customers { totalCount } }' }),
  });

async function waitingInDatabase(): Promise<number> {
  const [{ count }] = await server.database.query(
    "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return count;
}

test('who comes when all hands are full is asked to come back, and is served when they are free', async () => {
  const lock = server.database.createQueryRunner();
  await lock.startTransaction();
  await lock.query('lock table customer in access exclusive mode');
  const waiting = [ask(), ask(), ask()];
  await expect.poll(waitingInDatabase).toBe(3);
  const refused = await ask('en');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await refused.json()).errors).toEqual([
    {
      message: 'The service is unavailable for a moment. Try again in a few seconds.',
      extensions: { code: 'SERVICE_UNAVAILABLE', requestId: expect.any(String) },
    },
  ]);
  // Whoever watches the process still learns how it is.
  for (const path of ['/health/live', '/health/ready', '/metrics'])
    expect([path, (await fetch(server.origin + path)).status]).toEqual([path, 200]);
  await lock.commitTransaction();
  await lock.release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await ask()).status).toBe(200);
});

test('who gives up makes room', async () => {
  const lock = server.database.createQueryRunner();
  await lock.startTransaction();
  await lock.query('lock table customer in access exclusive mode');
  const leaving = new AbortController();
  const gone = Array.from({ length: 3 }, () =>
    fetch(`${server.origin}/graphql`, {
      method: 'POST',
      signal: leaving.signal,
      headers: { 'content-type': 'application/json', ...headersOf(staff) },
      body: '{"query":"{ customers { totalCount } }"}',
    }).catch(() => null),
  );
  await expect.poll(waitingInDatabase).toBe(3);
  expect((await ask()).status).toBe(503);
  leaving.abort();
  await Promise.all(gone);
  await lock.rollbackTransaction();
  await lock.release();
  await expect.poll(async () => (await ask()).status).toBe(200);
});
