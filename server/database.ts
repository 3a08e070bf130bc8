import { join } from 'node:path';
import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { migrateJobs } from './core/jobs/jobs.js';
import { SnakeNaming } from './core/table.js';
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

/** Connects; does not migrate. */
export async function openDatabase(url: string, onLost: (error: Error) => void = () => {}): Promise<DataSource> {
  const database = await new DataSource(databaseOptions(url)).initialize();
  const pool = poolOf(database);
  pool.on('error', onLost);
  // A checked-out client without a listener would end the process when PostgreSQL goes away.
  pool.on('connect', (client) => client.on('error', onLost));
  return database;
}

export const poolOf = (database: DataSource): Pool => (database.driver as PostgresDriver).master;

const MIGRATING = 7_310_001;

/** Brings the database's shape up to date, one process at a time. Answers the names of the migrations it ran. */
export async function migrate(database: DataSource, url: string): Promise<string[]> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATING]);
    await migrateJobs(url);
    const ran = await database.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATING]).catch(() => {});
    await runner.release();
  }
}
