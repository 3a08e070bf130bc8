import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  for (const { id } of [anna, yann])
    await server.asSuperuser('insert into device (user_id, hash) values ($1, $2)', [id, randomUUID()]);
});
afterAll(() => server.stop());

type Said = Partial<Record<'person' | 'row' | 'secret' | 'everybody', string>>;

/** One statement each, in a transaction of the role that said this before. */
async function inTransaction(url: string, said: Said | string | null, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const [saying, value] of Object.entries(typeof said === 'string' ? { person: said } : (said ?? {})))
      await client.query('select set_config($1, $2, true)', [`prisme.${saying}`, value]);
    const { rows, rowCount } = await client.query(statement, values);
    return { rows, count: rowCount };
  } finally {
    await client.end();
  }
}

const tables = ['totp', 'recovery_code', 'session', 'device'];

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

describe('without knowing whose', () => {
  const all = async (said: Said, table: string) =>
    (await inTransaction(server.addresses.url, said, `select id from ${table}`)).rows;

  test.each(['session', 'device'])('a %s is found by its id, alone, and stays as it is', async (table) => {
    const [{ id }] = await server.asSuperuser(`select id from ${table} where user_id = $1`, [anna.id]);
    expect(await all({ row: id }, table)).toEqual([{ id }]);
    expect(await all({ row: randomUUID() }, table)).toEqual([]);
    for (const change of [`update ${table} set user_id = user_id`, `update ${table} set user_id = $1`, `delete from ${table}`]) {
      const statement = `${change} where $1::uuid is not null`;
      expect((await inTransaction(server.addresses.url, { row: id }, statement, [yann.id])).count).toBe(0);
    }
  });

  test('a session is found by the hash of each of its secrets, and by no other', async () => {
    const [{ id, refresh_hash }] = await server.asSuperuser(
      `update session set previous_hash = 'before', end_hash = 'by mail' where user_id = $1 returning id, refresh_hash`,
      [anna.id],
    );
    for (const secret of [refresh_hash, 'before', 'by mail']) expect(await all({ secret }, 'session')).toEqual([{ id }]);
    const changed = await inTransaction(server.addresses.url, { secret: 'by mail' }, 'update session set ended_at = now()');
    expect(changed.count).toBe(0);
    for (const secret of ['', 'by', 'other', `${refresh_hash} before`]) expect(await all({ secret }, 'session')).toEqual([]);
  });

  test('a browser is found by the hash of its cookie, and may get that of another one that was said', async () => {
    const [{ id, hash }] = await server.asSuperuser('select id, hash from device where user_id = $1', [anna.id]);
    expect(await all({ secret: hash }, 'device')).toEqual([{ id }]);
    const rename = (secret: string) =>
      inTransaction(server.addresses.url, { secret }, `update device set hash = 'new' where hash = $1`, [hash]);
    expect((await rename(`${hash} new`)).count).toBe(1);
    await expect(rename(hash)).rejects.toThrow('row-level security');
  });

  test('who means everybody’s sessions can do nothing with them but end them', async () => {
    const everybody = (statement: string, table = 'session') =>
      inTransaction(server.addresses.url, { everybody: table }, statement);
    const [{ count }] = await server.asSuperuser('select count(*)::int as count from session');
    expect((await everybody('update session set ended_at = now()')).count).toBe(count);
    await expect(everybody(`update session set expires_at = 'infinity', ended_at = null`)).rejects.toThrow('row-level security');
    expect((await everybody('delete from session')).count).toBe(0);
    expect((await everybody('update session set ended_at = now()', 'device')).count).toBe(0);
    expect((await everybody('select from device')).count).toBe(0);
  });
});

test('each person in a list is asked about by themselves', async () => {
  await person(server, 'client');
  const OPEN = '{ users(first: 20) { nodes { id openSessions openSessionList { id } } } }';
  const { nodes } = (await server.ask(yann, OPEN)).data.users;
  const open = await server.asSuperuser('select user_id, array_agg(id) as ids from session where ended_at is null group by 1');
  expect(open.length).toBeGreaterThan(2);
  for (const { user_id, ids } of open) {
    const { openSessions, openSessionList } = nodes.find(({ id }: { id: string }) => id === user_id);
    expect(openSessions).toBe(ids.length);
    expect(openSessionList.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
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
  const said = ['person', 'row', 'secret', 'everybody'].map((it) => `nullif(current_setting('prisme.${it}', true), '')`);
  const left = await Promise.all(
    Array.from({ length: 10 }, () => server.database.query(`select coalesce(${said.join(', ')}) as which`)),
  );
  expect(left.flat().filter(({ which }) => which !== null)).toEqual([]);
});

test('these tables are the ones, and the server’s role can not pass them by', async () => {
  const forced = await server.database.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`,
  );
  expect(forced.map(({ relname }: { relname: string }) => relname)).toEqual([...tables].sort());
  await expect(server.database.query('alter table totp disable row level security')).rejects.toThrow('must be owner');
});
