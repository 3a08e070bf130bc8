import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage } from '../../server/core/storage/open-storage.js';
import { FileMissing, type Storage } from '../../server/core/storage/storage.js';

const folder = mkdtempSync(join(tmpdir(), 'prisme-storage-'));
const s3 = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'prisme', configs: [] }],
});
const kept = (place: string) =>
  readdirSync(join(folder, place), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
let address: { port: number };

beforeAll(async () => {
  address = await s3.run();
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['a folder', 'folder', () => openStorage(null, join(folder, 'folder'))],
  ['an S3 store', 's3', () => openStorage(`s3://S3RVER:S3RVER@127.0.0.1:${address.port}/prisme/files?tls=false`, folder)],
] as const)('%s', (_name, place, open) => {
  let storage: Storage;
  beforeAll(() => {
    storage = open();
  });
  const read = async (key: string, part?: { first: number; last: number }) => buffer(await storage.get(key, part));

  test('keeps bytes, measures them, gives them back whole or in part, and takes them away', async () => {
    const bytes = Buffer.from('Bonjour Prisme');
    expect(await storage.put('2026/11/one', Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]))).toEqual({
      size: 14,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await read('2026/11/one')).toEqual(bytes);
    expect((await read('2026/11/one', { first: 8, last: 10 })).toString()).toBe('Pri');
    await storage.remove('2026/11/one');
    await expect(storage.get('2026/11/one')).rejects.toThrow(FileMissing);
    await storage.remove('2026/11/one');
  });

  test('keeps what is larger than one part', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'p');
    const { size } = await storage.put('large', Readable.from(Array.from({ length: 12 }, () => chunk)));
    expect(size).toBe(12 * chunk.length);
    expect((await read('large')).length).toBe(size);
    await storage.remove('large');
  });

  test.each([0, 10, 6_000_000, 12_000_000])('leaves nothing of a stream that fails after %i bytes', async (length) => {
    async function* cut() {
      for (let sent = 0; sent < length; sent += 1_000_000) yield Buffer.alloc(Math.min(length - sent, 1_000_000), 'x');
      throw new Error('cut off');
    }
    await expect(storage.put('cut', Readable.from(cut()))).rejects.toThrow();
    await expect(storage.get('cut')).rejects.toThrow(FileMissing);
    expect(kept(place).filter(({ name }) => /cut|part/.test(name))).toEqual([]);
  });

  test('refuses a key that leaves it', async () => {
    for (const key of ['../out', '/etc/passwd', 'a//b', 'a/../../b', ''])
      await expect(storage.put(key, Readable.from(['x']))).rejects.toThrow('not a key');
  });
});

test('says what is wrong with an address, without its secret', () => {
  for (const url of [
    'http://key:hush@host/bucket',
    's3://key:hush@host',
    's3://host/bucket',
    's3://key:hush@host/bucket?tls=maybe',
  ]) {
    expect(() => openStorage(url, folder)).toThrow(/STORAGE_URL/);
    expect(() => openStorage(url, folder)).not.toThrow(/hush/);
  }
});
