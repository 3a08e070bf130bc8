import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../server/core/events/event-bus.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { type Asker, codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;
let root: TestPerson;
let anna: TestPerson;

beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  [root, anna] = [await person(server, 'superadmin', 'Claire'), await person(server, 'client', 'Anna')];
});
afterAll(() => server.stop());

const VIEW_AS = 'mutation ($input: ViewAsInput!) { viewAs(input: $input) { accessToken until userErrors { code } } }';
const begin = (who: TestPerson, userId: string) => server.ask(who, VIEW_AS, { input: { userId } });
const eyesOf = async (userId: string): Promise<Asker> => ({ token: (await begin(root, userId)).data.viewAs.accessToken });
const VIEWER = '{ viewer { id roleKey portals permissions actor { id name } } }';
const entries = (id: string) =>
  server.database.query(
    'select action, outcome, actor_id, as_user_id from audit_entry where subject_id = $1 or as_user_id = $1 order by id',
    [id],
  );

describe('seeing as somebody', () => {
  test('every query answers what it answers them', async () => {
    const [mine, other] = [await customer(server), await customer(server)];
    await member(server, anna.id, mine.id, { finance: false });
    await invoice(server, mine.id);
    const eyes = await eyesOf(anna.id);
    const { data } = await server.ask(eyes, VIEWER);
    const theirs = (await server.ask(anna, VIEWER)).data.viewer;
    expect(theirs.actor).toBeNull();
    expect(data.viewer).toEqual({ ...theirs, actor: { id: root.id, name: 'Claire' } });
    for (const query of [
      '{ customers(first: 50) { totalCount nodes { id name internalNote } } }',
      '{ invoices(first: 50) { totalCount } }',
      `{ customer(id: "${other.id}") { id } }`,
      '{ users(first: 10) { totalCount } }',
      '{ dashboard { client { openProjects unpaidInvoices } } }',
    ]) {
      const strip = ({ data, errors }: Awaited<ReturnType<typeof server.ask>>) => ({
        data,
        errors: errors?.map(({ message }) => message),
      });
      expect(strip(await server.ask(eyes, query))).toEqual(strip(await server.ask(anna, query)));
    }
  });

  test('nothing is changed, by whichever mutation, and the try is noted with both', async () => {
    const seller = await person(server, 'revendeur');
    const eyes = await eyesOf(seller.id);
    const rows = () => server.database.query('select count(*)::int as customers from customer');
    const before = await rows();
    const create = 'mutation { createCustomer(input: { kind: COMPANY, name: "Neuf" }) { userErrors { code } } }';
    for (const mutation of [create, 'mutation { logout { ok } }', 'mutation { refreshSession { accessToken } }', VIEW_AS]) {
      const answer = await server.ask(eyes, mutation, mutation === VIEW_AS ? { input: { userId: anna.id } } : undefined);
      expect(codesOf(answer)).toEqual(['READ_ONLY']);
      expect(answer.errors?.[0].message).toBe(
        'Vous voyez Prisme comme quelqu’un d’autre, en lecture seule : rien ne peut être modifié.',
      );
    }
    expect(await rows()).toEqual(before);
    expect((await server.ask(eyes, VIEWER)).data.viewer.id).toBe(seller.id);
    const tried = { action: 'createCustomer', outcome: 'REFUSED', actor_id: root.id, as_user_id: seller.id };
    await expect.poll(() => entries(seller.id)).toContainEqual(tried);
    expect(await entries(seller.id)).toContainEqual({
      action: 'user.viewAs',
      outcome: 'CHANGED',
      actor_id: root.id,
      as_user_id: null,
    });
  });

  test('no byte of an upload is read', async () => {
    const eyes = await eyesOf(anna.id);
    const form = new FormData();
    form.append(
      'operations',
      '{"query":"mutation ($f: Upload!) { uploadDocument(input: { file: $f }) { userErrors { code } } }","variables":{"f":null}}',
    );
    form.append('map', '{"0":["variables.f"]}');
    form.append('0', new File(['%PDF-1.4'], 'a.pdf'));
    const headers = { authorization: `Bearer ${eyes.token}`, 'apollo-require-preflight': 'true' };
    const response = await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body: form });
    expect(response.status).toBe(403);
    expect(JSON.stringify(await response.json())).toContain('READ_ONLY');
  });

  test('a socket hears what they hear, not what the superadmin would', async () => {
    const [mine, other] = [await customer(server), await customer(server)];
    await member(server, anna.id, mine.id);
    const bus = server.product.world.services.events;
    const { client, closing, subscribe } = socket(server, await eyesOf(anna.id));
    const heard = subscribe('subscription { customerChanged { id } }');
    await expect.poll(() => bus.readers('customer'), { interval: 5 }).toBe(1);
    for (const { id } of [other, mine]) await publish(server.product.system(), { topic: 'customer', id });
    expect(await heard.next()).toEqual([{ data: { customerChanged: { id: mine.id } } }]);
    await server.asSuperuser('update session set ended_at = now() where user_id = $1', [root.id]);
    expect((await closing).code).toBe(4403);
    await client.dispose();
  });
});

