import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/core/database/embedded-postgres.js';
import { migrate } from '../../server/database.js';
import { person } from '../support/as.js';
import { headersOf, serve } from '../support/server.js';

const dataDir = mkdtempSync(join(tmpdir(), 'prisme-outage-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = () => startEmbeddedPostgres({ dataDir, log: () => {} });

test('PostgreSQL goes away under load and comes back: 503 meanwhile, and no restart', async () => {
  const first = await start();
  await migrate(first);
  const server = await serve(first.url, { jobs: true });
  const staff = await person(server, 'staff');
  const status = async () => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(staff) },
      body: JSON.stringify({ query: '{ customers { totalCount } }' }),
    });
    const body = await response.json();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), code: body.errors?.[0].extensions.code };
  };
  expect(await status()).toEqual({ status: 200, retryAfter: null, code: undefined });

  const under = new AbortController();
  const met = new Set<number>();
  const load = Array.from({ length: 8 }, async () => {
    while (!under.signal.aborted) met.add((await status()).status);
  });
  await first.stop();
  await expect.poll(status).toEqual({ status: 503, retryAfter: '5', code: 'SERVICE_UNAVAILABLE' });
  expect((await fetch(`${server.origin}/health/ready`)).status).toBe(503);
  expect((await fetch(`${server.origin}/health/live`)).status).toBe(200);

  const second = await start();
  // The same address, or else the server could not know where it went.
  expect(second.url).toBe(first.url);
  await expect.poll(status, { timeout: 15_000 }).toMatchObject({ status: 200 });
  await expect.poll(() => server.product.world.services.events.listening, { timeout: 15_000 }).toBe(true);
  under.abort();
  await Promise.all(load);
  // Nothing but an answer or a 503: an outage is never a 500.
  expect([...met].filter((code) => code !== 200 && code !== 503)).toEqual([]);

  await server.close();
  await second.stop();
});
