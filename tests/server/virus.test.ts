import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadConfig, readConfig } from '../../server/config.js';
import { person, type TestPerson } from '../support/as.js';
import { EICAR, startClamd } from '../support/clamd.js';
import { customer } from '../support/factories/customer.factory.js';
import { upload } from '../support/factories/document.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let clamd: Awaited<ReturnType<typeof startClamd>>;
let server: TestServer;
let staff: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  clamd = await startClamd();
  server = await startServer({ env: { CLAMD_URL: clamd.url, MAX_UPLOAD_MB: '3' } });
  staff = await person(server, 'staff');
  theirs = await customer(server);
});
afterAll(() => server.stop());

const send = (content: string | Uint8Array) =>
  upload(server, staff, { customerId: theirs.id }, content, 'note.txt', 'text/plain');
const kept = async () => {
  const [{ count }] = await server.database.query('select count(*)::int as count from document');
  const files = readdirSync(server.config.dataDir, { recursive: true, withFileTypes: true });
  return [count, files.filter((one) => one.isFile() && one.parentPath.includes('files')).length];
};

test('a clean file is kept', async () => {
  const { data } = await send('Bonjour');
  expect(data.uploadDocument.userErrors).toEqual([]);
  expect(await kept()).toEqual([1, 1]);
});

test('an infected one is refused by its virus’s name, and nothing of it is left', async () => {
  const before = await kept();
  const { data } = await send(`Bonjour ${EICAR}`);
  expect(data.uploadDocument.userErrors).toEqual([
    { path: ['input', 'file'], code: 'INFECTED', message: expect.stringContaining('Eicar-Test-Signature') },
  ]);
  expect(await kept()).toEqual(before);
});

test('what could not be looked at is not kept: one too large for the scanner, and any while it is away', async () => {
  const before = await kept();
  expect(codesOf(await send('a'.repeat(2_500_000)))).toEqual(['SERVICE_UNAVAILABLE']);
  await clamd.stop();
  expect(codesOf(await send('Bonjour'))).toEqual(['SERVICE_UNAVAILABLE']);
  expect(await kept()).toEqual(before);
});

test('an address that is none stops the start', () => {
  expect(() => readConfig({ CLAMD_URL: 'clamav:3310' })).toThrow(BadConfig);
});
