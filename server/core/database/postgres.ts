import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findEmbeddedPostgres, keeperOf, type Log, type RunningPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import type { Addresses } from './embedded-roles.js';
import { PostgresProblem } from './postgres-problem.js';
import { powersOf } from './privileges.js';

export interface OpenedPostgres extends RunningPostgres {
  /** Whether this is the PostgreSQL that comes with the product. */
  embedded: boolean;
}

export interface PostgresOptions {
  /** A PostgreSQL to use in place of the embedded one. */
  databaseUrl?: string | null;
  /** The same database as its owner, for migrations. */
  databaseOwnerUrl?: string | null;
  /** True: the server's own role may do no more than the server needs. */
  production?: boolean;
  dataDir: string;
  log: Log;
  /** True for the server, which refuses a data folder that another process has open; false for what may join in. */
  exclusive?: boolean;
}

const leastVersion = 180_000;

/** The database to use: the given address, the embedded PostgreSQL that another process keeps, or one started here. */
export async function openPostgres(options: PostgresOptions): Promise<OpenedPostgres> {
  const { databaseUrl, dataDir, log, exclusive = false } = options;
  if (databaseUrl) return { ...(await openGiven(databaseUrl, options)), embedded: false, stop: async () => {} };
  const joined = exclusive ? null : await join(dataDir);
  if (joined) return { ...joined, embedded: true, stop: async () => {} };
  return { ...(await startEmbeddedPostgres({ dataDir, log })), embedded: true };
}

const JOIN_MS = 120_000;

/** The database another running process keeps, once it is ready; null when no process keeps one. */
async function join(dataDir: string): Promise<Addresses | null> {
  for (const until = Date.now() + JOIN_MS; keeperOf(dataDir); ) {
    const found = await findEmbeddedPostgres(dataDir);
    if (found) return found;
    if (Date.now() > until)
      throw new PostgresProblem(`The product that runs on ${dataDir} does not become ready. Stop it, and start it again.`);
    await pause(50);
  }
  return null;
}

async function openGiven(url: string, { databaseOwnerUrl, production, log }: PostgresOptions): Promise<Addresses> {
  const powers = await checkPostgres('DATABASE_URL', url);
  if (databaseOwnerUrl) await checkPostgres('DATABASE_OWNER_URL', databaseOwnerUrl);
  if (powers.length === 0) return { url, ownerUrl: databaseOwnerUrl ?? null };
  const excess = `DATABASE_URL connects as a role that ${powers.join(', ')}; the server's only reads and writes rows`;
  if (production)
    throw new PostgresProblem(
      `${excess}. Give it a role of its own, and migrations theirs in DATABASE_OWNER_URL: docker/database-roles.sh makes both.`,
    );
  log(`${excess}. Production refuses to start so.`);
  return { url, ownerUrl: databaseOwnerUrl ?? url };
}

/** Fails with a reason a person can act on unless a PostgreSQL that serves answers at this address; answers what the role may beyond rows. */
async function checkPostgres(variable: string, url: string): Promise<string[]> {
  const place = placeOf(variable, url);
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
      throw new PostgresProblem(`${variable}: PostgreSQL at ${place} is version ${found?.version}; 18 or later is needed.`);
    }
    return await powersOf(client);
  } catch (error) {
    if (error instanceof PostgresProblem) throw error;
    throw new PostgresProblem(`${variable}: ${reasonOf(error, place)}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** The address without its password. */
function placeOf(variable: string, text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new PostgresProblem(`${variable} is not an address like postgres://user:password@host:5432/database.`, { cause });
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw new PostgresProblem(`${variable} must begin with postgres://, as in postgres://user:password@host:5432/database.`);
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
