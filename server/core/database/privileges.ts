import type { Client } from 'pg';

/** Tables whose rows ask for other privileges than the usual four, by name. */
export interface TablePrivileges {
  /** Rows are added and read, never changed nor taken away. */
  appendOnly: readonly string[];
  /** Emptied at once, and measured for the planner. */
  staging: readonly string[];
}

/** What PostgreSQL's account for the server can do beyond reading and writing rows, in words; empty as it should be. */
export async function powersOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ powers: string[] }>(`
    select array_remove(array[
      case when r.rolsuper then 'is a superuser' end,
      case when r.rolcreaterole then 'makes roles' end,
      case when r.rolcreatedb then 'makes databases' end,
      case when r.rolbypassrls then 'passes row-level security' end,
      case when r.rolreplication then 'replicates' end,
      case when pg_has_role(r.oid, d.datdba, 'member') then 'owns the database' end,
      case when has_database_privilege(r.oid, d.oid, 'create') then 'makes schemas' end,
      case when has_schema_privilege(r.oid, 'public', 'create') then 'makes tables' end,
      case when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'graphile_worker') and pg_has_role(r.oid, c.relowner, 'member')) then 'owns tables' end
    ], null) as powers
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`);
  return rows[0].powers;
}

/** Each table, view and sequence whose privileges are not as they should be, with those it should have. */
const WRONG = `
  with it as (
    select c.oid, c.oid::regclass::text as name, c.relkind, c.relacl, case
      when c.relkind = 'S' then array['USAGE']
      when c.relname = 'migrations' then array['SELECT']
      when n.nspname = 'public' and c.relname = any($2) then array['INSERT', 'SELECT']
      when n.nspname = 'public' and c.relname = any($3) then array['DELETE', 'INSERT', 'MAINTAIN', 'SELECT', 'TRUNCATE', 'UPDATE']
      else array['DELETE', 'INSERT', 'SELECT', 'UPDATE'] end as wanted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
  select case relkind when 'S' then 'sequence ' else 'table ' end || name as name, wanted from it
  where wanted is distinct from (select array_agg(a.privilege_type order by a.privilege_type) from aclexplode(relacl) a
    where a.grantee = (select oid from pg_roles where rolname = $1))`;

/**
 * Gives the application's role what it needs of everything there is, and of what later migrations make; nothing else. Done by the
 * owner after every migration, and only where something differs: a changed privilege makes every server plan its statements anew.
 */
export async function settlePrivileges(owner: Client, role: string, { appendOnly, staging }: TablePrivileges): Promise<void> {
  const application = owner.escapeIdentifier(role);
  await owner.query('begin');
  await owner.query(`
    grant usage on schema public, graphile_worker to ${application};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${application};
    alter default privileges in schema public grant usage on sequences to ${application};`);
  const { rows } = await owner.query<{ name: string; wanted: string[] }>(WRONG, [role, appendOnly, staging]);
  for (const { name, wanted } of rows)
    await owner.query(`revoke all on ${name} from ${application}; grant ${wanted.join(', ')} on ${name} to ${application}`);
  // A temporary table of its own could stand in for one that a trigger reads. Only the database's owner can take that away.
  const { rows: temporary } = await owner.query<{ name: string }>(
    `select quote_ident(datname) as name from pg_database where datname = current_database()
       and pg_has_role(datdba, 'usage') and has_database_privilege($1, oid, 'temporary')`,
    [role],
  );
  for (const { name } of temporary)
    await owner.query(
      `revoke temporary on database ${name} from public; revoke temporary on database ${name} from ${application}`,
    );
  // The job tables come with row-level security and no policy: only their owner would see a job.
  const { rows: closed } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [role],
  );
  for (const { name } of closed)
    await owner.query(`create policy ${application} on ${name} to ${application} using (true) with check (true)`);
  await owner.query('commit');
}
