import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passwordMistakes } from '../../server/features/session/password.rules.js';
import { PASSWORD, person } from '../support/as.js';
import { lettersTo, letterTo, quiet } from '../support/letters.js';
import { type Asker, codesOf, serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
/** The same database; it takes no jobs, so that its statements are those of what it was asked. */
let idle: Awaited<ReturnType<typeof serve>>;
const ORIGIN = 'https://prisme.test';

beforeAll(async () => {
  server = await startServer({ jobs: true, env: { PUBLIC_URL: ORIGIN } });
  idle = await serve(server.databaseUrl);
});
afterAll(async () => {
  await idle.close();
  await server.stop();
});

const NEW = 'quatre mots sans rapport';
const REQUEST = `mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { ok userErrors { path code message } } }`;
const RESET = `mutation ($token: String!, $password: String!) { resetPassword(input: { token: $token, password: $password }) {
  ok userErrors { path code message } } }`;
const CHANGE = `mutation ($currentPassword: String!, $newPassword: String!) {
  changePassword(input: { currentPassword: $currentPassword, newPassword: $newPassword }) { ok userErrors { path code } } }`;
const LOOK = 'query ($token: String!) { mailedLink(token: $token) { state purpose } }';
const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  accessToken userErrors { code } } }`;

const request = (email: string, at: Pick<TestServer, 'ask'> = server) => at.ask(null, REQUEST, { email });
const reset = async (token: string, password = NEW) => (await server.ask(null, RESET, { token, password })).data.resetPassword;
const signsIn = async (email: string, password: string) =>
  Boolean((await server.ask(null, LOGIN, { email, password })).data.login.accessToken);
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
const isSignedIn = async (asker: Asker) => codesOf(await server.ask(asker, '{ viewer { id } }')) === undefined;

async function asked() {
  const anna = await person(server, 'client');
  await request(anna.email);
  return { anna, letter: await letterTo(server, anna.email) };
}

describe('a forgotten password', () => {
  test('is replaced through a mailed link, which ends every session, signs nobody in and tells the owner', async () => {
    const { anna, letter } = await asked();
    expect(letter).toMatchObject({ subject: 'Choisir un nouveau mot de passe', secret: true });
    expect(letter.text).toContain(`${ORIGIN}/client/reset-password#${letter.token}`);
    expect((await server.ask(null, LOOK, { token: letter.token })).data.mailedLink).toEqual({ state: 'OPEN', purpose: 'RESET' });
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: RESET, variables: { token: letter.token, password: NEW } }),
    });
    expect((await response.json()).data.resetPassword).toEqual({ ok: true, userErrors: [] });
    expect(response.headers.get('set-cookie')).toBeNull();
    await expect.poll(() => isSignedIn(anna)).toBe(false);
    expect(await signsIn(anna.email, PASSWORD)).toBe(false);
    expect(await signsIn(anna.email, NEW)).toBe(true);
    expect(await letterTo(server, anna.email, 2)).toMatchObject({ subject: 'Votre mot de passe a changé', secret: false });
    const actions = await server.database.query('select action from audit_entry where actor_id = $1 order by id', [anna.id]);
    expect(actions.map(({ action }: { action: string }) => action)).toEqual([
      'account.requestPasswordReset',
      'account.resetPassword',
      'session.end',
      'session.start',
    ]);
  });

  test('is answered the same for an address nobody has, for a suspended one, and in any case', async () => {
    const anna = await person(server, 'client');
    const gone = await person(server, 'client');
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [gone.id]);
    const known = await idle.count(() => request(` ${anna.email.toUpperCase()} `, idle));
    const unknown = await idle.count(() => request('nobody@test.example', idle));
    const suspended = await idle.count(() => request(gone.email, idle));
    expect(known.result).toEqual(unknown.result);
    expect(known.result).toEqual(suspended.result);
    // The same statements: there is nothing for a clock to tell.
    expect(known.texts).toEqual(unknown.texts);
    await letterTo(server, anna.email);
    await quiet(server);
    expect(await lettersTo(server, 'nobody@test.example')).toEqual([]);
    expect(await lettersTo(server, gone.email)).toEqual([]);
  });

  test('a link works once, also when it is sent twenty times at once', async () => {
    const { anna, letter } = await asked();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => reset(letter.token, `${NEW} ${i}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.filter(({ ok }) => !ok).flatMap(codes))).toEqual(new Set(['LINK_USED']));
    expect(await signsIn(anna.email, `${NEW} ${answers.findIndex(({ ok }) => ok)}`)).toBe(true);
    expect((await server.ask(null, LOOK, { token: letter.token })).data.mailedLink.state).toBe('USED');
  });

  test('a link is refused after its hour, after a newer one, for another purpose, and when it was never ours', async () => {
    const { anna, letter } = await asked();
    await request(anna.email);
    const newer = await letterTo(server, anna.email, 2);
    expect(codes(await reset(letter.token))).toEqual(['LINK_REPLACED']);
    await server.database.query(`update mailed_link set expires_at = now() where user_id = $1`, [anna.id]);
    expect(codes(await reset(newer.token))).toEqual(['LINK_EXPIRED']);
    await server.database.query(
      `update mailed_link set expires_at = now() + interval '1 hour', purpose = 'SIGN_IN' where user_id = $1`,
      [anna.id],
    );
    expect(codes(await reset(newer.token))).toEqual(['LINK_UNKNOWN']);
    expect(codes(await reset('a'.repeat(43)))).toEqual(['LINK_UNKNOWN']);
    expect(await signsIn(anna.email, PASSWORD)).toBe(true);
  });

  test('a refused password leaves the link open, and all as it was', async () => {
    const { anna, letter } = await asked();
    expect(await reset(letter.token, 'password2026!')).toMatchObject({
      ok: null,
      userErrors: [{ path: ['input', 'password'], code: 'PASSWORD_COMMON' }],
    });
    expect(codes(await reset(letter.token, 'x'.repeat(10_000)))).toEqual(['TOO_LONG']);
    expect(await isSignedIn(anna)).toBe(true);
    expect((await reset(letter.token)).ok).toBe(true);
  });

  test('the link is to the configured address, whatever host the request names', async () => {
    const anna = await person(server, 'client');
    const { port } = new URL(server.origin);
    const { request: send } = await import('node:http');
    const body = JSON.stringify({ query: REQUEST, variables: { email: anna.email } });
    await new Promise<void>((done, failed) => {
      const headers = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
        origin: 'https://evil.example',
        'content-type': 'application/json',
        'x-prisme-portal': '../../evil',
      };
      const sent = send({ port, path: '/graphql', method: 'POST', headers }, (response) => response.resume().on('end', done));
      sent.on('error', failed).end(body);
    });
    const { text, html } = await letterTo(server, anna.email);
    expect(text + html).not.toContain('evil');
    expect(text).toContain(`${ORIGIN}/client/reset-password#`);
  });

  test('its token is nowhere but in the mail', async () => {
    const { letter } = await asked();
    const [{ found }] = await server.database.query(
      `select (select count(*)::int from mailed_link it where it::text like '%' || $1 || '%')
        + (select count(*)::int from audit_entry it where it::text like '%' || $1 || '%')
        + (select count(*)::int from graphile_worker._private_jobs it where it::text like '%' || $1 || '%') as found`,
      [letter.token],
    );
    expect(found).toBe(0);
  });

  test('is asked for in English', async () => {
    const anna = await person(server, 'prestataire');
    await server.database.query(`update "user" set locale = 'en' where id = $1`, [anna.id]);
    await request(anna.email);
    const letter = await letterTo(server, anna.email);
    expect(letter.subject).toBe('Choose a new password');
    expect(letter.text).toContain(`Hello ${anna.name},`);
    expect(letter.text).toContain(`${ORIGIN}/prestataire/reset-password#`);
  });
});

