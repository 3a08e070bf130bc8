import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { Authenticator } from '../support/authenticator.js';
import { Browser } from '../support/cookie-jar.js';
import { logIn, verify } from '../support/second-factor.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const START =
  'mutation ($input: StartPasskeySetupInput!) { it: startPasskeySetup(input: $input) { id options userErrors { code } } }';
const FINISH = `mutation ($input: FinishPasskeySetupInput!) { it: finishPasskeySetup(input: $input) {
  passkey { id name lastUsedAt backedUp } recoveryCodes userErrors { path code } } }`;
const BEGIN =
  'mutation ($input: StartPasskeySignInInput!) { it: startPasskeySignIn(input: $input) { id options userErrors { code } } }';
const END = `mutation ($input: FinishPasskeySignInInput!) { it: finishPasskeySignIn(input: $input) {
  accessToken viewer { id } userErrors { code } } }`;
const LIST = '{ viewer { passkeys { id name lastUsedAt } secondFactor { recoveryCodesLeft } } }';

const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
type Change = Partial<Parameters<Authenticator['assert']>[0]>;

async function offered(who: TestPerson, password = PASSWORD) {
  return (await server.ask(who, START, { input: { password } })).data.it;
}

async function add(
  who: TestPerson,
  key: Authenticator,
  { by = who, name = 'Téléphone', ...change }: Change & { by?: TestPerson; name?: string } = {},
) {
  const { id, options } = await offered(who);
  const response = key.register({ challenge: options.challenge, ...change }, options.user.id);
  return { id, response, answer: (await server.ask(by, FINISH, { input: { id, name, response } })).data.it };
}

const begin = async (browser: Browser, challengeId: string | null = null) =>
  (await browser.send(BEGIN, { input: { challengeId } })).it;
const end = async (browser: Browser, id: string, response: object, challengeId: string | null = null) =>
  (await browser.send(END, { input: { id, response, challengeId } })).it;

async function signIn(key: Authenticator, change: Change = {}) {
  const browser = new Browser(server.origin);
  const { id, options } = await begin(browser);
  return end(browser, id, key.assert({ challenge: options.challenge, ...change }));
}

describe('adding a passkey', () => {
  test('asks for the password, and with the first one come recovery codes', async () => {
    const anna = await person(server, 'client');
    expect(codes(await offered(anna, 'wrong'))).toEqual(['WRONG_PASSWORD']);
    const { options } = await offered(anna);
    expect(options).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { userVerification: 'required' } });
    const { answer } = await add(anna, new Authenticator());
    expect(answer).toMatchObject({ passkey: { name: 'Téléphone', lastUsedAt: null, backedUp: false }, userErrors: [] });
    expect(answer.recoveryCodes).toHaveLength(10);
    expect((await add(anna, new Authenticator(), { name: 'Bureau' })).answer.recoveryCodes).toBeNull();
    expect((await server.ask(anna, LIST)).data.viewer).toMatchObject({
      passkeys: [{ name: 'Téléphone' }, { name: 'Bureau' }],
      secondFactor: { recoveryCodesLeft: 10 },
    });
  });

  test.each<[string, Change]>([
    ['made for another site', { origin: 'http://evil.example' }],
    ['made for another relying party', { rpId: 'evil.example' }],
    ['of another challenge', { challenge: 'AAAA' }],
    ['made without its owner', { verified: false }],
  ])('one %s is refused, and nothing is kept', async (_how, change) => {
    const anna = await person(server, 'client');
    expect(codes((await add(anna, new Authenticator(), change)).answer)).toEqual(['PASSKEY_REFUSED']);
    expect((await server.ask(anna, LIST)).data.viewer.passkeys).toEqual([]);
  });

  test('what was offered is good once, in time, and in the session it was offered to', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
    const { id, response } = await add(anna, new Authenticator());
    const again = async (who: TestPerson) => (await server.ask(who, FINISH, { input: { id, name: 'x', response } })).data.it;
    expect(codes(await again(anna))).toEqual(['PASSKEY_REFUSED']);
    expect(codes((await add(anna, new Authenticator(), { by: bruno })).answer)).toEqual(['PASSKEY_REFUSED']);
    const late = await offered(anna);
    await server.database.query(`update passkey_challenge set expires_at = now()`);
    const input = { id: late.id, name: 'x', response: new Authenticator().register({ challenge: late.options.challenge }, 'x') };
    expect(codes((await server.ask(anna, FINISH, { input })).data.it)).toEqual(['PASSKEY_REFUSED']);
  });

  test('nobody adds a key that another has', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
    const key = new Authenticator();
    await add(anna, key);
    expect(codes((await add(bruno, key)).answer)).toEqual(['PASSKEY_TAKEN']);
  });

  test.each([null, {}, [], 'x', { id: 1 }, { id: 'x', response: null }])('%j is no passkey', async (response) => {
    const anna = await person(server, 'client');
    const { id } = await offered(anna);
    const { data, errors } = await server.ask(anna, FINISH, { input: { id, name: 'x', response } });
    expect(data ? codes(data.it) : errors?.map(({ extensions }) => extensions.code)).toEqual([
      response === null ? 'BAD_USER_INPUT' : 'PASSKEY_REFUSED',
    ]);
  });
});

