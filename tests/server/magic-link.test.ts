import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { lettersTo, letterTo, quiet } from '../support/letters.js';
import { withApp } from '../support/second-factor.js';
import { serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
/** The same database; it takes no jobs, so that its statements are those of what it was asked. */
let idle: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  idle = await serve(server.databaseUrl);
});
afterAll(async () => {
  await idle.close();
  await server.stop();
});

const REQUEST = 'mutation ($email: String!) { requestMagicLink(input: { email: $email }) { ok userErrors { code } } }';
const SIGN_IN = `mutation ($token: String!) { signInWithMagicLink(input: { token: $token }) {
  accessToken challenge { methods } viewer { id } userErrors { code } } }`;
const request = async (email: string, at: Pick<TestServer, 'ask'> = server) =>
  (await at.ask(null, REQUEST, { email })).data.requestMagicLink;
const signIn = async (token: string) => (await server.ask(null, SIGN_IN, { token })).data.signInWithMagicLink;
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);
const open = (is: boolean) =>
  server.database.query(
    `insert into setting (key, value) values ('magicLink', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(is)],
  );

test('there is none unless that is set, and none that was mailed before it was closed', async () => {
  const anna = await person(server, 'client');
  await open(false);
  expect(codes(await request(anna.email))).toEqual(['MAGIC_LINK_CLOSED']);
  await open(true);
  await request(anna.email);
  const { token } = await letterTo(server, anna.email);
  await open(false);
  expect(codes(await signIn(token))).toEqual(['MAGIC_LINK_CLOSED']);
});

test('a client signs in by it, once, for a quarter of an hour', async () => {
  await open(true);
  const anna = await person(server, 'client');
  await request(anna.email);
  const { token, secret } = await letterTo(server, anna.email);
  expect(secret).toBe(true);
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(token)));
  expect(answers.filter(({ accessToken }) => accessToken)).toHaveLength(1);
  expect(new Set(answers.flatMap(codes))).toEqual(new Set(['LINK_USED']));
  expect(answers.find(({ viewer }) => viewer)?.viewer.id).toBe(anna.id);
  await request(anna.email);
  const late = await letterTo(server, anna.email, 2);
  await server.database.query(`update mailed_link set expires_at = now() where user_id = $1`, [anna.id]);
  expect(codes(await signIn(late.token))).toEqual(['LINK_EXPIRED']);
});

test('nobody else gets one, and the answer and the work are the same', async () => {
  await open(true);
  const [anna, both, staff] = [
    await person(server, 'client'),
    await person(server, ['client', 'superadmin']),
    await person(server, 'staff'),
  ];
  const known = await idle.count(() => request(anna.email, idle));
  for (const email of [both.email, staff.email, 'nobody@test.example']) {
    const other = await idle.count(() => request(email, idle));
    expect(other.result).toEqual(known.result);
    expect(other.texts).toEqual(known.texts);
  }
  await letterTo(server, anna.email);
  await quiet(server);
  for (const { email } of [both, staff]) expect(await lettersTo(server, email)).toEqual([]);
});

test('the second factor is asked for as ever', async () => {
  await open(true);
  const anna = await person(server, 'client');
  await withApp(server, anna);
  await request(anna.email);
  const links = async () => (await lettersTo(server, anna.email)).filter(({ subject }) => subject === 'Votre lien de connexion');
  await expect.poll(async () => (await links()).length).toBe(1);
  const answer = await signIn((await links())[0].token);
  expect(answer).toMatchObject({ accessToken: null, viewer: null });
  expect(answer.challenge.methods).toContain('TOTP');
});
