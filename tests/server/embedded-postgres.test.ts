import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/core/database/embedded-postgres.js';
import { postmasterOf } from '../../server/core/database/embedded-processes.js';
import { openPostgres } from '../../server/core/database/postgres.js';

let dataDir: string;
let running: EmbeddedPostgres[];
let children: ChildProcess[];
let said: string[];
const log = (line: string) => void said.push(line);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'prisme-postgres-'));
  [running, children, said] = [[], [], []];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const one of running) await one.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const one = await startEmbeddedPostgres({ dataDir, log });
  running.push(one);
  return one;
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function postmaster(): number {
  const found = postmasterOf(join(dataDir, 'postgres'));
  if (!found || found === 'stale') throw new Error('PostgreSQL does not run');
  return found.pid;
}

/** Another process that keeps the database of this data folder, and is killed without a chance to stop it. */
async function owner(): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../support/postgres.owner.mjs');
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout!, 'data');
  return child;
}

test('data stays over a stop and a start, at the same address', async () => {
  const first = await start();
  await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(await findEmbeddedPostgres(dataDir)).toBeNull();

  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await findEmbeddedPostgres(dataDir)).toEqual({ url: second.url, ownerUrl: second.ownerUrl });
  expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('it is durable, speaks UTF-8, listens on this machine only and keeps its password to itself', async () => {
  const { url, superuserUrl } = await start();
  const names = ['fsync', 'full_page_writes', 'data_checksums', 'listen_addresses', 'unix_socket_directories', 'max_connections'];
  const [settings] = await query(
    superuserUrl,
    `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`)}, lower('ÉLÉPHANT') AS lower`,
  );
  expect(settings).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    lower: 'éléphant',
  });
  await query(
    superuserUrl,
    'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements',
  );
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a second server on the same data folder is refused, a command joins in', async () => {
  const { url } = await start();
  await expect(openPostgres({ dataDir, log, exclusive: true })).rejects.toThrow(
    /in use by another process .*Stop that one first/,
  );
  const joined = await openPostgres({ dataDir, log });
  expect(joined).toMatchObject({ url, embedded: true });
  await joined.stop();
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('PostgreSQL killed under the server comes back by itself, at the same address, with what was committed', async () => {
  const { ownerUrl } = await start();
  await query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const before = postmaster();
  process.kill(before, 'SIGKILL');
  await expect
    .poll(() => query(ownerUrl, 'SELECT answer FROM kept').catch(() => null), { timeout: 20_000 })
    .toEqual([{ answer: 42 }]);
  expect(postmaster()).not.toBe(before);
  expect(said).toContain('PostgreSQL runs again');
});

test('a killed server leaves PostgreSQL running, and the next one takes it over and stops it', async () => {
  const killed = await owner();
  const left = postmaster();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const next = await start();
  expect(postmaster()).toBe(left);
  await query(next.url, 'SELECT 1');
  await next.stop();
  expect(postmasterOf(join(dataDir, 'postgres'))).toBeNull();
});

test('both killed at once: the next start recovers', async () => {
  const killed = await owner();
  const found = await findEmbeddedPostgres(dataDir);
  await query(found?.ownerUrl ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  killed.kill('SIGKILL');
  process.kill(postmaster(), 'SIGKILL');
  await once(killed, 'exit');
  const next = await start();
  expect(await query(next.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('lock files whose process numbers belong to others by now do not block', async () => {
  await (await start()).stop();
  writeFileSync(join(dataDir, 'postgres.lock'), JSON.stringify({ pid: process.pid, birth: 'long ago', program: 'main.js' }));
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`,
  );
  await query((await start()).url, 'SELECT 1');
});

test('an interrupted first start leaves nothing in the way', async () => {
  mkdirSync(join(dataDir, 'postgres.new-1/base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new-1/PG_VERSION'), '18\n');
  await query((await start()).url, 'SELECT 1');
  expect(existsSync(join(dataDir, 'postgres.new-1'))).toBe(false);
});

test('another port is chosen when the last one is taken', async () => {
  const first = await start();
  await first.stop();
  const port = Number(new URL(first.url).port);
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  squatter.close();
  expect(Number(new URL(second.url).port)).not.toBe(port);
  await query(second.url, 'SELECT 1');
});

test('with postgres.json lost the rows stay; with the files lost it says so', async () => {
  const first = await start();
  await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  rmSync(join(dataDir, 'postgres.json'));
  const second = await start();
  expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  rmSync(join(dataDir, 'postgres'), { recursive: true });
  await expect(start()).rejects.toThrow(/files are missing from .*postgres\. Bring them back, or delete/);
});

test('a data folder that is a file is explained in one line', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(startEmbeddedPostgres({ dataDir: join(file, 'data'), log })).rejects.toThrow(
    /a part of this path is a file\. Set DATA_DIR/,
  );
});

test.each([
  ['mysql://localhost/x', /must begin with postgres:\/\//],
  ['nonsense', /not an address like postgres:\/\//],
  ['postgres://u:secret@127.0.0.1:1/x', /can't connect to 127\.0\.0\.1:1\/x: nothing listens there/],
])('DATABASE_URL=%s is explained', async (databaseUrl, words) => {
  const refused = openPostgres({ databaseUrl, dataDir, log });
  await expect(refused).rejects.toThrow(words);
  await expect(refused).rejects.not.toThrow(/secret/);
});

test('DATABASE_URL: a wrong password, a missing database and a good one', async () => {
  const { url } = await start();
  const open = (databaseUrl: string) => openPostgres({ databaseUrl, dataDir, log });
  await expect(open(url.replace(/:[^:@]+@/, ':wrong@'))).rejects.toThrow(/the user or the password is wrong/);
  await expect(open(`${url}_missing`)).rejects.toThrow(/there is no such database/);
  expect(await open(url)).toMatchObject({ url, embedded: false });
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('wrong@');
});
