import { readConfig } from '../config.js';
import { openPostgres } from '../core/database/postgres.js';
import type { Locale } from '../core/words.js';
import { migrate } from '../database.js';
import { seedRoles } from '../features/user/role.seed.js';
import { createLogger } from '../logger.js';
import { openProduct, type Product } from '../product.js';
import { terminalLocale, UsageError } from './typed.js';

export { terminalLocale, UsageError };

export interface Command {
  product: Product;
  /** Aborted when the person stops the command. */
  signal: AbortSignal;
  /** Of the person's terminal. */
  locale: Locale;
}

/**
 * Runs a command over the product's database: the running product's, else one started for the while. Ends with status 0 only when
 * the work is done, 2 when what was typed is wrong, 130 when the person stopped it, 1 otherwise.
 */
export async function command<Asked>(
  readArguments: () => Asked | Promise<Asked>,
  work: (command: Command, asked: Asked) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Error('Stopped.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, onSignal);
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const asked = await readArguments();
    const config = readConfig();
    const logger = createLogger(config.logLevel);
    const postgres = await openPostgres({ ...config, log: (line) => logger.info(line) });
    ends.push(() => postgres.stop());
    const product = await openProduct(config, postgres.url, logger);
    ends.push(() => product.close());
    // A database that stops when the command is done cuts off connections that are ending anyway.
    ends.push(async () => {
      logger.level = 'silent';
    });
    await migrate(postgres);
    await seedRoles(product.system());
    await work({ product, signal: stop.signal, locale: terminalLocale() }, asked);
  } catch (error) {
    process.exitCode = stop.signal.aborted ? 130 : error instanceof UsageError ? 2 : 1;
    const details = process.env.LOG_LEVEL === 'debug' && error instanceof Error ? error.stack : null;
    process.stderr.write(`${details ?? (error instanceof Error ? error.message : String(error))}\n`);
  } finally {
    for (const end of ends.reverse()) await end().catch(() => {});
  }
}
