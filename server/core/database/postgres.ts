import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findEmbeddedPostgres, keeperOf, type Log, type RunningPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { PostgresProblem } from './postgres-problem.js';

export interface OpenedPostgres extends RunningPostgres {
  /** Whether this is the PostgreSQL that comes with the product. */
  embedded: boolean;
}

export interface PostgresOptions {
  /** A PostgreSQL to use in place of the embedded one. */
  databaseUrl?: string | null;
  dataDir: string;
  log: Log;
  /** True for the server, which refuses a data folder that another process has open; false for what may join in. */
  exclusive?: boolean;
}

const leastVersion = 180_000;

/** The database to use: the given address, the embedded PostgreSQL that another process keeps, or one started here. */
export async function openPostgres({ databaseUrl, dataDir, log, exclusive = false }: PostgresOptions): Promise<OpenedPostgres> {
  if (databaseUrl) {
    await checkPostgres(databaseUrl);
    return { url: databaseUrl, embedded: false, stop: async () => {} };
  }
  const url = exclusive ? null : await join(dataDir);
  if (url) return { url, embedded: true, stop: async () => {} };
  return { ...(await startEmbeddedPostgres({ dataDir, log })), embedded: true };
}

/** The database another running process keeps, once it is ready; null when no process keeps one. */
async function join(dataDir: string): Promise<string | null> {
  while (keeperOf(dataDir)) {
    const url = await findEmbeddedPostgres(dataDir);
    if (url) return url;
    await pause(50);
  }
  return null;
}

/** Fails with a reason a person can act on unless a PostgreSQL of a version that serves answers at this address. */
export async function checkPostgres(url: string): Promise<void> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks later ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
    );
    const found = rows[0];
    if (!found || found.number < leastVersion) {
      throw new PostgresProblem(`DATABASE_URL: PostgreSQL at ${place} is version ${found?.version}; 18 or later is needed.`);
    }
  } catch (error) {
    if (error instanceof PostgresProblem) throw error;
    throw new PostgresProblem(`DATABASE_URL: ${reasonOf(error, place)}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** The address without its password. */
function placeOf(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new PostgresProblem('DATABASE_URL is not an address like postgres://user:password@host:5432/database.', { cause });
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw new PostgresProblem('DATABASE_URL must begin with postgres://, as in postgres://user:password@host:5432/database.');
  }
  return `${url.host || 'localhost'}${url.pathname}`;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is PostgreSQL running, and the port right?',
  ENOTFOUND: 'no machine has this name.',
  EAI_AGAIN: 'this name can not be looked up now.',
  ETIMEDOUT: 'no answer in time.',
  ECONNRESET: 'the connection was cut. Is this PostgreSQL, and does it want TLS (sslmode=require)?',
  '28P01': 'the user or the password is wrong.',
  '28000': 'this user is not let in.',
  '3D000': 'there is no such database. Create it first.',
  '57P03': 'PostgreSQL is starting or stopping. Try again in a moment.',
  '53300': 'PostgreSQL has no free connection.',
};

function reasonOf(error: unknown, place: string): string {
  const one = error instanceof AggregateError ? error.errors[0] : error;
  const code = one instanceof Error && 'code' in one ? String(one.code) : '';
  const words = reasons[code] ?? (one instanceof Error ? one.message : String(one));
  return `can't connect to ${place}: ${words}`;
}
