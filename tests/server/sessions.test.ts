import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { Browser } from '../support/cookie-jar.js';
import { lettersTo } from '../support/letters.js';
import { logIn } from '../support/second-factor.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { socket } from '../support/socket.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const SESSIONS = '{ viewer { session { id current } sessions { id device ip createdAt lastUsedAt endsAt current } } }';
const REVOKE = 'mutation ($id: ID!) { it: revokeSession(input: { id: $id }) { sessions { id } userErrors { code } } }';
const OTHERS = 'mutation { it: revokeOtherSessions { ended userErrors { code } } }';
const BY_LINK = 'mutation ($token: String!) { it: endSessionByLink(input: { token: $token }) { ok userErrors { code } } }';
const REFRESH = 'mutation { refreshSession { accessToken userErrors { code } } }';

const signedIn = async (anna: TestPerson, browser = new Browser(server.origin)) => ({
  ...anna,
  token: (await logIn(browser, anna)).accessToken as string,
  browser,
});
const sessionsOf = async (who: TestPerson) => (await server.ask(who, SESSIONS)).data.viewer;
const isIn = async (who: TestPerson) => (await server.ask(who, '{ viewer { id } }')).data !== null;
const actions = async (who: TestPerson): Promise<string[]> =>
  (await server.database.query('select action from audit_entry where actor_id = $1 order by id', [who.id])).map(
    ({ action }: { action: string }) => action,
  );

describe('my sessions', () => {
  test('are listed with where they are and which is this one, and nobody else’s are', async () => {
    const anna = await person(server, 'client');
    const here = await signedIn(anna);
    await signedIn(await person(server, 'superadmin'));
    const { session, sessions } = await sessionsOf(here);
    expect(sessions).toHaveLength(2);
    const mine = sessions.find(({ current }: { current: boolean }) => current);
    expect(mine).toMatchObject({ id: session.id, device: 'Firefox sur Linux', ip: '127.0.0.1' });
    expect(session.current).toBe(true);
  });

  test('end one by one, each with its sockets; another’s and none at all are not found', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'superadmin')];
    const [here, there] = [await signedIn(anna), await signedIn(anna)];
    const { session } = await sessionsOf(there);
    const { client, closing } = socket(server, there);
    expect(codesOf(await server.ask(bruno, REVOKE, { id: session.id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await server.ask(here, REVOKE, { id: 'none' }))).toEqual(['NOT_FOUND']);
    expect(await isIn(there)).toBe(true);
    const { data } = await server.ask(here, REVOKE, { id: session.id });
    expect(data.it.sessions).toHaveLength(2);
    expect((await closing).code).toBe(4403);
    await client.dispose();
    await expect.poll(() => isIn(there)).toBe(false);
    expect((await there.browser.send(REFRESH)).refreshSession.accessToken).toBeNull();
    expect(codesOf(await server.ask(here, REVOKE, { id: session.id }))).toEqual(['NOT_FOUND']);
    expect(await actions(anna)).toContain('session.revoke');
  });

  test('end all at once, but for this one', async () => {
    const anna = await person(server, 'client');
    const [here, there] = [await signedIn(anna), await signedIn(anna)];
    const bruno = await signedIn(await person(server, 'client'));
    expect((await server.ask(here, OTHERS)).data.it).toEqual({ ended: 2, userErrors: [] });
    await expect.poll(() => isIn(there)).toBe(false);
    expect(await isIn(here)).toBe(true);
    expect(await isIn(bruno)).toBe(true);
    expect((await server.ask(here, OTHERS)).data.it.ended).toBe(0);
  });

  test('are nothing for who is signed out', async () => {
    expect(codesOf(await server.ask(null, OTHERS))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(null, REVOKE, { id: 'none' }))).toEqual(['UNAUTHENTICATED']);
  });
});

test('the socket of somebody who is suspended is closed, and hears nothing more', async () => {
  const anna = await person(server, 'client');
  const { client, closing, subscribe } = socket(server, anna);
  const heard = subscribe('subscription { notificationReceived { id } }');
  await expect.poll(() => server.product.world.services.events.readers('notification')).toBeGreaterThan(0);
  await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
  expect((await closing).code).toBe(4403);
  expect(heard.told).toEqual([]);
  await client.dispose();
});

