import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { Browser } from '../support/cookie-jar.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let anna: TestPerson;

beforeAll(async () => {
  server = await startServer();
  anna = await person(server, 'client');
});
afterAll(() => server.stop());

const signIn = (browser: Browser) =>
  browser.send(
    `mutation { login(input: { email: "${anna.email}", password: "${PASSWORD}" }) { accessToken userErrors { code } } }`,
  );
const refresh = async (browser: Browser) =>
  (await browser.send('mutation { refreshSession { accessToken viewer { id } userErrors { code } } }')).refreshSession;

const over = { accessToken: null, viewer: null, userErrors: [{ code: 'SESSION_ENDED' }] };

describe('the refresh token', () => {
  test('is a cookie that no script reads and no other site sends, and changes with each use', async () => {
    const browser = new Browser(server.origin);
    await signIn(browser);
    expect(browser.attributes.get('prisme')).toMatch(/Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict/i);
    const first = browser.cookie;
    const renewed = await refresh(browser);
    expect(renewed).toMatchObject({ viewer: { id: anna.id }, userErrors: [] });
    expect(browser.cookie).not.toBe(first);
    expect((await server.ask({ token: renewed.accessToken }, '{ viewer { id } }')).data.viewer.id).toBe(anna.id);
  });

  test('bears two tabs that send it at once', async () => {
    const browser = new Browser(server.origin);
    await signIn(browser);
    const other = new Browser(server.origin);
    other.cookie = browser.cookie;
    const both = await Promise.all([refresh(browser), refresh(other)]);
    for (const { viewer } of both) expect(viewer).toEqual({ id: anna.id });
  });

  test('used again later, it ends the whole session: somebody copied it', async () => {
    const browser = new Browser(server.origin);
    await signIn(browser);
    const thief = new Browser(server.origin);
    thief.cookie = browser.cookie;
    const { accessToken } = await refresh(browser);
    await server.asSuperuser(`update session set rotated_at = rotated_at - interval '1 minute'`);
    expect(await refresh(thief)).toEqual(over);
    expect(await refresh(browser)).toEqual(over);
    await expect
      .poll(async () => codesOf(await server.ask({ token: accessToken }, '{ viewer { id } }')))
      .toEqual(['UNAUTHENTICATED']);
    expect(await server.database.query(`select 1 from audit_entry where action = 'session.reuse'`)).toHaveLength(1);
  });

  test('is kept as a hash only', async () => {
    const browser = new Browser(server.origin);
    await signIn(browser);
    const [, token] = browser.cookie?.split('=') ?? [];
    const rows = await server.asSuperuser('select refresh_hash, previous_hash from session');
    expect(token.length).toBeGreaterThan(40);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('made up, expired, or of somebody suspended, is worth nothing', async () => {
    const browser = new Browser(server.origin);
    expect(await refresh(browser)).toEqual(over);
    browser.cookie = 'prisme=made-up';
    expect(await refresh(browser)).toEqual(over);
    await signIn(browser);
    await server.asSuperuser(`update session set expires_at = now() - interval '1 second'`);
    expect(await refresh(browser)).toEqual(over);
  });
});

test('signing out ends the session, its access token included, and takes the cookie away', async () => {
  const browser = new Browser(server.origin);
  const { login } = await signIn(browser);
  const { logout } = await browser.send(
    'mutation { logout { ok userErrors { code } } }',
    {},
    {
      authorization: `Bearer ${login.accessToken}`,
    },
  );
  expect(logout).toEqual({ ok: true, userErrors: [] });
  expect(browser.cookie).toBeNull();
  await expect
    .poll(async () => codesOf(await server.ask({ token: login.accessToken }, '{ viewer { id } }')))
    .toEqual(['UNAUTHENTICATED']);
  expect((await browser.send('mutation { logout { ok } }')).logout.ok).toBe(true);
});

describe('an access token', () => {
  const usual = { issuer: 'prisme', audience: 'prisme-api', expiresIn: 600, header: { alg: 'HS256', typ: 'at+jwt' } } as const;

  /** One for a session of hers that is open: only what the test changes can be what is wrong with it. */
  async function token(change: jwt.SignOptions & { key?: string; sid?: string } = {}): Promise<string> {
    const [{ id }] = await server.asSuperuser('select id from session where user_id = $1 and ended_at is null limit 1', [
      anna.id,
    ]);
    const { key = server.config.secret, sid = id, ...options } = change;
    return jwt.sign({ sid }, key, { ...usual, subject: anna.id, ...options });
  }
  const ask = async (change?: Parameters<typeof token>[0]) => server.ask({ token: await token(change) }, '{ viewer { id } }');

  beforeAll(async () => {
    await server.asSuperuser(`update session set expires_at = now() + interval '1 day', ended_at = null where user_id = $1`, [
      anna.id,
    ]);
  });

  test('as we make it is good', async () => {
    expect((await ask()).data.viewer.id).toBe(anna.id);
  });

  test.each<[string, Parameters<typeof token>[0]]>([
    ['signed by somebody else', { key: 'another secret that is long enough too' }],
    ['signed by nobody', { key: '', algorithm: 'none', header: { alg: 'none', typ: 'at+jwt' } }],
    ['signed another way', { algorithm: 'HS512', header: { alg: 'HS512', typ: 'at+jwt' } }],
    ['of another issuer', { issuer: 'other' }],
    ['for somebody else', { audience: 'other' }],
    ['of another type', { header: { alg: 'HS256', typ: 'JWT' } }],
    ['expired', { expiresIn: -1 }],
    ['of another person than the session’s', { subject: '00000000-0000-7000-8000-000000000001' }],
    ['of no session', { sid: '00000000-0000-7000-8000-000000000000' }],
  ])('%s is refused', async (_how, change) => {
    expect(codesOf(await ask(change))).toEqual(['UNAUTHENTICATED']);
  });

  test('that was good is refused from its end on', async () => {
    const good = await token();
    const asked = () => server.ask({ token: good }, '{ viewer { id } }');
    expect((await asked()).data.viewer.id).toBe(anna.id);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + usual.expiresIn * 1_000 + 1_000 });
    try {
      expect(codesOf(await asked())).toEqual(['UNAUTHENTICATED']);
    } finally {
      vi.useRealTimers();
    }
    expect((await asked()).data.viewer.id).toBe(anna.id);
  });

  test('without an end is refused', async () => {
    const { exp: _, ...claims } = jwt.decode(await token()) as jwt.JwtPayload;
    const endless = jwt.sign(claims, server.config.secret, { header: usual.header });
    expect(codesOf(await server.ask({ token: endless }, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
  });
});
