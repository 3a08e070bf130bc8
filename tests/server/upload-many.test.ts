import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { upload } from '../support/factories/document.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  theirs = await customer(server);
});
afterAll(() => server.stop());

const MANY = 500;
const BYTES = 100_000;
const MOST_MEGABYTES = 400;

/** Who is sent away because too many came at once comes again. */
async function sent(name: string, content: Uint8Array): Promise<void> {
  for (;;) {
    const { status, data } = await upload(server, staff, { customerId: theirs.id }, content, name).catch(() => ({
      status: 503,
      data: null,
    }));
    if (status === 200 && data?.uploadDocument.document) return;
    if (status !== 503) throw new Error(`${name}: ${status}`);
  }
}

test('five hundred uploads at once are all kept, once each, in bounded memory', async () => {
  const content = Buffer.alloc(BYTES, 'x\n');
  const before = process.memoryUsage().rss;
  await Promise.all(Array.from({ length: MANY }, (_, i) => sent(`note ${i}.txt`, content)));
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(MOST_MEGABYTES);
  const [{ names, bytes }] = await server.database.query(
    'select count(distinct name)::int as names, sum(size)::int as bytes from document where customer_id = $1',
    [theirs.id],
  );
  expect([names, bytes]).toEqual([MANY, MANY * BYTES]);
  const kept = readdirSync(join(server.config.dataDir, 'files'), { recursive: true, withFileTypes: true });
  expect(kept.filter((one) => one.isFile())).toHaveLength(MANY);
});