describe('whom', () => {
  test('nobody of one’s own rank, nobody who may not sign in, nobody unknown', async () => {
    const [peer, admin] = [await person(server, 'superadmin'), await person(server, 'admin')];
    for (const { id } of [peer, root]) expect(codesOf(await begin(root, id))).toEqual(['FORBIDDEN']);
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
    expect(codesOf(await begin(root, anna.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await begin(root, '00000000-0000-7000-8000-000000000000'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await begin(admin, (await person(server, 'client')).id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, VIEW_AS, { input: { userId: anna.id } }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('it ends', () => {
  const isOver = (eyes: Asker) => expect.poll(async () => codesOf(await server.ask(eyes, VIEWER))).toEqual(['UNAUTHENTICATED']);

  test('when it is ended, and the superadmin goes on', async () => {
    const eyes = await eyesOf(anna.id);
    expect((await server.ask(eyes, 'mutation { endViewAs { ok userErrors { code } } }')).data.endViewAs).toEqual({
      ok: true,
      userErrors: [],
    });
    await isOver(eyes);
    expect((await server.ask(root, VIEWER)).data.viewer).toMatchObject({ id: root.id, actor: null });
    expect(await entries(anna.id)).toContainEqual({
      action: 'user.endViewAs',
      outcome: 'CHANGED',
      actor_id: root.id,
      as_user_id: anna.id,
    });
  });

  test.each([
    ['the superadmin is suspended', `update "user" set status = 'SUSPENDED' where id = $1`, 'root'],
    ['their session ends', 'update session set ended_at = now() where user_id = $1', 'root'],
    ['their role is taken', 'delete from user_role where user_id = $1', 'root'],
    ['the person is suspended', `update "user" set status = 'SUSPENDED' where id = $1`, 'anna'],
    [
      'the person becomes an equal',
      `insert into user_role (user_id, role_id) select $1, id from role where key = 'superadmin'`,
      'anna',
    ],
  ])('when %s', async (_, statement, whose) => {
    const eyes = await eyesOf(anna.id);
    expect((await server.ask(eyes, VIEWER)).data.viewer.id).toBe(anna.id);
    await server.asSuperuser(statement, [whose === 'root' ? root.id : anna.id]);
    await isOver(eyes);
  });

  test('after a quarter of an hour', async () => {
    const { data } = await begin(root, anna.id);
    const minutes = (Date.parse(data.viewAs.until) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14.5);
    expect(minutes).toBeLessThanOrEqual(15);
    const eyes = { token: data.viewAs.accessToken };
    expect((await server.ask(eyes, VIEWER)).data.viewer.id).toBe(anna.id);
    await server.database.query('update viewing set expires_at = now() where user_id = $1', [anna.id]);
    server.product.people.forget();
    await isOver(eyes);
  });
});
