import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { member } from '../support/factories/customer.factory.js';
import { exportRun } from '../support/factories/export.factory.js';
import { order } from '../support/factories/order.factory.js';
import { savedView } from '../support/factories/saved-view.factory.js';
import { startServer, type TestServer } from '../support/server.js';
import { fieldWithChoice } from './custom-field.world.js';
import { pairOf } from './merge.world.js';
import { idOf, keyOf, notice, type Org, openSession, organisation, spared } from './organisation.world.js';
import { registersOf } from './register.world.js';

/** Those who belong to organisation A, or to us. The colleague is a member without finances and documents. */
export const roles = ['client', 'colleague', 'prestataire', 'revendeur', 'staff', 'manager', 'admin', 'superadmin'] as const;
export type Role = (typeof roles)[number];
/**
 * Nobody, and those who are or were superadmins: put out, signed out, away for longer than a session lasts, or still to give their
 * second factor, with no more than the challenge in their hands.
 */
export const outsiders = ['anonymous', 'suspended', 'ended', 'expired', 'pending'] as const;
export type Outsider = (typeof outsiders)[number];
/** All of whom the table speaks. */
export type Who = Role | Outsider;

export interface World {
  server: TestServer;
  people: Record<Who, TestPerson | null>;
  A: Org;
  B: Org;
  /** What belongs to neither. */
  common: Org;
  /** Who tries. */
  roles: readonly Role[];
  outsiders: readonly Outsider[];
  /** The same as somebody of organisation B meets it: what is theirs is called A, and A's is the other's. */
  seenFromB: World | null;
}

const guests = ['client', 'colleague', 'prestataire', 'revendeur'] as const;

export async function createWorld(): Promise<World> {
  const server = await startServer();
  const keyOf = (who: Who) => (who === 'colleague' ? 'client' : (roles as readonly Who[]).includes(who) ? who : 'superadmin');
  const named = async (who: Who): Promise<[Who, TestPerson]> => [who, await person(server, keyOf(who))];
  const everybody = await Promise.all([...roles, ...outsiders.filter((who) => who !== 'anonymous')].map(named));
  const people = { ...Object.fromEntries(everybody), anonymous: null } as World['people'];
  const { database } = server;
  await database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [people.suspended?.id]);
  await server.asSuperuser(`update session set ended_at = now() where user_id = $1`, [people.ended?.id]);
  await server.asSuperuser(`update session set expires_at = now() - interval '1 second' where user_id = $1`, [
    people.expired?.id,
  ]);
  if (people.pending) people.pending.token = await challengeOf(server, people.pending);
  const common = await commonThings(server);
  const ours = Object.fromEntries(roles.map((role) => [role, people[role]?.id ?? '']));
  const theirs = Object.fromEntries(await Promise.all(guests.map(named)));
  const others = Object.fromEntries(guests.map((role) => [role, theirs[role].id]));
  const A = await organisation(server, 'a', ours, common);
  const B = await organisation(server, 'b', others, common);
  await database.query(`update customer set iban = 'DE89370400440532013000'`);
  for (const org of [A, B]) {
    const parts = { finance: false, documents: false };
    Object.assign(org, { colleagueMembership: await member(server, org.colleague, org.customer, parts) });
  }
  const pair = { customerDuplicate: await pairOf(server, A.customer, B.customer) };
  for (const org of [A, B]) Object.assign(org, pair);
  for (const role of roles) Object.assign(A, await personalOf(server, role, ours[role]));
  for (const role of guests) Object.assign(B, await personalOf(server, role, others[role]));
  await server.asSuperuser(await fingerprintFunction(server));
  const fromB = { server, people: { ...people, ...theirs }, A: B, B: A, common, roles: guests, outsiders: [], seenFromB: null };
  return { server, people, A, B, common, roles, outsiders, seenFromB: fromB };
}

/** The password is right, and the second factor is asked for. */
async function challengeOf(server: TestServer, { id, email }: TestPerson): Promise<string> {
  await keyOf(server, id);
  const login =
    'mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) { accessToken challenge { id } } }';
  const { data } = await server.ask(null, login, { email, password: PASSWORD });
  if (data.login.accessToken || !data.login.challenge) throw new Error('signed in without a second factor');
  return data.login.challenge.id;
}

/** The portal somebody works in. */
const portalOf = (who: string) => (who === 'colleague' ? 'client' : (guests as readonly string[]).includes(who) ? who : 'staff');

/** What each has for themselves. */
const personalOf = async (server: TestServer, who: string, userId: string) => ({
  [`${who}Notice`]: await notice(server, userId),
  [`${who}View`]: await savedView(server, userId, portalOf(who)),
  [`${who}Session`]: await openSession(server, userId),
  [`${who}Passkey`]: await keyOf(server, userId),
  [`${who}Device`]: await spared(server, userId),
  [`${who}Export`]: await exportRun(server, userId, who === 'client' ? 'CANCELLED' : 'QUEUED'),
});

/** As a function of the database it is planned once. An array: a function takes a hundred arguments at the most, and there are more tables. */
async function fingerprintFunction({ database }: TestServer): Promise<string> {
  const tables: { name: string }[] = await database.query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'audit%' and tablename <> 'rate_limit' order by 1`,
  );
  const sums = tables.map(
    ({ name }) => `(select count(*) || ':' || coalesce(sum(hashtextextended(it::text, 0)), 0) from ${name} it)`,
  );
  // That somebody was refused is written down, and that they tried is counted.
  sums.push("(select count(*)::text from audit_entry where outcome = 'CHANGED')");
  return `create function fingerprint() returns text language plpgsql security definer as $$ begin return array_to_string(array[${sums.join(', ')}], ' '); end $$`;
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
    ownRole: await idOf(
      server,
      `insert into role (key, name, reach, rank, permissions) values ('own', 'À nous', 'client', 5, '{}') returning id`,
    ),
    ...(await fieldWithChoice(server)),
    ...(await registersOf(server)),
    emailTemplate: await idOf(
      server,
      `insert into email_template (name, locale, purpose, subject, body) values ('Relance', 'fr', 'SERVICE', 'x', 'x') returning id`,
    ),
    stage: await idOf(server, `select id from pipeline_stage where key = 'prospecting'`),
    retentionRule: await idOf(server, `select id from retention_rule where category = 'EXPORTS'`),
    retentionRun: await idOf(
      server,
      `insert into retention_run (dry_run, status, as_of, ended_at) values (true, 'DONE', '2026-01-01', now()) returning id`,
    ),
    contactPurpose: await idOf(server, `select id from contact_purpose where code = 'MARKETING'`),
    text: await idOf(server, `select id from consent_text where purpose = 'MARKETING' and locale = 'fr'`),
    teamView: await savedView(server, (await person(server, 'manager')).id, 'staff', true),
    linkRun: await idOf(
      server,
      `insert into order_link_run (status, origin, dry_run, force, bar) values ('DONE', 'COMMAND', false, false, 0.99) returning id`,
    ),
    looseOrder: (await order(server, { customerId: null })).id,
  };
}
