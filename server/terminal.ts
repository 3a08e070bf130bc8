import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from './product.js';

const write = (text: string) => process.stdout.write(text);

/** Does it, and says how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  write(`  ${name.padEnd(24)} ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return result;
}

/** What whoever started the product wants to know: where it is, and how to get in. */
export async function announce({ config, database }: Product): Promise<void> {
  const { origin } = config;
  const demo: { email: string }[] = await database.query('select email from "user" where demo order by created_at');
  const account = (portal: string) => demo.find(({ email }) => email === `${portal}@prisme.demo`)?.email ?? '';
  const portals = ['client', 'prestataire', 'revendeur', 'superadmin'];
  // Written at once: whoever waits for the first line may read all of it.
  write(
    [
      `\n  Prisme is ready: ${origin}/\n`,
      ...portals.map((portal) => `    ${`${origin}/${portal}/`.padEnd(42)} ${account(portal)}`.trimEnd()),
      ...(demo.length > 0 ? ['\n    Password of the demo accounts: prisme-demo-360'] : []),
      '\n',
    ].join('\n'),
  );
}

const DRAIN_MS = 10_000;
const LAST_MS = 15_000;

/**
 * Listens to signals from the first moment on. Before `drainWith` was called one ends the process at once. Then the first drains;
 * whoever is still busy after a while is cut off, and only `last` (the database) is waited for. A second signal is the same wish,
 * not another one.
 */
export function heedSignals(): { drainWith(drain: () => Promise<void>, last: () => Promise<void>): void } {
  let end: (() => Promise<number>) | undefined;
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!end) process.exit(128 + constants.signals[signal]);
      if (ending) return;
      ending = true;
      end().then(
        (status) => process.exit(status),
        () => process.exit(1),
      );
    });
  return {
    drainWith(drain, last) {
      end = async () => {
        const drained = await Promise.race([drain().then(() => true), pause(DRAIN_MS, false)]);
        await Promise.race([last(), pause(LAST_MS)]);
        return drained ? 0 : 1;
      };
    },
  };
}

/** The start failed: the reason in a line, with its stack only for whoever asked for details. */
export function failed(error: unknown): void {
  const reason = error instanceof Error ? (process.env.LOG_LEVEL === 'debug' ? error.stack : error.message) : String(error);
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
