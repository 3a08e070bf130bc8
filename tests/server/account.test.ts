import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, person, type TestPerson } from '../support/as.js';
import { lettersTo, letterTo, quiet } from '../support/letters.js';
import { type Asker, codesOf, serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
/** The same database; it takes no jobs, so that its statements are those of what it was asked. */
let idle: Awaited<ReturnType<typeof serve>>;
let made = 0;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  idle = await serve(server.databaseUrl);
});
afterAll(async () => {
  await idle.close();
  await server.stop();
});

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  viewer { id name phone locale email } userErrors { path code } } }`;
const REQUEST = `mutation ($email: String!, $password: String!) { requestEmailChange(input: { email: $email, password: $password }) {
  viewer { email pendingEmailChange { email confirmedByOld confirmedByNew } } userErrors { path code message } } }`;
const CONFIRM = 'mutation ($token: String!) { confirmEmailChange(input: { token: $token }) { done userErrors { path code } } }';
const CANCEL = 'mutation ($token: String) { cancelEmailChange(input: { token: $token }) { ok userErrors { code } } }';
const PENDING = '{ viewer { email pendingEmailChange { email confirmedByOld confirmedByNew } } }';

const newAddress = () => `new-${++made}-${Date.now()}@test.example`;
const request = async (asker: TestPerson, email: string, password = PASSWORD, at: Pick<TestServer, 'ask'> = server) =>
  (await at.ask(asker, REQUEST, { email, password })).data.requestEmailChange;
const confirm = async (token: string, asker: Asker | null = null) =>
  (await server.ask(asker, CONFIRM, { token })).data.confirmEmailChange;
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
const emailOf = async ({ id }: TestPerson) =>
  (await server.database.query('select email from "user" where id = $1', [id]))[0].email as string;

describe('a profile', () => {
  test('is one’s own to change: name, phone and language', async () => {
    const anna = await person(server, 'prestataire');
    const input = { name: '  Anna Le Goff ', phone: '02 98 00 11 22', locale: 'en' };
    const { data } = await server.ask(anna, UPDATE, { input });
    expect(data.updateProfile).toMatchObject({
      viewer: { id: anna.id, name: 'Anna Le Goff', phone: '+33298001122', locale: 'en', email: anna.email },
      userErrors: [],
    });
    const cleared = await server.ask(anna, UPDATE, { input: { phone: null, locale: null } });
    expect(cleared.data.updateProfile.viewer).toMatchObject({ name: 'Anna Le Goff', phone: null, locale: null });
    const [{ changes }] = await server.database.query(
      `select changes from audit_entry where action = 'account.updateProfile' and actor_id = $1 order by id limit 1`,
      [anna.id],
    );
    expect(changes).toMatchObject({ name: [anna.name, 'Anna Le Goff'], phone: [null, '+33298001122'], locale: [null, 'en'] });
  });

  test('says every mistake at its field, and changes nothing then', async () => {
    const anna = await person(server, 'client');
    const { data } = await server.ask(anna, UPDATE, { input: { name: ' ', phone: '12', locale: 'xx' } });
    expect(data.updateProfile.userErrors).toEqual([
      { path: ['input', 'name'], code: 'BLANK' },
      { path: ['input', 'phone'], code: 'INVALID_PHONE' },
      { path: ['input', 'locale'], code: 'UNKNOWN_LOCALE' },
    ]);
    const long = await server.ask(anna, UPDATE, { input: { name: 'x'.repeat(10_000) } });
    expect(codes(long.data.updateProfile)).toEqual(['TOO_LONG']);
    const [{ name }] = await server.database.query('select name from "user" where id = $1', [anna.id]);
    expect(name).toBe(anna.name);
    expect(codesOf(await server.ask(null, UPDATE, { input: { name: 'X' } }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a change of address', () => {
  async function asked() {
    const anna = await person(server, 'client');
    const email = newAddress();
    await request(anna, email.toUpperCase());
    const [old, fresh] = [await letterTo(server, anna.email), await letterTo(server, email)];
    return { anna, email, old, fresh };
  }

  test.each([
    ['the old address first', ['old', 'fresh']],
    ['the new address first', ['fresh', 'old']],
  ] as const)('holds once both confirmed, %s', async (_, order) => {
    const { anna, email, ...letters } = await asked();
    expect((await server.ask(anna, PENDING)).data.viewer).toEqual({
      email: anna.email,
      pendingEmailChange: { email, confirmedByOld: false, confirmedByNew: false },
    });
    expect(letters.old.text).toContain(email);
    expect(await confirm(letters[order[0]].token)).toEqual({ done: false, userErrors: [] });
    expect(await emailOf(anna)).toBe(anna.email);
    expect((await server.ask(anna, PENDING)).data.viewer.pendingEmailChange).toEqual({
      email,
      confirmedByOld: order[0] === 'old',
      confirmedByNew: order[0] === 'fresh',
    });
    expect(await confirm(letters[order[1]].token, anna)).toEqual({ done: true, userErrors: [] });
    expect(await emailOf(anna)).toBe(email);
    await expect.poll(async () => (await server.ask(anna, PENDING)).data.viewer).toEqual({ email, pendingEmailChange: null });
    for (const to of [anna.email, email])
      expect((await letterTo(server, to, 2)).subject).toBe('L’adresse de votre compte a changé');
    expect(codes(await confirm(letters.old.token))).toEqual(['LINK_USED']);
  });

  test('one address twice is not two', async () => {
    const { anna, old } = await asked();
    const twice = await Promise.all(Array.from({ length: 20 }, () => confirm(old.token)));
    expect(twice.filter(({ done }) => done === false)).toHaveLength(1);
    expect(await emailOf(anna)).toBe(anna.email);
  });

  test('a link of somebody else’s account is refused, and stays open for them', async () => {
    const { anna, old, fresh } = await asked();
    const bruno = await person(server, 'client');
    for (const { token } of [old, fresh]) expect(codes(await confirm(token, bruno))).toEqual(['LINK_OF_ANOTHER']);
    expect(codes((await server.ask(bruno, CANCEL, { token: old.token })).data.cancelEmailChange)).toEqual(['LINK_OF_ANOTHER']);
    expect(codes((await server.ask(bruno, CANCEL, {})).data.cancelEmailChange)).toEqual(['NO_EMAIL_CHANGE']);
    expect(await confirm(old.token, anna)).toMatchObject({ done: false });
  });

  test('the old address calls it off, also after it confirmed; the owner does, signed in; a newer request does', async () => {
    const one = await asked();
    await confirm(one.old.token);
    expect((await server.ask(null, CANCEL, { token: one.old.token })).data.cancelEmailChange).toEqual({
      ok: true,
      userErrors: [],
    });
    expect(codes(await confirm(one.fresh.token))).toEqual(['LINK_REPLACED']);

    const two = await asked();
    expect((await server.ask(two.anna, CANCEL, {})).data.cancelEmailChange.ok).toBe(true);
    expect(codes(await confirm(two.old.token))).toEqual(['LINK_REPLACED']);
    expect(codesOf(await server.ask(null, CANCEL, {}))).toEqual(['UNAUTHENTICATED']);
    expect(codes((await server.ask(null, CANCEL, { token: two.fresh.token })).data.cancelEmailChange)).toEqual(['LINK_UNKNOWN']);

    const three = await asked();
    await request(three.anna, newAddress());
    expect(codes(await confirm(three.old.token))).toEqual(['LINK_REPLACED']);
    for (const { anna } of [one, two, three]) expect(await emailOf(anna)).toBe(anna.email);
  });

  test('is called off by itself after a day', async () => {
    const { anna, old } = await asked();
    await server.database.query(`update email_change set expires_at = now() where user_id = $1`, [anna.id]);
    expect(codes(await confirm(old.token))).toEqual(['LINK_REPLACED']);
    expect((await server.ask(anna, PENDING)).data.viewer.pendingEmailChange).toBeNull();
  });

  test('to an address that somebody has is answered as any other; they are told, who asked is not', async () => {
    const [anna, bruno, clara] = [await person(server, 'client'), await person(server, 'staff'), await person(server, 'client')];
    const free = newAddress();
    const taken = await idle.count(() => request(anna, bruno.email, PASSWORD, idle));
    const open = await idle.count(() => request(clara, free, PASSWORD, idle));
    expect(taken.result.userErrors).toEqual(open.result.userErrors);
    expect(taken.result.viewer.pendingEmailChange).toEqual({ email: bruno.email, confirmedByOld: false, confirmedByNew: false });
    expect(taken.texts).toEqual(open.texts);
    const told = await letterTo(server, bruno.email);
    expect(told).toMatchObject({ subject: 'Quelqu’un a voulu prendre votre adresse', token: '' });
    expect(told.text).not.toContain(anna.email);
    expect(await confirm((await letterTo(server, anna.email)).token)).toMatchObject({ done: false });
  });

  test('to an address that somebody took in the meantime is refused at the end', async () => {
    const { anna, email, old, fresh } = await asked();
    await confirm(old.token);
    const bruno = await person(server, 'client');
    await server.database.query('update "user" set email = $2 where id = $1', [bruno.id, email]);
    expect(codes(await confirm(fresh.token))).toEqual(['EMAIL_TAKEN_SINCE']);
    expect(await emailOf(anna)).toBe(anna.email);
  });

  test('takes the password, an address, and another one', async () => {
    const anna = await person(server, 'client');
    expect(codes(await request(anna, newAddress(), 'wrong'))).toEqual(['WRONG_PASSWORD']);
    expect(codes(await request(anna, 'no address'))).toEqual(['INVALID_EMAIL']);
    expect(codes(await request(anna, anna.email.toUpperCase()))).toEqual(['SAME_EMAIL']);
    expect(codes(await request(anna, `${'x'.repeat(10_000)}@test.example`))).toEqual(['TOO_LONG']);
    expect(codesOf(await server.ask(null, REQUEST, { email: newAddress(), password: PASSWORD }))).toEqual(['UNAUTHENTICATED']);
    await quiet(server);
    expect(await lettersTo(server, anna.email)).toEqual([]);
    expect(await server.database.query('select from email_change where user_id = $1', [anna.id])).toEqual([]);
  });
});
