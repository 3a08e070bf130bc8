import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { orderFile } from '../support/import.js';
import { startServer, type TestServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'prisme-import-'));
let server: TestServer;
let manager: TestPerson;

beforeAll(async () => {
  server = await startServer();
  manager = await person(server, 'manager');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run import:orders -- …`, or of another kind, typed in `folder`. */
function start(args: string[], kind = 'orders'): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: server.databaseUrl,
    DATA_DIR: join(folder, 'data'),
    INIT_CWD: folder,
    LANG: 'en',
    LC_ALL: '',
  };
  return spawn(process.execPath, [join(root, 'scripts/run.mjs'), `import-${kind}`, ...args], { cwd: root, env, stdio: 'pipe' });
}

async function run(args: string[], input?: Buffer, kind?: string) {
  const child = start(args, kind);
  child.stdin!.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, error, status] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  return { status, out, error };
}

const count = async (table: string) => Number((await server.database.query(`select count(*) from "${table}"`))[0].count);

test('a file, read twice and from standard input, with the report a program reads', async () => {
  writeFileSync(join(folder, 'shop.csv'), orderFile('shop.csv'));
  const trial = await run(['shop.csv', '--dry-run', '--json']);
  expect(JSON.parse(trial.out)).toMatchObject({ created: 4, refusedTotal: 3 });
  expect([await count('order'), await count('customer'), await count('import_run')]).toEqual([0, 0, 0]);

  const first = await run(['shop.csv', '--json', '--refused', 'refused.csv']);
  expect(first.status).toBe(0);
  const report = JSON.parse(first.out);
  expect(Object.keys(report)).toEqual([
    'read',
    'created',
    'updated',
    'unchanged',
    'refused',
    'refusedTotal',
    'orders',
    'customers',
  ]);
  expect(report).toMatchObject({ read: 9, created: 4, updated: 0, unchanged: 0, refusedTotal: 3, orders: 5, customers: 3 });
  expect(report.refused[0]).toEqual({
    line: 5,
    code: 'NOT_POSITIVE_QUANTITY',
    message: 'The quantity is not positive in an order that is not cancelled (0 × 9.90).',
  });
  expect(readFileSync(join(folder, 'refused.csv'), 'utf8').trim().split('\n')).toHaveLength(4);

  const again = await run(['-', '--json'], orderFile('shop.csv'));
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  const { importRuns } = (
    await server.ask(manager, '{ importRuns(direction: ASC) { nodes { fileName status createdBy { id } } } }')
  ).data;
  expect(importRuns.nodes).toEqual([
    { fileName: 'shop.csv', status: 'DONE', createdBy: null },
    { fileName: '-', status: 'DONE', createdBy: null },
  ]);
}, 60_000);

test('what was typed wrong or cannot be read ends with a reason in a line, and not with 0', async () => {
  const wrong = async (args: string[], input?: Buffer) => {
    const { status, out, error } = await run(args, input);
    expect(out).toBe('');
    return `${status} ${error.trim().split('\n')[0]}`;
  };
  expect(await wrong([])).toMatch(/^2 npm run import:orders/);
  expect(await wrong(['--colour', 'shop.csv'])).toMatch(/^2 Unknown option '--colour'/);
  expect(await wrong(['nowhere.csv'])).toMatch(/^2 .*nowhere\.csv: there is no such file/);
  expect(await wrong(['shop.csv', '--map', 'total=Total'])).toMatch(/^1 “total” is not a field of such a file/);
  expect(await wrong(['shop.csv', '--map', 'number=Ticket'])).toMatch(
    /^1 There is no column “Ticket”. Columns read, separated by ,: “InvoiceNo”/,
  );
  expect(await wrong(['-', '--currency', 'EURO'], orderFile('shop.csv'))).toMatch(/^1 Unknown currency: EURO/);
}, 60_000);

test('killed at a bad moment, it goes on: nothing is lost and nothing comes twice', async () => {
  const orders = 30_000;
  const rows = Array.from({ length: orders * 2 }, (_, i) => `K${i % orders},2026-03-01 10:00,K${i % 500},1,2.50`);
  writeFileSync(join(folder, 'long.csv'), ['number,date,customer,quantity,price', ...rows].join('\n'));
  const before = await count('order');
  const child = start(['long.csv']);
  child.stdin!.end();
  const ended = new Promise((resolve) => child.once('close', resolve));
  // Some orders are there, and others are not yet.
  await expect.poll(() => count('order'), { timeout: 30_000, interval: 5 }).toBeGreaterThan(before);
  child.kill('SIGKILL');
  await ended;
  const left = (await count('order')) - before;
  expect(left).toBeLessThan(orders);

  const { status, out } = await run(['long.csv', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    read: orders * 2,
    created: orders - left,
    updated: 0,
    unchanged: left,
    refusedTotal: 0,
  });
  expect((await count('order')) - before).toBe(orders);
  const [{ lines, cents }] = await server.database.query(
    `select count(*) as lines, sum(l.total_cents) as cents from order_line l join "order" o on o.id = order_id where number like 'K%'`,
  );
  expect([Number(lines), Number(cents)]).toEqual([orders * 2, orders * 2 * 250]);
  const asked = '{ importRuns(direction: ASC) { nodes { fileName status error } } }';
  const runs = (await server.ask(manager, asked)).data.importRuns.nodes.filter(
    ({ fileName }: { fileName: string }) => fileName === 'long.csv',
  );
  expect(runs).toMatchObject([
    { status: 'FAILED', error: expect.stringContaining('interrompu') },
    { status: 'DONE', error: null },
  ]);
}, 120_000);

test('customers: tried, read, read again from standard input, killed and gone on with', async () => {
  const file = [
    'code client;nom;courriel;contact',
    ...Array.from({ length: 6_000 }, (_, i) => `K-${i};Client ${i};k${i}@example.com;Contact ${i}`),
    ';Sans rien;;',
  ].join('\n');
  writeFileSync(join(folder, 'clients.csv'), file);
  const before = await count('customer');
  const trial = await run(['clients.csv', '--dry-run', '--json', '--map', 'contactName='], undefined, 'customers');
  expect(JSON.parse(trial.out)).toMatchObject({ read: 6_001, created: 6_000, refusedTotal: 1, customers: 6_000 });
  expect(await count('customer')).toBe(before);

  const child = start(['clients.csv'], 'customers');
  child.stdin!.end();
  const ended = new Promise((resolve) => child.once('close', resolve));
  await expect.poll(() => count('customer'), { timeout: 30_000, interval: 5 }).toBeGreaterThan(before);
  child.kill('SIGKILL');
  await ended;
  const left = (await count('customer')) - before;
  expect(left).toBeLessThan(6_000);

  const { status, out } = await run(['-', '--json'], Buffer.from(file), 'customers');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    read: 6_001,
    created: 6_000 - left,
    updated: 0,
    unchanged: left,
    refused: [{ line: 6_002, code: 'NO_CUSTOMER_KEY', message: expect.any(String) }],
    refusedTotal: 1,
    orders: 0,
    customers: 6_000,
  });
  expect([(await count('customer')) - before, await count('contact')]).toEqual([6_000, 6_000]);
  expect((await run(['clients.csv', '--existing', 'maybe'], undefined, 'customers')).error).toContain(
    '--existing is update or leave',
  );
}, 120_000);
