import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg, { type Pool } from 'pg';
import pino, { type DestinationStream } from 'pino';
import { createApp } from '../../server/app.js';
import { readConfig } from '../../server/config.js';
import type { Settings } from '../../server/core/context.js';
import { startJobs } from '../../server/core/jobs/jobs.js';
import { poolOf } from '../../server/database.js';
import { seedRoles } from '../../server/features/user/role.seed.js';
import { createLogger } from '../../server/logger.js';
import { openProduct } from '../../server/product.js';
import { buildSchema } from '../../server/schema.js';
import { type FreshDatabase, freshDatabase } from './database.js';

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
  /** Where every line of the log goes. */
  log?: DestinationStream;
  /** A folder to take the portals from. */
  portals?: string;
  /** Environment variables beside the usual ones of a test. */
  env?: Record<string, string>;
}

/** A real server, listening, on a database and in a folder of its own. */
export async function startServer(wanted: Wanted = {}) {
  const fresh = await freshDatabase();
  const server = await serve(fresh.url, wanted);
  return {
    ...server,
    addresses: fresh as Omit<FreshDatabase, 'drop'>,
    /** A statement of the database's superuser, for what the server's own role may not. */
    asSuperuser: (statement: string, values?: unknown[]) => once(fresh.superuserUrl, statement, values),
    async stop() {
      await server.close();
      await fresh.drop();
    },
  };
}

async function once(connectionString: string, statement: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** The same on a database that is there already. */
export async function serve(databaseUrl: string, { jobs = false, env, portals, log, answers = 'text' }: Wanted = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'prisme-data-'));
  // Tests try much, and all from one address. The limits have a test of their own, and the browser tests keep the usual ones.
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'fatal',
    SECRET: 'a secret for tests that is long enough',
    RATE_LIMITS: 'off',
    ...env,
  });
  const product = await openProduct(
    config,
    databaseUrl,
    log ? createLogger('trace', log) : pino({ level: process.env.TEST_LOG ?? 'silent' }),
    { answers },
  );
  await seedRoles(product.system());
  // People of tests come in by their password alone, but for those of second-factor-rule.test.ts.
  await product.database.query(`insert into setting (key, value) values ('secondFactor', '"OPTIONAL"') on conflict do nothing`);
  const schema = buildSchema();
  const app = await createApp(schema, product.world, portals);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const runner = jobs ? await startJobs(databaseUrl, product, 2) : null;
  return {
    app,
    schema,
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
  const sent: { text: string; values: unknown[] }[] = [];
  const watch = (target: { query: unknown }) => {
    const query = (target.query as (...args: unknown[]) => unknown).bind(target);
    target.query = (...args: unknown[]) => {
      const [first] = args as [string | { text?: string; values?: unknown[] }];
      const text = typeof first === 'string' ? first : (first?.text ?? '');
      if (!/^(START|BEGIN|COMMIT|ROLLBACK)/i.test(text)) {
        statements += 1;
        texts.push(text);
        sent.push({ text, values: (typeof first === 'string' ? undefined : first?.values) ?? [] });
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
  return async <T>(work: () => Promise<T>): Promise<{ result: T; statements: number; texts: string[]; sent: typeof sent }> => {
    statements = 0;
    texts.length = 0;
    sent.length = 0;
    return { result: await work(), statements, texts: [...texts], sent: [...sent] };
  };
}
