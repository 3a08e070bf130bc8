import { person, type TestPerson } from '../support/as.js';
import { member } from '../support/factories/customer.factory.js';
import { order } from '../support/factories/order.factory.js';
import { startServer, type TestServer } from '../support/server.js';
import { idOf, notice, type Org, organisation } from './organisation.world.js';

/** Those who belong to organisation A, or to us. The colleague is a member without finances and documents. */
export const roles = ['client', 'colleague', 'prestataire', 'revendeur', 'staff', 'manager', 'admin', 'superadmin'] as const;
export type Role = (typeof roles)[number];
/** All of whom the table speaks. The suspended one was a superadmin. */
export type Who = Role | 'anonymous' | 'suspended';

export interface World {
  server: TestServer;
  people: Record<Who, TestPerson | null>;
  A: Org;
  B: Org;
  /** What belongs to neither. */
  common: Org;
}

export async function createWorld(): Promise<World> {
  const server = await startServer();
  const named = async (role: Role | 'suspended'): Promise<[string, TestPerson]> => [
    role,
    await person(server, { colleague: 'client', suspended: 'superadmin' }[role as string] ?? role),
  ];
  const everybody = await Promise.all([...roles, 'suspended' as const].map(named));
  const people = { ...Object.fromEntries(everybody), anonymous: null } as World['people'];
  const { database } = server;
  await database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [people.suspended?.id]);
  const common = await commonThings(server);
  const ours = Object.fromEntries(roles.map((role) => [role, people[role]?.id ?? '']));
  const others = Object.fromEntries(
    await Promise.all(
      (['client', 'prestataire', 'revendeur'] as const).map(async (role) => [role, (await person(server, role)).id] as const),
    ),
  );
  const A = await organisation(server, 'a', ours, common);
  const B = await organisation(server, 'b', others, common);
  await member(server, A.colleague, A.customer, { finance: false, documents: false });
  for (const role of roles) Object.assign(A, { [`${role}Notice`]: await notice(server, ours[role]) });
  Object.assign(B, { clientNotice: await notice(server, B.client) });
  await database.query(await fingerprintFunction(server));
  return { server, people, A, B, common };
}

/** As a function of the database it is planned once. */
async function fingerprintFunction({ database }: TestServer): Promise<string> {
  const tables: { name: string }[] = await database.query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sums = tables.map(
    ({ name }) => `(select count(*) || ':' || coalesce(sum(hashtextextended(it::text, 0)), 0) from ${name} it)`,
  );
  return `create function fingerprint() returns text language plpgsql as $$ begin return concat_ws(' ', ${sums.join(', ')}); end $$`;
}

async function commonThings(server: TestServer): Promise<Org> {
  const run = await idOf(
    server,
    `insert into import_run (kind, status, file_name, dry_run, currency, options) values ('ORDERS', 'DONE', 'a.csv', false, 'EUR', '{}') returning id`,
  );
  return {
    run,
    refusal: await idOf(
      server,
      `insert into import_refusal (import_run_id, line, code, value) values ($1, 2, 'X', '') returning id`,
      [run],
    ),
    role: await idOf(server, `select id from role where key = 'client'`),
    stage: await idOf(server, `select id from pipeline_stage where key = 'prospecting'`),
    text: await idOf(server, `select id from consent_text where purpose = 'MARKETING' and locale = 'fr'`),
    looseOrder: (await order(server, { customerId: null })).id,
  };
}
