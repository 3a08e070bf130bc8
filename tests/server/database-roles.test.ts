import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/core/database/embedded-postgres.js';
import { openPostgres } from '../../server/core/database/postgres.js';
import { appendOnlyTables } from '../../server/core/table.js';
import { migrate } from '../../server/database.js';
import { killProducts, startProduct } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

const dataDir = mkdtempSync(join(tmpdir(), 'prisme-roles-'));
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  // Of a copied database PostgreSQL does not copy who may do what with the database as a whole.
  await migrate(server.addresses);
});
afterAll(async () => {
  killProducts();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const asServer = (statement: string) => server.database.query(statement);
async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.addresses.ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
const column = async (statement: string): Promise<unknown[]> =>
  (await asServer(statement)).map((row: object) => Object.values(row)[0]);

const OURS = `n.nspname in ('public', 'graphile_worker')`;

describe('the role of the server', () => {
  test('is nothing but itself', async () => {
    expect(
      await asServer(`select current_user, session_user, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powers,
      (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships from pg_roles r where rolname = current_user`),
    ).toEqual([{ current_user: 'prisme_app', session_user: 'prisme_app', powers: false, memberships: 0 }]);
  });

  test('owns nothing at all', async () => {
    expect(
      await column(`select pg_describe_object(d.classid, d.objid, d.objsubid) from pg_shdepend d
        where d.refclassid = 'pg_authid'::regclass and d.refobjid = (select oid from pg_roles where rolname = current_user) and d.deptype = 'o'`),
    ).toEqual([]);
    expect(
      await column(`select distinct pg_get_userbyid(c.relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`),
    ).toEqual(['prisme_owner']);
  });

  test('reads and writes rows, and of tables that only grow it adds them', async () => {
    const rights = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'];
    const tables: { name: string; rights: string[] }[] = await asServer(`
      select n.nspname || '.' || c.relname as name, array(select r from unnest(array[${rights.map((right) => `'${right}'`)}]) r where has_table_privilege(c.oid, r)) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
    const unusual = Object.fromEntries(
      tables
        .filter(({ rights: has }) => String(has) !== 'select,insert,update,delete')
        .map(({ name, rights: has }) => [name, String(has)]),
    );
    expect(tables.length).toBeGreaterThan(40);
    expect(appendOnlyTables()).toEqual(expect.arrayContaining(['audit_entry', 'consent_event', 'payment', 'payment_allocation']));
    expect(unusual).toEqual({
      ...Object.fromEntries(appendOnlyTables().map((name) => [`public.${name}`, 'select,insert'])),
      'public.import_customer': 'select,insert,update,delete,truncate,maintain',
      'public.import_line': 'select,insert,update,delete,truncate,maintain',
      'public.migrations': 'select',
      'graphile_worker.migrations': 'select',
    });
    expect(
      await column(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind = 'S' and (has_sequence_privilege(c.oid, 'update') or not has_sequence_privilege(c.oid, 'usage'))`),
    ).toEqual([]);
  });

  test.each([
    'create table mine (a int)',
    'create temporary table invoice (id uuid, status text)',
    'create schema mine',
    'create view mine as select 1',
    'create function mine() returns int language sql as $$ select 1 $$',
    'create extension citext',
    'create role mine',
    'create database mine',
    'alter table customer add column a int',
    'alter table invoice disable trigger keep_issued',
    'drop table contact',
    'drop trigger keep_issued on invoice',
    'truncate customer cascade',
    'truncate audit_entry',
    'update audit_entry set action = action',
    'delete from audit_entry',
    'update payment set amount_cents = 1',
    `insert into migrations (timestamp, name) values (1, 'x')`,
    `select setval('customer_reference', 1)`,
    'select rolpassword from pg_authid',
    'alter role prisme_app superuser',
    'set role prisme_owner',
    'set session authorization postgres',
    `select set_config('role', 'prisme_owner', false)`,
    'set session_replication_role = replica',
    'alter system set fsync = off',
    `copy customer to program 'cat'`,
    `select pg_read_file('PG_VERSION')`,
    `do $$ begin alter table customer owner to prisme_app; end $$`,
  ])('may not: %s', async (statement) => {
    await expect(asServer(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('has what the next migration makes, and no more of it than it needs', async () => {
    await asOwner('create table made_later (id int generated always as identity); create sequence counted_later');
    await asServer('insert into made_later default values');
    await asServer('update made_later set id = default');
    await asServer('delete from made_later');
    expect(await column(`select nextval('counted_later')`)).toEqual(['1']);
    await expect(asServer('truncate made_later')).rejects.toThrow('permission denied');
    await asOwner('drop table made_later; drop sequence counted_later');
  });

  test('gets back what was taken from it, and loses what it was given', async () => {
    await asOwner('revoke update on customer from prisme_app; grant all on audit_entry to prisme_app');
    await migrate(server.addresses);
    await asServer('update customer set name = name where false');
    await expect(asServer('delete from audit_entry')).rejects.toThrow('permission denied');
  });

  test('an issued invoice stays, though a table of the same name comes first in the path', async () => {
    const [{ setting }] = await server.asSuperuser(
      `select array_to_string(proconfig, ' ') as setting from pg_proc where proname = 'keep_issued_lines'`,
    );
    expect(setting).toBe('search_path=public, pg_temp');
  });
});

describe('a database of one’s own', () => {
  const production = { production: true, dataDir, log: () => {} };

  test('production refuses a role that may more than rows, and names what', async () => {
    const { url, ownerUrl, superuserUrl } = server.addresses;
    await expect(openPostgres({ ...production, databaseUrl: superuserUrl })).rejects.toThrow(
      /DATABASE_URL connects as a role that is a superuser, .*DATABASE_OWNER_URL/,
    );
    await expect(openPostgres({ ...production, databaseUrl: ownerUrl })).rejects.toThrow(/owns the database, .*owns tables/);
    expect(await openPostgres({ ...production, databaseUrl: url })).toMatchObject({ url, ownerUrl: null });
    expect(await openPostgres({ ...production, databaseUrl: url, databaseOwnerUrl: ownerUrl })).toMatchObject({ url, ownerUrl });
    await expect(openPostgres({ ...production, databaseUrl: url, databaseOwnerUrl: `${ownerUrl}_missing` })).rejects.toThrow(
      /DATABASE_OWNER_URL: can't connect .* no such database/,
    );
  });

  test('elsewhere one role may be both', async () => {
    const { superuserUrl } = server.addresses;
    const said: string[] = [];
    const opened = await openPostgres({ dataDir, databaseUrl: superuserUrl, log: (line) => said.push(line) });
    expect(opened).toMatchObject({ url: superuserUrl, ownerUrl: superuserUrl });
    expect(said.join()).toContain('Production refuses to start so');
    expect(await migrate(opened)).toEqual([]);
  });

  test('without the owner’s address it starts on what is up to date, and on nothing less', async () => {
    const { url } = server.addresses;
    expect(await migrate({ url, ownerUrl: null })).toEqual([]);
    const [{ name }] = await server.asSuperuser(
      'delete from migrations where id = (select max(id) from migrations) returning name, timestamp',
    );
    await expect(migrate({ url, ownerUrl: null })).rejects.toThrow(/lacks 1 migrations.*npm run migrate/);
    await server.asSuperuser('insert into migrations (timestamp, name) values ($1, $2)', [Number(name.slice(-13)), name]);
  });
});

test('a database from before there were roles passes over to its owner, whole', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prisme-old-'));
  const first = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  try {
    await migrate({ url: first.superuserUrl, ownerUrl: first.superuserUrl });
    const client = new pg.Client({ connectionString: first.superuserUrl });
    await client.connect();
    await client.query('alter database prisme owner to postgres; drop role prisme_owner; drop role prisme_app');
    await client.end();
    await first.stop();
    const file = join(folder, 'postgres.json');
    const { roles: _roles, ...record } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(record));

    const product = await startProduct({ DATA_DIR: folder });
    await product.ready;
    const found = await openPostgres({ dataDir: folder, log: () => {} });
    const owner = new pg.Client({ connectionString: found.ownerUrl ?? '' });
    await owner.connect();
    const { rows } = await owner.query(`select pg_describe_object(classid, objid, objsubid) as left from pg_depend d
      join pg_namespace n on d.refobjid = n.oid and d.refclassid = 'pg_namespace'::regclass and ${OURS} where d.deptype = 'n' and d.classid <> 'pg_extension'::regclass and not exists (
        select from pg_shdepend s where s.objid = d.objid and s.classid = d.classid and s.deptype = 'o' and s.refobjid = 'prisme_owner'::regrole)
        and not exists (select from pg_depend e where e.objid = d.objid and e.classid = d.classid and e.deptype in ('e', 'i', 'a'))`);
    await owner.end();
    expect(rows.map(({ left }) => left)).toEqual([]);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
  } finally {
    await first.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
