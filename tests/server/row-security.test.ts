import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asPerson } from '../../server/core/database/row-security.js';
import { person, type TestPerson } from '../support/as.js';
import { withApp } from '../support/second-factor.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let anna: TestPerson;
let yann: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [anna, yann] = [await person(server, 'client'), await person(server, 'superadmin')];
  await withApp(server, anna);
  await withApp(server, yann);
});
afterAll(() => server.stop());

/** One statement each, in a transaction of the role, as this person. */
async function inTransaction(url: string, who: string | null, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    if (who !== null) await client.query(`select set_config('prisme.person', $1, true)`, [who]);
    const { rows, rowCount } = await client.query(statement, values);
    return { rows, count: rowCount };
  } finally {
    await client.end();
  }
}

const tables = ['totp', 'recovery_code'];

test.each(tables)('%s: nobody’s without saying whose, and then theirs alone', async (table) => {
  const { url, ownerUrl } = server.addresses;
  const there = await server.asSuperuser(`select count(*)::int as count from ${table} where user_id = any($1)`, [
    [anna.id, yann.id],
  ]);
  expect(there[0].count).toBeGreaterThan(1);
  // The owner of the tables is held to it as well.
  for (const role of [url, ownerUrl]) {
    expect((await inTransaction(role, null, `select * from ${table}`)).rows).toEqual([]);
    expect((await inTransaction(role, '', `select * from ${table}`)).rows).toEqual([]);
    const { rows } = await inTransaction(role, anna.id, `select distinct user_id from ${table}`);
    expect(rows).toEqual([{ user_id: anna.id }]);
    for (const change of [
      `update ${table} set user_id = user_id where user_id = $1`,
      `delete from ${table} where user_id = $1`,
    ]) {
      expect((await inTransaction(role, anna.id, change, [yann.id])).count).toBe(0);
      expect((await inTransaction(role, null, change, [anna.id])).count).toBe(0);
      expect((await inTransaction(role, anna.id, change, [anna.id])).count).toBeGreaterThan(0);
    }
    const move = `update ${table} set user_id = $2 where user_id = $1`;
    await expect(inTransaction(role, anna.id, move, [anna.id, (await person(server, 'client')).id])).rejects.toThrow(
      'row-level security',
    );
  }
});

test('it is forgotten with the transaction, and outside of one it is refused', async () => {
  const ctx = server.product.system();
  await expect(asPerson(ctx, anna.id)).rejects.toThrow('outside of a transaction');
  for (let i = 0; i < 3; i += 1)
    expect(
      (await server.ask(anna, '{ viewer { secondFactor { totpSince recoveryCodesLeft } } }')).data.viewer.secondFactor,
    ).toEqual({
      totpSince: expect.any(String),
      recoveryCodesLeft: 10,
    });
  const left = await Promise.all(
    Array.from({ length: 10 }, () => server.database.query(`select nullif(current_setting('prisme.person', true), '') as who`)),
  );
  expect(left.flat().filter(({ who }) => who !== null)).toEqual([]);
});

test('these tables are the ones, and the server’s role can not pass them by', async () => {
  const forced = await server.database.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`,
  );
  expect(forced.map(({ relname }: { relname: string }) => relname)).toEqual([...tables].sort());
  await expect(server.database.query('alter table totp disable row level security')).rejects.toThrow('must be owner');
});