describe('a session lasts', () => {
  const days = async (who: TestPerson) => {
    const [row] = await server.asSuperuser(
      `select round(extract(epoch from expires_at - now()) / 86400)::int as idle, round(extract(epoch from ends_at - created_at) / 86400)::int as most
       from session where user_id = $1 and device_id is not null`,
      [who.id],
    );
    return row as { idle: number; most: number };
  };

  test.each([
    ['client', 30, 90],
    ['prestataire', 30, 90],
    ['revendeur', 30, 90],
    ['staff', 7, 30],
    ['superadmin', 7, 30],
  ])('%s: %i days unused, %i in all', async (role, idle, most) => {
    const who = await signedIn(await person(server, role));
    expect(await days(who)).toEqual({ idle, most });
    await who.browser.send(REFRESH);
    expect(await days(who)).toEqual({ idle, most });
  });

  test('no longer by being used, and shorter for who joins the team', async () => {
    const who = await signedIn(await person(server, 'client'));
    await server.asSuperuser(
      `update session set created_at = now() - interval '85 days', ends_at = now() + interval '5 days' where user_id = $1`,
      [who.id],
    );
    await who.browser.send(REFRESH);
    expect((await days(who)).idle).toBe(5);
    await server.database.query(`insert into user_role (user_id, role_id) select $1, id from role where key = 'staff'`, [who.id]);
    expect((await who.browser.send(REFRESH)).refreshSession.userErrors).toEqual([{ code: 'SESSION_ENDED' }]);
    await expect.poll(() => isIn(who)).toBe(false);
  });
});

describe('a sign-in from a browser not seen before', () => {
  const told = async ({ email }: TestPerson) => (await lettersTo(server, email)).filter(({ token }) => token);

  test('is told to its owner by mail, but for the very first, and for browsers that are known', async () => {
    const anna = await person(server, 'client');
    const home = new Browser(server.origin);
    await logIn(home, anna);
    await logIn(home, anna);
    expect(await told(anna)).toEqual([]);
    await logIn(
      new Browser(
        server.origin,
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      ),
      anna,
    );
    const [letter] = await told(anna);
    expect(letter.subject).toBe('Nouvelle connexion à votre compte Prisme');
    expect(letter.text).toContain('Safari sur iOS, depuis l’adresse 127.0.0.1');
    expect(letter.text).toContain(`${server.config.origin}/client/end-session#`);
    await server.database.query(`update "user" set locale = 'en' where id = $1`, [anna.id]);
    await logIn(new Browser(server.origin), anna);
    expect((await told(anna))[1]).toMatchObject({ subject: 'New sign-in to your Prisme account' });
  });

  test('ends by the link in it, once, without signing in, and only that one', async () => {
    const anna = await person(server, 'client');
    const here = await signedIn(anna);
    const thief = await signedIn(anna);
    const [{ token }] = await told(anna);
    expect(JSON.stringify(await server.asSuperuser('select * from session'))).not.toContain(token);
    expect((await server.ask(null, BY_LINK, { token: 'made-up' })).data.it).toEqual({
      ok: null,
      userErrors: [{ code: 'LINK_OVER' }],
    });
    expect(await isIn(thief)).toBe(true);
    expect((await server.ask(null, BY_LINK, { token })).data.it).toEqual({ ok: true, userErrors: [] });
    await expect.poll(() => isIn(thief)).toBe(false);
    expect(await isIn(here)).toBe(true);
    expect((await server.ask(null, BY_LINK, { token })).data.it.userErrors).toEqual([{ code: 'LINK_OVER' }]);
    expect(await actions(anna)).toContain('session.endByLink');
    // That browser is one we do not know again.
    await logIn(thief.browser, anna);
    expect(await told(anna)).toHaveLength(2);
  });

  test('is over for the link when it was signed out', async () => {
    const anna = await person(server, 'client');
    await signedIn(anna);
    const there = await signedIn(anna);
    await server.ask(there, 'mutation { logout { ok } }');
    const [{ token }] = await told(anna);
    expect((await server.ask(null, BY_LINK, { token })).data.it.userErrors).toEqual([{ code: 'LINK_OVER' }]);
  });
});
