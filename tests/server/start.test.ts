import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../support/database.js';
import { killProducts, type ProductProcess, processesOf, startProduct } from '../support/process.js';
import { ask } from '../support/server.js';

const dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'prisme-start-')));
const PATIENCE = 120_000;

afterAll(async () => {
  killProducts();
  // A failed test may have left its PostgreSQL running.
  for (const line of processesOf(dataDir)) process.kill(Number.parseInt(line, 10), 'SIGINT');
  await vi.waitFor(() => expect(processesOf(dataDir)).toEqual([]), { timeout: 30_000, interval: 50 });
  rmSync(dataDir, { recursive: true, force: true });
});

async function signIn({ origin }: ProductProcess, role: string) {
  const login = `mutation ($email: String!) { login(input: { email: $email, password: "prisme-demo-360" }) {
    accessToken userErrors { code } } }`;
  const { data } = await ask(origin, null, login, { email: `${role}@prisme.demo` });
  return { token: data.login.accessToken as string, portal: role };
}

async function nothingLeft() {
  await expect.poll(() => processesOf(dataDir), { timeout: 10_000 }).toEqual([]);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
}

describe('one data folder, from empty', { timeout: PATIENCE }, () => {
  let product: ProductProcess;

  test('the first start makes the database and the demo data, and each demo account comes in', async () => {
    product = await startProduct({ DATA_DIR: dataDir });
    await product.ready;
    for (const role of ['client', 'prestataire', 'revendeur', 'superadmin']) {
      expect(product.said()).toContain(`${role}@prisme.demo`);
      expect((await signIn(product, role)).token).toEqual(expect.any(String));
    }
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
  });

  test('a second server on the same folder is refused, and says who has it', async () => {
    const second = await startProduct({ DATA_DIR: dataDir });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/is in use by another process \(.*process \d+\)\. Stop that one first/);
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
  });

  test('SIGTERM drains, whoever is connected without having asked anything, and leaves nothing running', async () => {
    const silent = connect(Number(new URL(product.origin).port), '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    const gone = new Promise((resolve) => silent.once('close', resolve));
    silent.on('error', () => {});
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    await gone;
    await nothingLeft();
  });

  test('killed under load it loses nothing it acknowledged', async () => {
    product = await startProduct({ DATA_DIR: dataDir });
    await product.ready;
    const { origin } = product;
    const staff = await signIn(product, 'superadmin');
    const create = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code } } }`;
    const kept: string[] = [];
    const enough = Promise.withResolvers<void>();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      try {
        for (let i = 0; ; i += 1) {
          const answer = await ask(origin, staff, create, { input: { kind: 'COMPANY', name: `Kept ${writer} ${i}` } });
          kept.push(answer.data.createCustomer.customer.id);
          if (kept.length === 60) enough.resolve();
        }
      } catch {
        // The server is gone.
      }
    });
    await enough.promise;
    product.child.kill('SIGKILL');
    expect(await product.ended).toBe('SIGKILL');
    await Promise.all(writers);

    product = await startProduct({ DATA_DIR: dataDir });
    await product.ready;
    const again = await signIn(product, 'superadmin');
    const found = await Promise.all(
      kept.map((id) => ask(product.origin, again, 'query ($id: ID!) { customer(id: $id) { id } }', { id })),
    );
    expect(found.map(({ data }) => data?.customer?.id)).toEqual(kept);
    product.child.kill('SIGINT');
    expect(await product.ended).toBe(0);
    await nothingLeft();
  });

  test('production is refused while the demo accounts are there', async () => {
    const production = { NODE_ENV: 'production', SECRET: 's'.repeat(40), PUBLIC_URL: 'https://prisme.example' };
    const refused = await startProduct({ DATA_DIR: dataDir, ...production });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('This database has demo accounts');
    await nothingLeft();
  });
});

test.each([
  ['SECRET', { PUBLIC_URL: 'https://prisme.example' }],
  ['PUBLIC_URL', { SECRET: 's'.repeat(40) }],
])('production does not start without %s', async (name, env) => {
  const refused = await startProduct({ NODE_ENV: 'production', DATA_DIR: join(dataDir, 'none'), ...env });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain(`${name} is required in production`);
  expect(existsSync(join(dataDir, 'none'))).toBe(false);
});

describe('a request that does not end', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  test('is cut off when its time is over, and the process ends', { timeout: 60_000 }, async () => {
    const product = await startProduct({ DATA_DIR: join(dataDir, 'other'), DATABASE_URL: database.url, DEMO: 'false' });
    await product.ready;
    const socket = connect(Number(new URL(product.origin).port), '127.0.0.1');
    socket.on('error', () => {});
    // Answered at once by nothing: the body it announces never comes.
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    await expect.poll(() => socket.bytesWritten).toBeGreaterThan(0);
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(1);
  });
});
