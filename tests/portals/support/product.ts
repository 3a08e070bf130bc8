import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const startSeconds = 120;
const stopSeconds = 20;

/** What the product signs with here: for tests that come by a link which stands in no mail of the outbox. */
export const secret = 'a secret of the browser tests alone, nobody else’s';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function ready(origin: string, product: ChildProcess, output: string[]): Promise<void> {
  const until = Date.now() + startSeconds * 1000;
  while (Date.now() < until) {
    if (product.exitCode !== null) break;
    const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error(`The product did not become ready:\n${output.join('').slice(-4000)}`);
}

/** The one that all tests share; PRISME_TEST_ORIGIN takes one that already runs. */
export default async function startShared(): Promise<() => Promise<void>> {
  if (process.env.PRISME_TEST_ORIGIN) return async () => {};
  const { origin, stop } = await startProduct();
  process.env.PRISME_TEST_ORIGIN = origin; // the workers inherit it; playwright.config.ts reads it there
  return stop;
}

/** The product itself, as a process with its own data folder and port: one of its own for a test that changes it for everybody. */
export async function startProduct(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'prisme-browser-'));
  const product = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, NODE_ENV: 'test', SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  product.stdout.on('data', (chunk) => output.push(String(chunk)));
  product.stderr.on('data', (chunk) => output.push(String(chunk)));

  const stop = async () => {
    if (product.exitCode === null) {
      const gone = once(product, 'exit');
      product.kill('SIGTERM');
      const timer = setTimeout(() => product.kill('SIGKILL'), stopSeconds * 1000);
      await gone;
      clearTimeout(timer);
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready(origin, product, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}
