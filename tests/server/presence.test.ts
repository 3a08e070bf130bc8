import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { killProducts, startProduct } from '../support/process.js';
import { type Asker, serve, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

const SECRET = 'a secret for tests that is long enough';
const WATCH = `subscription ($id: ID!, $editing: ID) {
  customerPresence(customerId: $id, editing: $editing) { id others { user { id name } since editing } } }`;

let server: TestServer;
/** A second process over the same database. */
let beside: Awaited<ReturnType<typeof serve>>;
let id: string;
const sockets: ReturnType<typeof socket>[] = [];

beforeAll(async () => {
  server = await startServer({ env: { SECRET } });
  beside = await serve(server.databaseUrl, { env: { SECRET } });
});
afterEach(async () => {
  for (const { client } of sockets.splice(0)) await client.dispose();
  await expect.poll(rows).toBe(0);
  killProducts();
});
afterAll(async () => {
  await beside.close();
  await server.stop();
});

const rows = async () => (await server.database.query('select count(*)::int as n from presence'))[0].n;

/** Opens the page as this person, at this server, and answers what they are told. */
function open(who: Asker, { at = server as { origin: string }, editing = null as string | null, of = id } = {}) {
  const opened = socket(at, who);
  sockets.push(opened);
  const heard = opened.subscribe(WATCH, { id: of, editing });
  const last = () => heard.told.at(-1)?.data?.customerPresence;
  return {
    ...opened,
    ...heard,
    /** Until the others are these, in the order they came. */
    sees: (...names: string[]) =>
      expect
        .poll(() => last()?.others.map(({ user }: { user: { name: string } }) => user.name), { interval: 10, timeout: 15_000 })
        .toEqual(names),
    editing: () => Object.fromEntries(last().others.map((one: never) => [(one as Other).user.name, (one as Other).editing])),
  };
}
interface Other {
  user: { name: string };
  editing: string[];
}

async function team(...names: string[]): Promise<TestPerson[]> {
  ({ id } = await customer(server));
  return Promise.all(names.map((name) => person(server, 'staff', name)));
}

test('the others who have the page open are shown as they come and go, over two processes, and nobody sees themselves', async () => {
  const [anne, bruno, chloe] = await team('Anne', 'Bruno', 'Chloé');
  const hers = open(anne);
  await hers.sees();
  const his = open(bruno, { at: beside });
  await his.sees('Anne');
  await hers.sees('Bruno');
  // A second window of the same person is no other person.
  const again = open(bruno);
  await again.sees('Anne');
  const third = open(chloe, { at: beside });
  await third.sees('Anne', 'Bruno');
  await hers.sees('Bruno', 'Chloé');
  his.stop();
  third.stop();
  await hers.sees('Bruno');
  await again.client.dispose();
  await hers.sees();
  const [{ n }] = await server.database.query(`select count(*)::int as n from audit_entry where action ilike '%presence%'`);
  expect(n).toBe(0);
});

test('whoever has a form open is said to edit just that, until it is closed', async () => {
  const [anne, bruno] = await team('Anne', 'Bruno');
  const contact = randomUUID();
  const hers = open(anne);
  await hers.sees();
  const his = open(bruno, { at: beside });
  await hers.sees('Bruno');
  expect(hers.editing()).toEqual({ Bruno: [] });
  const form = open(bruno, { at: beside, editing: contact });
  await expect.poll(hers.editing).toEqual({ Bruno: [contact] });
  await his.sees('Anne');
  form.stop();
  await expect.poll(hers.editing).toEqual({ Bruno: [] });
});

test('of another customer’s page nothing is told', async () => {
  const [anne, bruno, chloe] = await team('Anne', 'Bruno', 'Chloé');
  const other = await customer(server);
  const hers = open(anne);
  const his = open(bruno, { of: other.id });
  await Promise.all([hers.sees(), his.sees()]);
  const third = open(chloe);
  await hers.sees('Chloé');
  third.stop();
  await hers.sees();
  // He may be asked anew at any time, as when rights change: what counts is what he is told.
  expect(new Set(his.told.map(({ data }) => JSON.stringify(data.customerPresence)))).toEqual(
    new Set([JSON.stringify({ id: other.id, others: [] })]),
  );
});

test('who is suspended, signs out or loses the right to look is gone, while they listen', async () => {
  const [anne, bruno, chloe, denis] = await team('Anne', 'Bruno', 'Chloé', 'Denis');
  const hers = open(anne);
  await hers.sees();
  for (const [who, at] of [
    [bruno, server],
    [chloe, beside],
    [denis, beside],
  ] as const)
    await open(who, { at }).next();
  await hers.sees('Bruno', 'Chloé', 'Denis');
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [bruno.id]);
  await hers.sees('Chloé', 'Denis');
  await server.ask(chloe, 'mutation { logout { userErrors { code } } }');
  await hers.sees('Denis');
  await server.database.query(`update user_role set role_id = (select id from role where key = 'client') where user_id = $1`, [
    denis.id,
  ]);
  await hers.sees();
});

