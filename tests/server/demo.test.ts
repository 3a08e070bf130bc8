import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../server/demo/demo.js';
import { readPhone, readSiret, readVatNumber } from '../../server/features/customer/identity.rules.js';
import { type Asker, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let seconds: number;
const PASSWORD = 'prisme-demo-360';

beforeAll(async () => {
  server = await startServer();
  const begun = performance.now();
  expect(await seedDemo(server.product)).toBe(true);
  seconds = (performance.now() - begun) / 1000;
});
afterAll(() => server?.stop());

async function count(table: string, where = 'true'): Promise<number> {
  const [{ count }] = await server.database.query(`select count(*)::int as count from ${table} where ${where}`);
  return count;
}

test('a fresh database gets a whole world, quickly', async () => {
  expect(seconds).toBeLessThan(8);
  const counts: Record<string, number> = {};
  for (const table of ['customer', '"user"', 'activity', 'project', 'mission', 'document', '"order"', 'invoice', 'payment', 'opportunity', 'consent_event', 'mail', 'notification'])
    counts[table] = await count(table);
  console.log(seconds, counts);
});
