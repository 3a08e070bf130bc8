// A process that keeps the database of a data folder until it is killed. It runs the sources as they are.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /^\.{1,2}\//.test(specifier) && !context.parentURL?.includes('/node_modules/')
        ? specifier.replace(/\.js$/, '.ts')
        : specifier,
      context,
    ),
});

const { startEmbeddedPostgres } = await import('../../server/core/database/embedded-postgres.ts');
await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => {} });
process.stdout.write('started\n');
setInterval(() => {}, 60_000);
