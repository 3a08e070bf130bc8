import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, onTestFinished, test } from 'vitest';
import { defineJob, enqueue } from '../../server/core/jobs/jobs.js';
import { person } from '../support/as.js';
import { freshDatabase } from '../support/database.js';
import { RUN, sendOrders } from '../support/import.js';
import { killProducts, startProduct } from '../support/process.js';
import { serve } from '../support/server.js';

const SECRET = 'a secret for tests that is long enough';
const LINES = 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'prisme-jobs-'));

afterEach(killProducts);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const bigFile = () =>
  [
    'number,date,customer,quantity,price',
    ...Array.from({ length: LINES }, (_, i) => `${i >> 2},2026-03-02 10:00,K${(i >> 2) % 900},1,2.50`),
  ].join('\n');

test('an import whose server is killed with -9 is taken up by the next one, and nothing comes twice', {
  timeout: 180_000,
}, async () => {
  const database = await freshDatabase();
  // Looks on, and takes no jobs.
  const watch = await serve(database.url, { env: { SECRET } });
  const manager = await person(watch, 'manager');
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET, DEMO: 'false' };

  const first = await startProduct(env);
  await first.ready;
  const sent = await sendOrders(first, manager, bigFile());
  const { id } = sent.data.it.importRun;
  const run = async () => (await watch.ask(manager, RUN, { id })).data.importRun;
  await expect.poll(async () => (await run()).read, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  first.child.kill('SIGKILL');
  await first.ended;
  const [{ locked }] = await watch.database.query(
    `select count(*)::int as locked from graphile_worker.jobs where task_identifier = 'importOrders' and locked_by is not null`,
  );
  expect({ locked, status: (await run()).status }).toEqual({ locked: 1, status: 'RUNNING' });

  const second = await startProduct(env);
  await second.ready;
  await expect.poll(async () => (await run()).status, { timeout: 90_000, interval: 100 }).toBe('DONE');
  expect(await run()).toMatchObject({ read: LINES, orders: LINES / 4, refusedTotal: 0 });
  const [{ orders }] = await watch.database.query('select count(*)::int as orders from "order"');
  expect(orders).toBe(LINES / 4);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  await watch.close();
  await database.drop();
});

test('workers that begin at once ask one thing at a time of their connection', async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => void warnings.push(message);
  process.on('warning', hear);
  onTestFinished(() => void process.off('warning', hear));
  const database = await freshDatabase();
  await (await serve(database.url, { jobs: true })).close();
  await database.drop();
  expect(warnings.filter((text) => text.includes('already executing a query'))).toEqual([]);
});

test('a job of a process that lives is left to it, whoever else starts', async () => {
  let begun = 0;
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const patient = defineJob({
    name: 'test.patient',
    async work() {
      begun += 1;
      started.resolve();
      await release.promise;
    },
  });
  const database = await freshDatabase();
  const one = await serve(database.url, { jobs: true });
  await enqueue(one.product.system(), patient, {});
  await started.promise;
  const lockedBy = async () => {
    const rows = await one.database.query('select locked_by from graphile_worker.jobs');
    return rows.map((row: { locked_by: string }) => row.locked_by);
  };
  const before = await lockedBy();
  const two = await serve(database.url, { jobs: true });
  expect(await lockedBy()).toEqual(before);
  expect(before).toEqual([expect.stringMatching(/^pool-/)]);
  release.resolve();
  await expect.poll(lockedBy).toEqual([]);
  expect(begun).toBe(1);
  await two.close();
  await one.close();
  await database.drop();
});
