import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate, openDatabase } from '../../server/database.js';

const TEMPLATE = 'prisme_template';
const MAKING_TEMPLATE = 7_310_002;

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const urlOf = (database: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.href;
};

/** A database of its own, with every migration in it: a copy of one that is made once a run. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock($1)', [MAKING_TEMPLATE]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await makeTemplate(client);
    await client.query(`create database ${database} template ${TEMPLATE}`);
    await client.query('select pg_advisory_unlock($1)', [MAKING_TEMPLATE]);
  });
  return {
    url: urlOf(database),
    drop: () => asAdmin((client) => client.query(`drop database if exists ${database} with (force)`)).then(() => {}),
  };
}

async function makeTemplate(client: pg.Client): Promise<void> {
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const database = await openDatabase(urlOf(draft));
  await migrate(database, urlOf(draft));
  await database.destroy();
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}
