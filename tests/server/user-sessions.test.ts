import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { subscribed } from '../support/socket.js';

let server: TestServer;
let admin: TestPerson;
let chief: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  [admin, chief, client] = [await person(server, 'admin'), await person(server, 'superadmin'), await person(server, 'client')];
});

const END = `mutation ($input: EndUserSessionsInput!) { endUserSessions(input: $input) {
  ended user { openSessions openSessionList { id } } userErrors { path code } } }`;
const END_ALL =
  'mutation ($password: String!) { endAllSessions(input: { password: $password }) { ended userErrors { path code } } }';
const OPEN = `query ($id: ID!) { user(id: $id) { viewerCan { endSessions } openSessionList { id device ip createdAt lastUsedAt } } }`;
const ME = '{ viewer { id } }';

const end = (asker: TestPerson | null, id: string, sessionId?: string) => server.ask(asker, END, { input: { id, sessionId } });
const isIn = async (who: TestPerson) => (await server.ask(who, ME)).data?.viewer?.id === who.id;
const counted = async () =>
  (
    await server.asSuperuser(
      `select (select count(*) from session where ended_at is null) as open, (select count(*) from audit_entry where outcome = 'CHANGED') as entries`,
    )
  )[0];
const onAnotherDevice = async (userId: string) =>
  (
    await server.asSuperuser(
      `insert into session (user_id, refresh_hash, expires_at, user_agent, ip)
        values ($1, $2, now() + interval '1 day', 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', '192.0.2.7') returning id`,
      [userId, randomUUID()],
    )
  )[0].id as string;

describe('somebody’s sessions', () => {
  test('are listed, and end one by one or all at once: with the next request, and on an open socket', async () => {
    const other = await onAnotherDevice(client.id);
    const { user } = (await server.ask(admin, OPEN, { id: client.id })).data;
    expect(user.viewerCan.endSessions).toBe(true);
    expect(user.openSessionList).toHaveLength(2);
    expect(user.openSessionList.find(({ id }: { id: string }) => id === other)).toMatchObject({
      device: 'Firefox sur Linux',
      ip: '192.0.2.7',
    });
    const one = (await end(admin, client.id, other)).data.endUserSessions;
    expect(one).toMatchObject({ ended: 1, user: { openSessions: 1 }, userErrors: [] });
    expect(codesOf(await end(admin, client.id, other))).toEqual(['NOT_FOUND']);
    expect(await isIn(client)).toBe(true);

    const page = await subscribed(server, client, 'notification', 'subscription { notificationReceived { id } }');
    expect((await end(admin, client.id)).data.endUserSessions).toMatchObject({ ended: 1, user: { openSessionList: [] } });
    expect(await isIn(client)).toBe(false);
    await page.closing;
    const [entry] = await server.database.query(
      `select * from audit_entry where action = 'user.endSessions' order by id desc limit 1`,
    );
    expect(entry).toMatchObject({ actor_id: admin.id, subject_id: client.id, changes: { ended: [null, 1] } });
  });

  test('are for who stands above: nobody ends those of an equal, of a superior, or their own this way', async () => {
    const before = await counted();
    const equal = await person(server, 'admin');
    expect(codesOf(await end(admin, chief.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await end(admin, equal.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await end(admin, admin.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await end(await person(server, 'staff'), client.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await end(client, client.id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await end(null, client.id))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await end(admin, randomUUID()))).toEqual(['NOT_FOUND']);
    expect(codesOf(await end(admin, client.id, await onAnotherDevice(chief.id)))).toEqual(['NOT_FOUND']);
    const { open, entries } = await counted();
    expect([Number(open), entries]).toEqual([Number(before.open) + 3, before.entries]);
  });
});

describe('everybody’s sessions', () => {
  test('end by a superadmin’s password, but the one at hand', async () => {
    const other = await person(server, 'superadmin');
    const before = await counted();
    const wrong = await server.ask(chief, END_ALL, { password: 'wrong' });
    expect(wrong.data.endAllSessions).toEqual({
      ended: null,
      userErrors: [{ path: ['input', 'password'], code: 'WRONG_PASSWORD' }],
    });
    expect(codesOf(await server.ask(admin, END_ALL, { password: PASSWORD }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, END_ALL, { password: PASSWORD }))).toEqual(['UNAUTHENTICATED']);
    expect(await counted()).toEqual(before);
    const { data } = await server.ask(chief, END_ALL, { password: PASSWORD });
    expect(data.endAllSessions).toEqual({ ended: Number(before.open) - 1, userErrors: [] });
    expect([await isIn(chief), await isIn(other), await isIn(admin), await isIn(client)]).toEqual([true, false, false, false]);
  });
});
