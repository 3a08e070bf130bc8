import 'reflect-metadata';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#server/config.js';
import { startEmbeddedPostgres } from '#server/core/database/embedded-postgres.js';
import { migrate, openDatabase } from '#server/database.js';
import { seedRoles } from '#server/features/user/role.seed.js';
import { createLogger } from '#server/logger.js';
import { openProduct } from '#server/product.js';
import { anyCustomer, type Measured, operations } from './operations.js';
import { seed } from './seed.js';

const ROUNDS = 5;
const SECONDS = 4;
const WARM_UP = 3;

const log = (line: string) => process.stderr.write(`${line}\n`);

/** Peers and load generator come with a lock file of their own, and never into the product. */
const peers = join(process.cwd(), 'bench/peers');
if (!existsSync(join(peers, 'node_modules/.package-lock.json'))) {
  log('Installing the peers…');
  if (spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error('The peers could not be installed');
}
const { contender, fire, median } = await import('./measure.js');
type Contender = Awaited<ReturnType<typeof contender>>;
type Figures = Awaited<ReturnType<typeof fire>>;

const dataDir = mkdtempSync(join(tmpdir(), 'prisme-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
const database = await openDatabase(postgres.superuserUrl);
const contenders: Contender[] = [];
try {
  await migrate(postgres);
  const product = await openProduct(readConfig({ DATA_DIR: dataDir }), postgres.url, createLogger('fatal'));
  await seedRoles(product.system());
  await product.close();
  await seed(database, log);
  await database.query('create extension if not exists pg_stat_statements');

  contenders.push(await contender('plain pg', 4801, join(peers, 'plain.mjs'), [postgres.url, '4801']));
  contenders.push(await contender('PostGraphile 5', 4802, join(peers, 'postgraphile.mjs'), [postgres.url, '4802']));
  const prisme = await contender('Prisme', 4803, fileURLToPath(import.meta.resolve('./serve.js')), [
    postgres.url,
    '4803',
    dataDir,
  ]);
  prisme.headers.authorization = `Bearer ${prisme.said}`;
  contenders.push(prisme);

  const sections: string[] = [];
  for (const operation of operations) sections.push(await measured(operation));
  sections.push(await firstView(prisme));
  const report = [
    '# What it costs',
    '',
    `\`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, the embedded PostgreSQL;`,
    '100,000 customers, 1,000,000 activities, 500,000 invoices, 1,500,000 lines. Client, servers and database share the machine; 16 connections,',
    `the median of ${ROUNDS} rounds of ${SECONDS} s in turn. Noise is ±25 %: read the ratios. Prisme checks the session, the permissions and the policies of every row;`,
    'the other two check nothing.',
    '',
    ...sections,
  ].join('\n');
  writeFileSync(join(process.cwd(), 'bench/results.md'), report);
  process.stdout.write(report);
} finally {
  for (const { process: child } of contenders) child.kill();
  await database.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function bodiesFor({ name }: Contender, operation: Measured): string[] {
  return Array.from({ length: 200 }, (_, n) => {
    const values = operation.values(n);
    if (name === 'plain pg') return JSON.stringify({ statement: operation.plain, values: Object.values(values) });
    return JSON.stringify({ query: name === 'Prisme' ? operation.prisme : operation.postgraphile, variables: values });
  });
}

/** What whoever opens a customer's page waits for: the operations that the portal sends, from as many people at once. */
async function firstView(prisme: Contender): Promise<string> {
  const known = JSON.parse(readFileSync(join(process.cwd(), 'dist/portals/operations/superadmin.json'), 'utf8'));
  const rows: string[] = [];
  for (const name of ['Customer360', 'CustomerProfile']) {
    log(`${name} of the portal`);
    const query = Object.values<string>(known).find((text) => text.includes(`query ${name}(`));
    const bodies = Array.from({ length: 200 }, (_, n) => JSON.stringify({ query, variables: anyCustomer(n) }));
    const [body] = bodies;
    const answer = await fetch(`http://127.0.0.1:${prisme.port}/graphql`, { method: 'POST', headers: prisme.headers, body });
    const text = await answer.text();
    if (!answer.ok || text.includes('"errors"')) throw new Error(`${name}: ${text.slice(0, 500)}`);
    await fire(database, prisme, bodies, WARM_UP);
    const rounds: Figures[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await fire(database, prisme, bodies, SECONDS));
    const of = (figure: keyof Figures) => median(rounds.map((figures) => figures[figure]));
    rows.push(
      `| ${name} | ${of('rate').toFixed(0)} | ${of('p50')} | ${of('p975')} | ${of('p99')} | ${of('statements').toFixed(1)} |`,
    );
  }
  return [
    '## First view of a customer in the portal',
    '',
    'The goal is 250 ms at the 95th percentile, with 16 people at once.',
    '',
    '| | requests/s | p50 ms | p97.5 ms | p99 ms | SQL statements |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '',
  ].join('\n');
}

async function measured(operation: Measured): Promise<string> {
  log(operation.name);
  let limitAnswer = '';
  const results = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]));
  for (const one of contenders) {
    const [body] = bodiesFor(one, operation);
    const answer = await fetch(`http://127.0.0.1:${one.port}/graphql`, { method: 'POST', headers: one.headers, body });
    const text = await answer.text();
    if (!answer.ok || text.includes('"errors"')) throw new Error(`${one.name}: ${text.slice(0, 500)}`);
    if (one.name === 'plain pg') limitAnswer = text;
    if (one.name === 'Prisme')
      assert.deepEqual(JSON.parse(text), JSON.parse(limitAnswer), 'Prisme and plain pg answer differently');
    log(`  ${one.name}: ${text.length} bytes`);
    await fire(database, one, bodiesFor(one, operation), WARM_UP);
  }
  // Rounds alternate, so that a noisy minute hits all alike.
  for (let round = 0; round < ROUNDS; round++)
    for (const one of contenders) results.get(one.name)?.push(await fire(database, one, bodiesFor(one, operation), SECONDS));
  const of = (name: string, figure: keyof Figures) => median((results.get(name) ?? []).map((figures) => figures[figure]));
  const limit = of('plain pg', 'rate');
  const peer = of('PostGraphile 5', 'rate');
  const row = (name: string) =>
    `| ${name} | ${of(name, 'rate').toFixed(0)} | ${of(name, 'p50')} | ${of(name, 'p99')} | ${of(name, 'cpuMs').toFixed(2)} | ${of(name, 'statements').toFixed(1)} | ${(of(name, 'rate') / limit).toFixed(2)} | ${(of(name, 'rate') / peer).toFixed(2)} |`;
  return [
    `## ${operation.name}`,
    '',
    '| | requests/s | p50 ms | p99 ms | CPU ms of the server | SQL statements | of plain pg | of PostGraphile |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...contenders.map(({ name }) => row(name)),
    '',
    '',
  ].join('\n');
}