test('a reset asks for the second factor at the next sign-in, also on a remembered device', async () => {
  const { anna, letter } = await asked();
  await server.asSuperuser(
    `insert into device (user_id, hash, remembered_until) values ($1, 'remembered', now() + interval '9 days')`,
    [anna.id],
  );
  await reset(letter.token);
  const [device] = await server.asSuperuser('select remembered_until from device where user_id = $1', [anna.id]);
  expect(device.remembered_until).toBeNull();
});

describe('a changed password', () => {
  test('ends the other sessions, not this one, and the owner is told', async () => {
    const anna = await person(server, 'revendeur');
    const { data } = await server.ask(null, LOGIN, { email: anna.email, password: PASSWORD });
    const elsewhere = { token: data.login.accessToken };
    const changed = await server.ask(anna, CHANGE, { currentPassword: PASSWORD, newPassword: NEW });
    expect(changed.data.changePassword).toEqual({ ok: true, userErrors: [] });
    await expect.poll(() => isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(anna)).toBe(true);
    expect((await letterTo(server, anna.email)).subject).toBe('Votre mot de passe a changé');
    expect(await signsIn(anna.email, NEW)).toBe(true);
  });

  test('takes the one of now, another one, and one that nobody guesses', async () => {
    const anna = await person(server, 'client', 'Anna Le Goff');
    const attempt = async (currentPassword: string, newPassword: string) =>
      codes((await server.ask(anna, CHANGE, { currentPassword, newPassword })).data.changePassword);
    expect(await attempt('wrong', NEW)).toEqual(['WRONG_PASSWORD']);
    expect(await attempt(PASSWORD, PASSWORD)).toEqual(['SAME_PASSWORD']);
    expect(await attempt(PASSWORD, 'LeGoff-Anna1')).toEqual(['PASSWORD_PERSONAL']);
    expect(await attempt(PASSWORD, 'court')).toEqual(['TOO_SHORT']);
    expect(await attempt('x'.repeat(10_000), NEW)).toEqual(['TOO_LONG']);
    expect(codesOf(await server.ask(null, CHANGE, { currentPassword: PASSWORD, newPassword: NEW }))).toEqual(['UNAUTHENTICATED']);
    expect(await signsIn(anna.email, PASSWORD)).toBe(true);
    expect(await lettersTo(server, anna.email)).toEqual([]);
  });
});

