import pg from 'pg';
import { newPassword, type RolePasswords } from './embedded-record.js';

export const DATABASE = 'prisme';
/** Migrations run as the owner, everything else as the application. */
const OWNER = 'prisme_owner';
const APPLICATION = 'prisme_app';

export interface Addresses {
  /** Connects as the application: reads and writes rows. */
  url: string;
  /** Connects as the owner of tables, for migrations. Null where migrations are run from elsewhere. */
  ownerUrl: string | null;
}

const address = (role: string, password: string, port: number, name: string): string =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

export const superuserUrl = (password: string, port: number, name = DATABASE): string =>
  address('postgres', password, port, name);

export const addressesOf = (roles: RolePasswords, port: number, name = DATABASE) => ({
  url: address(APPLICATION, roles.application, port, name),
  ownerUrl: address(OWNER, roles.owner, port, name),
});

/** Wrong password (also: no such role), no such database. */
const MISSING = ['28P01', '3D000'];

/** Makes database and roles where they are not there yet; answers the roles' passwords. */
export async function makeRoles(known: RolePasswords | undefined, password: string, port: number): Promise<RolePasswords> {
  if (known) {
    const { url, ownerUrl } = addressesOf(known, port);
    try {
      for (const one of [url, ownerUrl]) await execute(one, 'select');
      return known;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !MISSING.includes(error.code ?? '')) throw error;
    }
  }
  const roles = known ?? { owner: newPassword(), application: newPassword() };
  try {
    await execute(superuserUrl(password, port), rolesSql(roles));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '3D000') throw error;
    await execute(superuserUrl(password, port, 'postgres'), `create database ${DATABASE}`);
    await execute(superuserUrl(password, port), rolesSql(roles));
  }
  return roles;
}

const rolesSql = ({ owner, application }: RolePasswords): string => `
  ${roleSql(OWNER, owner)}
  ${roleSql(APPLICATION, application)}
  alter database ${DATABASE} owner to ${OWNER};
  ${TAKE_OVER}`;

const roleSql = (role: string, password: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
  end $$;
  alter role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}';`;

/** What the superuser made, in a database from before there were roles, becomes the owner's. */
const TAKE_OVER = `
  do $$ declare change text; begin
    for change in
      select format('alter schema %I owner to ${OWNER}', nspname) from pg_namespace where nspname = 'graphile_worker' and nspowner = 10
      union all
      select format('alter %s %s owner to ${OWNER}', case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
        c.oid::regclass) from pg_class c
        where relnamespace in (select oid from pg_namespace where nspname in ('public', 'graphile_worker')) and relowner = 10
          and relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'a', 'i'))
      union all
      select format('alter routine %s owner to ${OWNER}', p.oid::regprocedure) from pg_proc p
        where pronamespace in (select oid from pg_namespace where nspname in ('public', 'graphile_worker')) and proowner = 10
          and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      union all
      select format('alter type %s owner to ${OWNER}', t.oid::regtype) from pg_type t left join pg_class c on c.oid = t.typrelid
        where typnamespace in (select oid from pg_namespace where nspname in ('public', 'graphile_worker')) and typowner = 10
          and (typtype in ('e', 'd') or c.relkind = 'c')
          and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
      union all
      select format('alter text search configuration %s owner to ${OWNER}', oid::regconfig) from pg_ts_config
        where cfgnamespace = 'public'::regnamespace and cfgowner = 10
    loop execute change; end loop;
  end $$;`;

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}
