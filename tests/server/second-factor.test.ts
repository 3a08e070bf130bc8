import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { Browser } from '../support/cookie-jar.js';
import { lettersTo } from '../support/letters.js';
import { App, confirmSetup, logIn, startSetup, verify, withApp } from '../support/second-factor.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
const SECURITY = '{ viewer { secondFactor { totpSince recoveryCodesLeft } } }';

describe('setting up an authenticator app', () => {
  test('asks for the password, then for a code, and answers ten recovery codes once', async () => {
    const anna = await person(server, 'client');
    expect(await startSetup(server, anna, 'wrong')).toEqual({
      secret: null,
      uri: null,
      userErrors: [{ path: ['input', 'password'], code: 'WRONG_PASSWORD' }],
    });
    const { secret, uri } = await startSetup(server, anna);
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain('otpauth://totp/Prisme:');
    expect((await logIn(new Browser(server.origin), anna)).challenge).toBeNull();
    const app = new App(uri);
    expect(codes(await confirmSetup(server, anna, '000000'))).toEqual(['WRONG_CODE']);
    const { recoveryCodes } = await confirmSetup(server, anna, app.code());
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await server.ask(anna, SECURITY)).data.viewer.secondFactor).toEqual({
      totpSince: expect.any(String),
      recoveryCodesLeft: 10,
    });
    expect(codes(await confirmSetup(server, anna, app.code(1)))).toEqual(['TOTP_NOT_STARTED']);
    expect(codes(await startSetup(server, anna))).toEqual(['TOTP_THERE']);
    expect(
      await server.database.query(`select 1 from audit_entry where actor_id = $1 and action = 'totp.add'`, [anna.id]),
    ).toHaveLength(1);
  });

  test('keeps the secret sealed and the codes as hashes', async () => {
    const anna = await person(server, 'client');
    const { secret } = await startSetup(server, anna);
    const { recoveryCodes } = await withApp(server, anna);
    const kept = JSON.stringify([
      await server.asSuperuser('select * from totp'),
      await server.asSuperuser('select * from recovery_code'),
      await server.database.query('select * from audit_entry'),
    ]);
    for (const known of [secret, ...recoveryCodes]) expect(kept).not.toContain(known);
  });

  test('that took too long begins again', async () => {
    const anna = await person(server, 'client');
    const app = new App((await startSetup(server, anna)).uri);
    await server.asSuperuser(`update totp set created_at = now() - interval '16 minutes' where user_id = $1`, [anna.id]);
    expect(codes(await confirmSetup(server, anna, app.code()))).toEqual(['TOTP_NOT_STARTED']);
  });

  test('is nothing for who is signed out', async () => {
    const answer = await server.ask(null, 'mutation { startTwoFactorSetup(input: { password: "x" }) { uri } }');
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('signing in with a second factor', () => {
  let anna: TestPerson;
  let app: App;
  let recoveryCodes: string[];
  const fresh = async () => {
    anna = await person(server, 'client');
    ({ app, recoveryCodes } = await withApp(server, anna));
  };

  test('the password alone begins no session, and what waits sees nothing', async () => {
    await fresh();
    const browser = new Browser(server.origin);
    const { challenge, accessToken, viewer } = await logIn(browser, anna);
    expect({ accessToken, viewer }).toEqual({ accessToken: null, viewer: null });
    expect(challenge.methods).toEqual(['TOTP', 'RECOVERY_CODE']);
    expect(browser.cookie).toBeNull();
    expect(codesOf(await server.ask({ token: challenge.id }, '{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await browser.send('mutation { refreshSession { accessToken } }')).refreshSession.accessToken).toBeNull();
  });

  test('a code of the app, and a recovery code however it is typed, do', async () => {
    await fresh();
    const browser = new Browser(server.origin);
    const first = await verify(
      browser,
      (await logIn(browser, anna)).challenge.id,
      ` ${app.code().slice(0, 3)} ${app.code().slice(3)}`,
    );
    expect(first.viewer).toEqual({ id: anna.id });
    const typed = recoveryCodes[0].toLowerCase().replaceAll('-', ' ');
    const second = await verify(browser, (await logIn(browser, anna)).challenge.id, typed);
    expect(second.viewer).toEqual({ id: anna.id });
    expect((await server.ask({ token: second.accessToken }, SECURITY)).data.viewer.secondFactor.recoveryCodesLeft).toBe(9);
  });

  test('a code is good once, even in another sign-in; so is a recovery code', async () => {
    await fresh();
    const browser = new Browser(server.origin);
    for (const code of [app.code(), recoveryCodes[3]]) {
      expect(codes(await verify(browser, (await logIn(browser, anna)).challenge.id, code))).toEqual([]);
      expect(codes(await verify(browser, (await logIn(browser, anna)).challenge.id, code))).toEqual(['WRONG_CODE']);
    }
    // Nor is one from before the last that was used.
    expect(codes(await verify(browser, (await logIn(browser, anna)).challenge.id, app.code(-1)))).toEqual(['WRONG_CODE']);
  });

  test('a challenge is good once, for five minutes and five attempts, and for its own person', async () => {
    await fresh();
    const browser = new Browser(server.origin);
    const { id } = (await logIn(browser, anna)).challenge;
    expect(codes(await verify(browser, id, app.code()))).toEqual([]);
    expect(codes(await verify(browser, id, app.code(1)))).toEqual(['CHALLENGE_OVER']);

    const late = (await logIn(browser, anna)).challenge.id;
    await server.database.query('update sign_in_challenge set expires_at = now() where user_id = $1', [anna.id]);
    expect(codes(await verify(browser, late, app.code(1)))).toEqual(['CHALLENGE_OVER']);

    const tried = (await logIn(browser, anna)).challenge.id;
    for (let i = 0; i < 5; i++) expect(codes(await verify(browser, tried, '000000'))).toEqual(['WRONG_CODE']);
    expect(codes(await verify(browser, tried, app.code(1)))).toEqual(['CHALLENGE_OVER']);

    const bruno = await person(server, 'client');
    const his = await withApp(server, bruno);
    const hers = (await logIn(browser, anna)).challenge.id;
    expect(codes(await verify(browser, hers, his.app.code()))).toEqual(['WRONG_CODE']);
    expect(codes(await verify(browser, hers, his.recoveryCodes[0]))).toEqual(['WRONG_CODE']);
    expect(codes(await verify(browser, 'made-up', app.code(1)))).toEqual(['CHALLENGE_OVER']);
  });

  test('whoever is suspended meanwhile, or changed the password, does not come in', async () => {
    await fresh();
    const browser = new Browser(server.origin);
    const before = (await logIn(browser, anna)).challenge.id;
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
    expect(codes(await verify(browser, before, app.code()))).toEqual(['CHALLENGE_OVER']);
    await server.database.query(`update "user" set status = 'ACTIVE' where id = $1`, [anna.id]);
    const again = (await logIn(browser, anna)).challenge.id;
    await server.database.query(`update "user" set password_hash = password_hash || ' ' where id = $1`, [anna.id]);
    expect(codes(await verify(browser, again, app.code()))).toEqual(['CHALLENGE_OVER']);
  });
});

describe('taking it away', () => {
  const DISABLE = `mutation ($input: DisableTwoFactorInput!) { disableTwoFactor(input: $input) { secondFactor { totpSince recoveryCodesLeft } userErrors { code } } }`;
  const RENEW =
    'mutation ($input: RegenerateRecoveryCodesInput!) { regenerateRecoveryCodes(input: $input) { recoveryCodes userErrors { code } } }';

  test('asks for the password and a code, and takes recovery codes along', async () => {
    const anna = await person(server, 'client');
    const { app } = await withApp(server, anna);
    const off = async (password: string, code: string) =>
      (await server.ask(anna, DISABLE, { input: { password, code } })).data.disableTwoFactor;
    expect(codes(await off('wrong', app.code()))).toEqual(['WRONG_PASSWORD']);
    expect(codes(await off(PASSWORD, '000000'))).toEqual(['WRONG_CODE']);
    expect((await server.ask(anna, SECURITY)).data.viewer.secondFactor.recoveryCodesLeft).toBe(10);
    expect((await off(PASSWORD, app.code())).secondFactor).toEqual({ totpSince: null, recoveryCodesLeft: 0 });
    expect((await logIn(new Browser(server.origin), anna)).viewer).toEqual({ id: anna.id });
    expect(codes(await off(PASSWORD, app.code()))).toEqual(['TOTP_NOT_THERE']);
  });

  test('new recovery codes end the old ones', async () => {
    const anna = await person(server, 'client');
    const renew = async (password: string) =>
      (await server.ask(anna, RENEW, { input: { password } })).data.regenerateRecoveryCodes;
    expect(codes(await renew(PASSWORD))).toEqual(['NO_SECOND_FACTOR']);
    const { recoveryCodes } = await withApp(server, anna);
    expect(codes(await renew('wrong'))).toEqual(['WRONG_PASSWORD']);
    const [renewed] = (await renew(PASSWORD)).recoveryCodes;
    const browser = new Browser(server.origin);
    const { id } = (await logIn(browser, anna)).challenge;
    expect(codes(await verify(browser, id, recoveryCodes[0]))).toEqual(['WRONG_CODE']);
    expect(codes(await verify(browser, id, renewed))).toEqual([]);
  });
});

test('its owner is told by mail of what was set up, used up and taken away', async () => {
  const anna = await person(server, 'revendeur');
  const { app, recoveryCodes } = await withApp(server, anna);
  const browser = new Browser(server.origin);
  await verify(browser, (await logIn(browser, anna)).challenge.id, recoveryCodes[0]);
  const renew =
    'mutation ($password: String!) { regenerateRecoveryCodes(input: { password: $password }) { userErrors { code } } }';
  await server.ask(anna, renew, { password: PASSWORD });
  const off =
    'mutation ($password: String!, $code: String!) { disableTwoFactor(input: { password: $password, code: $code }) { userErrors { code } } }';
  await server.ask(anna, off, { password: PASSWORD, code: app.code() });
  const letters = await lettersTo(server, anna.email);
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Double authentification activée',
    'Un code de secours a servi',
    'Nouveaux codes de secours',
    'Application d’authentification retirée',
  ]);
  for (const { text } of letters) {
    expect(text).toContain(`${server.config.origin}/revendeur/account/security`);
    for (const code of recoveryCodes) expect(text).not.toContain(code);
  }
});