describe('signing in with a passkey alone', () => {
  test('begins a session', async () => {
    const anna = await person(server, 'client');
    const key = new Authenticator();
    await add(anna, key);
    const { accessToken, viewer } = await signIn(key);
    expect(viewer).toEqual({ id: anna.id });
    expect((await server.ask({ token: accessToken }, LIST)).data.viewer.passkeys[0].lastUsedAt).toEqual(expect.any(String));
  });

  test.each<[string, Change]>([
    ['for another site', { origin: 'http://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['of another challenge', { challenge: 'AAAA' }],
    ['without its owner', { verified: false }],
  ])('one that signed %s is refused', async (_how, change) => {
    const key = new Authenticator();
    await add(await person(server, 'client'), key);
    expect(codes(await signIn(key, change))).toEqual(['PASSKEY_REFUSED']);
  });

  test('a challenge is good once, even when the first answer was wrong, and a copied key is noticed', async () => {
    const anna = await person(server, 'client');
    const key = new Authenticator();
    await add(anna, key);
    const browser = new Browser(server.origin);
    const { id, options } = await begin(browser);
    const forged = key.assert({ challenge: options.challenge }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    expect(codes(await end(browser, id, forged))).toEqual(['PASSKEY_REFUSED']);
    expect(codes(await end(browser, id, key.assert({ challenge: options.challenge })))).toEqual(['PASSKEY_REFUSED']);
    expect(codes(await signIn(key))).toEqual([]);
    key.counter -= 2;
    expect(codes(await signIn(key))).toEqual(['PASSKEY_REFUSED']);
  });

  test('says whose it is, and is nobody’s who is suspended', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
    const key = new Authenticator();
    await add(anna, key);
    const { userHandle } = key;
    for (const handle of ['', Buffer.from(bruno.id).toString('base64url')]) {
      key.userHandle = handle;
      expect(codes(await signIn(key))).toEqual(['PASSKEY_REFUSED']);
    }
    key.userHandle = userHandle;
    await server.database.query(`update "user" set status = 'SUSPENDED' where id = $1`, [anna.id]);
    expect(codes(await signIn(key))).toEqual(['PASSKEY_REFUSED']);
  });

  test('a Host that lies changes nothing', async () => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      payload: { query: BEGIN, variables: { input: {} } },
    });
    expect(response.json().data.it.options.rpId).toBe('localhost');
  });
});

describe('a passkey after the password', () => {
  test('meets the challenge, once, and only one of theirs', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
    const [hers, his] = [new Authenticator(), new Authenticator()];
    await add(anna, hers);
    await add(bruno, his);
    const browser = new Browser(server.origin);
    const { challenge } = await logIn(browser, anna);
    expect(challenge.methods).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    const first = await begin(browser, challenge.id);
    expect(first.options.allowCredentials.map(({ id }: { id: string }) => id)).toEqual([hers.id]);
    expect(codes(await end(browser, first.id, his.assert({ challenge: first.options.challenge }), challenge.id))).toEqual([
      'PASSKEY_REFUSED',
    ]);
    const second = await begin(browser, challenge.id);
    // What was signed for this sign-in is nothing on its own.
    expect(codes(await end(browser, second.id, hers.assert({ challenge: second.options.challenge })))).toEqual([
      'PASSKEY_REFUSED',
    ]);
    const third = await begin(browser, challenge.id);
    expect((await end(browser, third.id, hers.assert({ challenge: third.options.challenge }), challenge.id)).viewer).toEqual({
      id: anna.id,
    });
    expect(codes(await begin(browser, challenge.id))).toEqual(['CHALLENGE_OVER']);
  });

  test('is done without by a recovery code', async () => {
    const anna = await person(server, 'client');
    const { answer } = await add(anna, new Authenticator());
    const browser = new Browser(server.origin);
    const { challenge } = await logIn(browser, anna);
    expect((await verify(browser, challenge.id, answer.recoveryCodes[0])).viewer).toEqual({ id: anna.id });
  });
});

test('a passkey is renamed and removed by its owner alone; with the last go the codes', async () => {
  const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
  const key = new Authenticator();
  const { id } = (await add(anna, key)).answer.passkey;
  const RENAME =
    'mutation ($id: ID!, $name: String!) { it: renamePasskey(input: { id: $id, name: $name }) { passkey { name } userErrors { path code } } }';
  const REMOVE =
    'mutation ($id: ID!, $password: String!) { it: deletePasskey(input: { id: $id, password: $password }) { passkeys { id } userErrors { code } } }';
  expect(codesOf(await server.ask(bruno, RENAME, { id, name: 'x' }))).toEqual(['NOT_FOUND']);
  expect(codesOf(await server.ask(bruno, REMOVE, { id, password: PASSWORD }))).toEqual(['NOT_FOUND']);
  expect((await server.ask(anna, RENAME, { id, name: ' ' })).data.it.userErrors).toEqual([
    { path: ['input', 'name'], code: 'BLANK' },
  ]);
  expect((await server.ask(anna, RENAME, { id, name: 'Bureau' })).data.it.passkey).toEqual({ name: 'Bureau' });
  expect(codes((await server.ask(anna, REMOVE, { id, password: 'wrong' })).data.it)).toEqual(['WRONG_PASSWORD']);
  expect((await server.ask(anna, LIST)).data.viewer.passkeys).toHaveLength(1);
  expect((await server.ask(anna, REMOVE, { id, password: PASSWORD })).data.it.passkeys).toEqual([]);
  expect((await server.ask(anna, LIST)).data.viewer.secondFactor.recoveryCodesLeft).toBe(0);
  expect(codes(await signIn(key))).toEqual(['PASSKEY_REFUSED']);
  expect((await logIn(new Browser(server.origin), anna)).viewer).toEqual({ id: anna.id });
});
