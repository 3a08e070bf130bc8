import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileMissing } from '../../server/core/storage/storage.js';
import { claimKey, dropUnclaimed, reserveKeys, sweepFiles } from '../../server/core/storage/unclaimed.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const storage = () => server.product.world.services.storage;
const sweep = () => sweepFiles.work({}, { system: () => server.product.system() } as never);
const isKept = (key: string) =>
  storage()
    .get(key)
    .then(
      (stream) => Boolean(stream.destroy()),
      (error) => !(error instanceof FileMissing),
    );

async function stored(count: number): Promise<string[]> {
  const keys = await reserveKeys(server.product.system(), count);
  for (const key of keys) await storage().put(key, Readable.from(['x']));
  return keys;
}
const isDue = (keys: string[]) =>
  server.database.query('update unclaimed_file set sweep_after = now() where key = any($1)', [keys]);

test('what a crash leaves behind is swept away, what is not due is not', async () => {
  const [left, busy] = await stored(2);
  await isDue([left]);
  await sweep();
  expect([await isKept(left), await isKept(busy)]).toEqual([false, true]);
  await dropUnclaimed(server.product.system(), [busy]);
  expect(await isKept(busy)).toBe(false);
});

test('a key that a transaction is claiming is left to it, and follows how it ends', async () => {
  const [committed, rolledBack] = await stored(2);
  const keys = [committed, rolledBack];
  await isDue(keys);
  for (const key of keys)
    await server.database
      .transaction(async (db) => {
        await claimKey(server.product.system().inside(db), key);
        await sweep();
        expect(await isKept(key)).toBe(true);
        if (key === rolledBack) throw new Error('rolled back');
      })
      .catch(() => {});
  await sweep();
  expect([await isKept(committed), await isKept(rolledBack)]).toEqual([true, false]);
});

test('a key is claimed once', async () => {
  const [key] = await stored(1);
  const ctx = server.product.system();
  await claimKey(ctx, key);
  await expect(claimKey(ctx, key)).rejects.toThrow('claimed');
});