describe('the rules', () => {
  const owner = { name: 'Maëlle Kervella', email: 'maelle.k@breizh-toit.example' };
  const code = (password: string) => passwordMistakes(password, owner)[0]?.code;

  test.each([
    ['court', 'TOO_SHORT'],
    ['é'.repeat(7), 'TOO_SHORT'],
    ['x'.repeat(1001), 'TOO_LONG'],
    ['password', 'PASSWORD_COMMON'],
    ['PassWord', 'PASSWORD_COMMON'],
    ['azertyuiop', 'PASSWORD_COMMON'],
    ['sunshine2026', 'PASSWORD_COMMON'],
    ['12345678', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['prisme2026!', 'PASSWORD_PERSONAL'],
    ['Kervella1984', 'PASSWORD_PERSONAL'],
    ['maelle.k@breizh-toit.example', 'PASSWORD_PERSONAL'],
    ['MaelleKervella', 'PASSWORD_PERSONAL'],
  ])('%s: %s', (password, expected) => {
    expect(code(password)).toBe(expected);
  });

  test.each([
    'huitlettr',
    'correct horse battery',
    `${'x'.repeat(61)}abc`,
    'кошка на крыше',
    '🐈🐕🦊🐻🐼🐨🐯🦁',
    'Kervella et ses quatorze chats',
  ])('%s will do', (password) => {
    expect(code(password)).toBeUndefined();
  });

  test('are told before the password is sent for good', async () => {
    const ask = `query ($input: PasswordAdviceInput!) { passwordAdvice(input: $input) { acceptable message } }`;
    const advice = async (asker: Asker | null, input: object) => (await server.ask(asker, ask, { input })).data.passwordAdvice;
    expect(await advice(null, { password: 'kervella1', ...owner })).toMatchObject({ acceptable: false });
    expect(await advice(null, { password: NEW })).toEqual({ acceptable: true, message: null });
    const anna = await person(server, 'client', 'Anna Kervella');
    expect((await advice(anna, { password: 'kervella1' })).message).toContain('votre nom');
    expect(codesOf(await server.ask(null, ask, { input: { password: 'x'.repeat(10_001) } }))).toBeDefined();
  });
});
