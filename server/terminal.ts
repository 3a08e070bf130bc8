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
  write(`\n  Prisme is ready: ${origin}/\n\n`);
  for (const portal of ['client', 'prestataire', 'revendeur', 'superadmin'])
    write(
      `    ${`${origin}/${portal}/`.padEnd(42)} ${demo.some(({ email }) => email === `${portal}@prisme.demo`) ? `${portal}@prisme.demo` : ''}\n`,
    );
  if (demo.length > 0) write('\n    Password of the demo accounts: prisme-demo-360\n');
  write('\n');
}

const DRAIN_MS = 10_000;

/** The first signal drains; whoever is still busy after a while is cut off. A second signal is the same wish, not another one. */
export function endOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

/** The start failed: the reason in a line, with its stack only for whoever asked for details. */
export function failed(error: unknown): void {
  const reason = error instanceof Error ? (process.env.LOG_LEVEL === 'debug' ? error.stack : error.message) : String(error);
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
