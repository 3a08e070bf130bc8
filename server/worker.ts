import 'reflect-metadata';
import { readConfig } from './config.js';
import { openPostgres } from './core/database/postgres.js';
import { startJobs } from './core/jobs/jobs.js';
import { createLogger } from './logger.js';
import { openProduct } from './product.js';
import { buildSchema } from './schema.js';
import { failed, heedSignals } from './terminal.js';

const AT_ONCE = 4;

/** `npm run worker`: background jobs in a process of their own, for servers started with JOBS=false. */
async function work(): Promise<void> {
  const signals = heedSignals();
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const postgres = await openPostgres({ ...config, log: (line) => logger.info(line) });
  const product = await openProduct(config, postgres.url, logger);
  // Jobs ask the schema what a field needs.
  buildSchema();
  const jobs = await startJobs(postgres.url, product, AT_ONCE);
  signals.drainWith(
    async () => {
      await jobs.stop();
      await product.close();
    },
    () => postgres.stop(),
  );
}

await work().catch(failed);
