import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import pino from 'pino';
import { createApp } from '../../server/app.js';
import { readConfig } from '../../server/config.js';
import type { Settings } from '../../server/core/context.js';
import { startJobs } from '../../server/core/jobs/jobs.js';
import { poolOf } from '../../server/database.js';
import { seedRoles } from '../../server/features/user/role.seed.js';
import { openProduct } from '../../server/product.js';
import { buildSchema } from '../../server/schema.js';
import { freshDatabase } from './database.js';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what each test asks for
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId?: string } }[];
}

/** Somebody who asks: nobody without a token. */
export interface Asker {
  token: string;
  portal?: string;
}

interface Wanted extends Partial<Settings> {
  /** Whether this server takes background jobs. */
  jobs?: boolean;
  /** Environment variables beside the usual ones of a test. */
  env?: Record<string, string>;
}

/** A real server, listening, on a database and in a folder of its own. */
export async function startServer(wanted: Wanted = {}) {
  const fresh = await freshDatabase();
  const server = await serve(fresh.url, wanted);
  return {
    ...server,
    async stop() {
      await server.close();
      await fresh.drop();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** The same on a database that is there already. */
export async function serve(databaseUrl: string, { jobs = false, env, answers = 'planned' }: Wanted = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'prisme-data-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal', SECRET: 'a secret for tests that is long enough', ...env });
  const product = await openProduct(config, databaseUrl, pino({ level: process.env.TEST_LOG ?? 'silent' }), { answers });
  await seedRoles(product.system());
  const app = await createApp(buildSchema(), product.world);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const runner = jobs ? await startJobs(databaseUrl, product, 2) : null;
  return {
    app,
    origin,
    config,
    product,
    database: product.database,
    databaseUrl,
    count: statementCounter(poolOf(product.database)),
    ask: (asker: Asker | null, query: string, variables?: object) => ask(origin, asker, query, variables),
    async close() {
      await runner?.stop();
      await app.close();
      await product.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export const headersOf = (asker: Asker | null): Record<string, string> =>
  asker ? { authorization: `Bearer ${asker.token}`, ...(asker.portal ? { 'x-prisme-portal': asker.portal } : {}) } : {};

export async function ask(origin: string, asker: Asker | null, query: string, variables?: object): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(asker) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

export const codesOf = (answer: Answer): string[] | undefined => answer.errors?.map(({ extensions }) => extensions.code);

/** How many statements the pool and its transactions ran meanwhile. */
function statementCounter(pool: Pool) {
  let statements = 0;
  const texts: string[] = [];
  const watch = (target: { query: unknown }) => {
    const query = (target.query as (...args: unknown[]) => unknown).bind(target);
    target.query = (...args: unknown[]) => {
      const [first] = args as [string | { text?: string }];
      const text = typeof first === 'string' ? first : (first?.text ?? '');
      if (!/^(START|BEGIN|COMMIT|ROLLBACK)/i.test(text)) {
        statements += 1;
        texts.push(text);
      }
      return query(...args);
    };
  };
  // Some connected before anybody counted, so each is watched when it is first taken from the pool.
  const watched = new WeakSet<object>();
  pool.on('acquire', (client) => {
    if (!watched.has(client)) watch(client as never);
    watched.add(client);
  });
  return async <T>(work: () => Promise<T>): Promise<{ result: T; statements: number; texts: string[] }> => {
    statements = 0;
    texts.length = 0;
    return { result: await work(), statements, texts: [...texts] };
  };
}
