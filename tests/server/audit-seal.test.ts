import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FileHeads, StoredHeads } from '../../server/core/audit-heads.js';
import { startJobs } from '../../server/core/jobs/jobs.js';
import { sealAudit } from '../../server/features/audit/audit-seal.service.js';
import { startServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let trail: Awaited<ReturnType<typeof trailOf>>;
const system = () => server.product.system();

beforeAll(async () => {
  server = await startServer();
  trail = await trailOf(server);
});
afterAll(() => server.stop());
beforeEach(() => trail.clear());

describe('what was sealed and left alone is whole', () => {
  test('in several seals, with what is not sealed yet told as such', async () => {
    await trail.write(7);
    const last = await trail.seal();
    await trail.write(2);
    expect(await trail.verify()).toMatchObject({
      ok: true,
      entries: 9,
      sealed: 7,
      unsealed: 2,
      seals: 3,
      head: { number: 3, hash: last?.hash },
      findings: [],
    });
  });

  test('when nothing was ever written', async () => {
    expect(await trail.seal()).toBeNull();
    expect(await trail.verify()).toMatchObject({ ok: true, entries: 0, seals: 0, head: null });
  });

  test('when a transaction commits after a later one was sealed', async () => {
    const runner = server.database.createQueryRunner();
    await runner.startTransaction();
    const [early] = await trail.write(1, runner.manager);
    const [late] = await trail.write(1);
    await trail.seal();
    await runner.commitTransaction();
    await runner.release();
    expect(early < late).toBe(true);
    expect(await trail.verify()).toMatchObject({ ok: true, sealed: 1, unsealed: 1 });
    await trail.seal();
    expect(await trail.verify()).toMatchObject({ ok: true, sealed: 2, unsealed: 0, seals: 2 });
  });

  test('when two processes seal at once, while others write', async () => {
    await trail.write(6);
    await Promise.all([trail.seal(), trail.seal(), trail.write(5), trail.seal()]);
    await trail.seal();
    expect(await trail.verify()).toMatchObject({ ok: true, sealed: 11, unsealed: 0 });
  });

  test('and a transaction that was rolled back leaves nothing to seal', async () => {
    await expect(
      server.database.transaction(async (db) => {
        await trail.write(1, db);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await trail.seal()).toBeNull();
  });
});

test('what a killed process did not write outside is made up for by the next', async () => {
  await trail.write(1);
  const last = await trail.seal();
  rmSync(trail.heads);
  const services = { ...server.product.world.services, heads: new FileHeads(trail.heads) };
  await sealAudit(Object.assign(system(), { services }));
  expect(await services.heads.at(1)).toEqual([last]);
});

test('in an object store a head is an object, and never written over', async () => {
  const stored = new StoredHeads(server.product.world.services.storage);
  const head = { number: 1, hash: 'aa', at: '2026-01-01T00:00:00.000Z' };
  await stored.write(head);
  await stored.write(head);
  await expect(stored.write({ ...head, hash: 'bb' })).rejects.toThrow('another head');
  expect(await stored.at(1)).toEqual([head]);
  expect(await stored.at(2)).toEqual([]);
});

test('many entries are sealed by a job at once', async () => {
  const jobs = await startJobs(server.databaseUrl, server.product, 1);
  await server.database.transaction((db) => trail.write(1_000, db));
  await expect.poll(async () => (await trail.verify()).unsealed, { timeout: 10_000 }).toBe(0);
  await jobs.stop();
});
