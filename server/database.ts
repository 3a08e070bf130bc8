import { join } from 'node:path';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Addresses } from './core/database/embedded-roles.js';
import { PostgresProblem } from './core/database/postgres-problem.js';
import { settlePrivileges } from './core/database/privileges.js';
import { migrateJobs } from './core/jobs/jobs.js';
import { appendOnlyTables, SnakeNaming } from './core/table.js';
import { entities } from './features.js';

export const databaseOptions = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  migrations: [join(import.meta.dirname, 'migrations/*.{js,ts}')],
  namingStrategy: new SnakeNaming(),
  // `where: { id: undefined }` would answer every row.
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  connectTimeoutMS: 5_000,
  extra: {
    max: 10,
    // An idle connection keeps its prepared statements.
    idleTimeoutMillis: 0,
    // Instants are written in UTC. A statement is planned once a connection: left to choose, PostgreSQL plans batches anew each time.
    // A word that shares half its trigrams with one searched for is found.
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c pg_trgm.word_similarity_threshold=0.5',
  },
});

interface Heard {
  onLost?(error: Error): void;
  /** A transaction of this process changed what somebody may do; it is not answered before this was called. */
  onAccess?(): void;
}

/** Connects; does not migrate. */
export async function openDatabase(url: string, { onLost = () => {}, onAccess = () => {} }: Heard = {}): Promise<DataSource> {
  const { extra, ...options } = databaseOptions(url);
  const onConnect = async (client: PoolClient) => {
    // A checked-out client without a listener would end the process when PostgreSQL goes away.
    client.on('error', onLost);
    // A connection hears of its own commit before the commit is acknowledged to it. Of others' the event bus tells.
    client.on('notification', ({ processId }) => {
      if (processId === (client as PoolClient & { processID: number }).processID) onAccess();
    });
    await client.query('listen prisme_access');
  };
  const database = await new DataSource({ ...options, extra: { ...extra, onConnect } } as DataSourceOptions).initialize();
  poolOf(database).on('error', onLost);
  return database;
}

export const poolOf = (database: DataSource): Pool => (database.driver as PostgresDriver).master;

const MIGRATING = 7_310_001;
const STAGING = ['import_customer', 'import_line'];

/** Brings the database's shape up to date as its owner, one process at a time. Answers the names of the migrations it ran. */
export async function migrate({ url, ownerUrl }: Addresses): Promise<string[]> {
  if (ownerUrl === null) {
    await refuseOutdated(url);
    return [];
  }
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATING]);
    await migrateJobs(ownerUrl);
    const ran = await withMigrations(ownerUrl, (database) => database.runMigrations({ transaction: 'each' }));
    const role = await userOf(url);
    const { rows } = await owner.query<{ itself: boolean }>('select current_user = $1 as itself', [role]);
    if (!rows[0].itself) await settlePrivileges(owner, role, { appendOnly: appendOnlyTables(), staging: STAGING });
    return ran.map(({ name }) => name);
  } finally {
    // The lock goes with the connection.
    await owner.end().catch(() => {});
  }
}

async function withMigrations<T>(url: string, work: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await new DataSource({ ...databaseOptions(url), entities: [] }).initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

async function userOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<{ name: string }>('select current_user as name')).rows[0].name;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whoever may not migrate starts on a database that is up to date, or not at all. */
async function refuseOutdated(url: string): Promise<void> {
  const missing = await withMigrations(url, async (database) => {
    const [{ there }] = await database.query(`select to_regclass('public.migrations') is not null as there`);
    const ran: { name: string }[] = there ? await database.query('select name from migrations') : [];
    return database.migrations.filter((wanted) => !ran.some(({ name }) => name === wanted.constructor.name)).length;
  });
  if (missing > 0)
    throw new PostgresProblem(
      `The database lacks ${missing} migrations, and DATABASE_URL may not run them. Run \`npm run migrate\` with DATABASE_OWNER_URL first.`,
    );
}
