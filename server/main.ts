import 'reflect-metadata';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { openPostgres } from './core/database/postgres.js';
import { startJobs } from './core/jobs/jobs.js';
import { createLogger } from './logger.js';
import { prepareDatabase } from './prepare.js';
import { openProduct } from './product.js';
import { buildSchema } from './schema.js';
import { announce, failed, heedSignals, step } from './terminal.js';

async function start(): Promise<void> {
  const signals = heedSignals();
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const postgres = await step('Database', () =>
    openPostgres({
      ...config,
      log: (line) => logger.info(line),
      exclusive: true,
    }),
  );
  const ends: (() => Promise<unknown>)[] = [];
  const drain = async () => {
    for (const end of ends.splice(0).reverse()) await end().catch((error) => logger.error({ err: error }, 'while stopping'));
    // PostgreSQL cuts off connections that are ending anyway.
    logger.level = 'silent';
  };
  try {
    const product = await openProduct(config, postgres.url, logger);
    ends.push(() => product.close());
    await prepareDatabase(product, postgres);
    const app = await createApp(buildSchema(), product.world);
    const jobs = config.jobs ? await startJobs(postgres.url, product, 2) : null;
    ends.push(() => Promise.all([app.close(), jobs?.stop()]));
    await app.listen({ host: config.host, port: config.port });
    await announce(product);
    signals.drainWith(
      () => {
        product.world.stopping = true;
        return drain();
      },
      () => postgres.stop(),
    );
  } catch (error) {
    await drain();
    await postgres.stop();
    throw error;
  }
}

await start().catch(failed);
