import 'reflect-metadata';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { openPostgres } from './core/database/postgres.js';
import { startJobs } from './core/jobs/jobs.js';
import { prepareDatabase } from './prepare.js';
import { createLogger, openProduct } from './product.js';
import { buildSchema } from './schema.js';
import { announce, endOnSignal, failed, step } from './terminal.js';

async function start(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const postgres = await step('Database', () =>
    openPostgres({
      databaseUrl: config.databaseUrl ?? undefined,
      dataDir: config.dataDir,
      log: (line) => logger.info(line),
      exclusive: true,
    }),
  );
  const ends: (() => Promise<unknown>)[] = [() => postgres.stop()];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end().catch((error) => logger.error({ err: error }, 'while stopping'));
  };
  try {
    const product = await openProduct(config, postgres.url, logger);
    ends.push(() => product.close());
    await prepareDatabase(product);
    const app = await createApp(buildSchema(), product.world);
    ends.push(() => app.close());
    if (config.jobs) {
      const jobs = await startJobs(postgres.url, product, 2);
      ends.push(() => jobs.stop());
    }
    await app.listen({ host: config.host, port: config.port });
    await announce(product);
    endOnSignal(async () => {
      product.world.stopping = true;
      await stop();
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

await start().catch(failed);
