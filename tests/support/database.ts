import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../server/database.js';

const TEMPLATE = 'prisme_template';
const MAKING_TEMPLATE = 7_310_002;

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgres').superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The addresses of this database: for the server, for migrations, for what only a superuser may. */
function addressesOf(database: string) {
  const at = (address: string): string => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    return url.href;
  };
  const { url, ownerUrl, superuserUrl } = inject('postgres');
  return { url: at(url), ownerUrl: at(ownerUrl), superuserUrl: at(superuserUrl) };
}

export type FreshDatabase = ReturnType<typeof addressesOf> & { drop(): Promise<void> };

/** A database of its own, with every migration in it: a copy of one that is made once a run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock($1)', [MAKING_TEMPLATE]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await makeTemplate(client);
    await client.query(`create database ${database} template ${TEMPLATE} owner prisme_owner`);
    await client.query('select pg_advisory_unlock($1)', [MAKING_TEMPLATE]);
  });
  return {
    ...addressesOf(database),
    drop: () => asAdmin((client) => client.query(`drop database if exists ${database} with (force)`)).then(() => {}),
  };
}

async function makeTemplate(client: pg.Client): Promise<void> {
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} owner prisme_owner`);
  await migrate(addressesOf(draft));
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}