test('nobody gets in without signing in; a client, a reseller and a prestataire see nobody look, whatever they were given', async () => {
  const [anne] = await team('Anne');
  const [client, seller] = [await person(server, 'client'), await person(server, 'revendeur')];
  await member(server, client.id, id);
  await server.database.query('update customer set reseller_id = $2 where id = $1', [id, seller.id]);
  const hers = open(anne);
  await hers.sees();
  const stranger = socket(server, null);
  expect(await stranger.closing).toMatchObject({ code: 4403 });
  for (const who of [client, seller, await person(server, 'prestataire')]) {
    const refused = open(who);
    expect([await refused.end(), refused.told]).toMatchObject([undefined, [{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]]);
  }
  const give = `update role set permissions = permissions || '{customer.presence}' where key in ('client', 'revendeur')`;
  await server.database.query(give);
  await expect
    .poll(async () => (await server.product.people.byUser(client.id))?.roles[0].permissions)
    .toContain('customer.presence');
  const listening = [open(client), open(seller, { at: beside })];
  const staff = open(await person(server, 'staff', 'Bruno'));
  await staff.sees('Anne');
  await hers.sees('Bruno');
  expect(listening.map(({ told }) => told)).toEqual([[], []]);
  await server.database.query(
    `update role set permissions = array_remove(permissions, 'customer.presence') where key in ('client', 'revendeur')`,
  );
});

test('of a customer there is not, nothing is told; what is no id of a form is refused', async () => {
  const [anne] = await team('Anne');
  const none = [open(anne, { of: randomUUID() }), open(anne, { of: 'C-00042' })];
  const wrong = open(anne, { editing: 'the form' });
  expect(JSON.stringify([await wrong.end(), wrong.told])).toContain('BAD_USER_INPUT');
  // In capitals it is the same customer.
  await open(anne, { of: id.toUpperCase() }).sees();
  await open(await person(server, 'staff')).sees('Anne');
  expect(none.map(({ told }) => told)).toEqual([[], []]);
  expect(await rows()).toBe(2);
});

test('whoever looks with somebody else’s eyes is not there, neither as them nor as themselves', async () => {
  const [anne, bruno] = await team('Anne', 'Bruno');
  const root = await person(server, 'superadmin', 'Racine');
  const begin = 'mutation ($input: ViewAsInput!) { viewAs(input: $input) { accessToken userErrors { code } } }';
  const { data } = await server.ask(root, begin, { input: { userId: bruno.id } });
  const hers = open(anne);
  await hers.sees();
  const eyes = open({ token: data.viewAs.accessToken });
  await eyes.sees('Anne');
  const third = open(await person(server, 'staff', 'Chloé'));
  await third.sees('Anne');
  await hers.sees('Chloé');
  await eyes.sees('Anne', 'Chloé');
});

test('the people of a process that is killed with -9 vanish', { timeout: 120_000 }, async () => {
  const [anne, bruno] = await team('Anne', 'Bruno');
  const dataDir = mkdtempSync(join(tmpdir(), 'prisme-presence-'));
  const killed = await startProduct({ DATABASE_URL: server.databaseUrl, DATA_DIR: dataDir, SECRET, DEMO: 'false' });
  await killed.ready;
  const hers = open(anne);
  await hers.sees();
  const his = open(bruno, { at: killed });
  await his.sees('Anne');
  await hers.sees('Bruno');
  killed.child.kill('SIGKILL');
  await killed.ended;
  await hers.sees();
  expect(await rows()).toBe(1);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a process that lost its connection is heard of again once it is back, and PostgreSQL may have forgotten all', async () => {
  const [anne, bruno] = await team('Anne', 'Bruno');
  const hers = open(anne);
  await hers.sees();
  const his = open(bruno, { at: beside });
  await hers.sees('Bruno');
  await server.database.query('delete from presence');
  await server.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
  );
  const buses = [server, beside].map(({ product }) => product.world.services.events);
  await expect.poll(() => buses.every(({ listening }) => listening), { timeout: 15_000 }).toBe(true);
  await expect.poll(rows, { timeout: 15_000 }).toBe(2);
  const third = open(await person(server, 'staff', 'Chloé'));
  await expect.poll(() => third.told.at(-1)?.data?.customerPresence.others.length).toBe(2);
  await hers.sees('Bruno', 'Chloé');
  await his.sees('Anne', 'Chloé');
});
