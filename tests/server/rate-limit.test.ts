import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.js';
import { requirementOf } from '../../server/core/access.js';
import { limitOf } from '../../server/core/rate-limits/limited.js';
import { placeOf } from '../../server/core/rate-limits/place.js';
import { buildSchema } from '../../server/schema.js';
import { PASSWORD, person } from '../support/as.js';
import { type Answer, headersOf, serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let other: Awaited<ReturnType<typeof serve>>;

// A proxy, so that each test comes from an address of its own.
const env = { TRUST_PROXY: 'true', RATE_LIMITS: '' };

beforeAll(async () => {
  server = await startServer({ env });
  other = await serve(server.databaseUrl, { env });
});
afterAll(async () => {
  await other.close();
  await server.stop();
});

let last = 0;
const newAddress = () => `203.0.${++last}.7`;

interface Sent {
  from: string;
  origin?: string;
  language?: string;
  cookie?: string;
}

async function post(query: string, variables: object, { from, origin = server.origin, language = 'fr', cookie }: Sent) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      'accept-language': language,
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer: Answer = await response.json();
  const [given] = response.headers.getSetCookie().filter((one) => one.startsWith('prisme-device='));
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answer, cookie: given?.split(';')[0] };
}

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken userErrors { code } } }';
const login = (email: string, password: string, sent: Sent) => post(LOGIN, { input: { email, password } }, sent);
const outcome = ({ status, answer }: Awaited<ReturnType<typeof login>>) =>
  answer.errors ? `${status} ${answer.errors[0].extensions.code}` : (answer.data.login.userErrors[0]?.code ?? 'in');

describe('signing in', () => {
  test('after five wrong passwords an account waits, whoever it is and wherever they are, for less than a minute', async () => {
    const { email } = await person(server, 'client');
    for (const address of [email, 'nobody-at-all@test.example']) {
      const met = [];
      for (let i = 0; i < 7; i += 1) met.push(outcome(await login(address, `wrong ${i}`, { from: newAddress() })));
      expect(met).toEqual([...Array(5).fill('WRONG_CREDENTIALS'), ...Array(2).fill('429 RATE_LIMITED')]);
    }
    const refused = await login(email.toUpperCase(), PASSWORD, { from: newAddress() });
    expect(refused.status).toBe(429);
    const wait = Number(refused.retryAfter);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.answer).toEqual({
      data: null,
      errors: [expect.objectContaining({ message: `Trop d’essais. Réessayez dans ${wait} s.` })],
    });
    expect(refused.answer.errors?.[0].extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfter: wait,
      requestId: expect.any(String),
    });
    const english = await login(email, PASSWORD, { from: newAddress(), language: 'en' });
    expect(english.answer.errors?.[0].message).toMatch(/^Too many attempts\. Try again in \d+ s\.$/);
  });

  test('processes count together', async () => {
    const { email } = await person(server, 'client');
    const met = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        login(email, 'wrong', { from: newAddress(), origin: i % 2 ? server.origin : other.origin }).then(outcome),
      ),
    );
    expect(met.filter((one) => one === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(met.filter((one) => one === '429 RATE_LIMITED')).toHaveLength(15);
  });

  test('who has been here before gets in while others try their account', async () => {
    const { email } = await person(server, 'client');
    const home = newAddress();
    const first = await login(email, PASSWORD, { from: home });
    expect(outcome(first)).toBe('in');
    for (let i = 0; i < 12; i += 1) await login(email, 'wrong', { from: newAddress() });
    expect(outcome(await login(email, PASSWORD, { from: newAddress() }))).toBe('429 RATE_LIMITED');
    expect(outcome(await login(email, PASSWORD, { from: home }))).toBe('in');
    // The same browser, on its way.
    expect(outcome(await login(email, PASSWORD, { from: newAddress(), cookie: first.cookie }))).toBe('in');
    expect(outcome(await login(email, PASSWORD, { from: newAddress(), cookie: 'prisme-device=another' }))).toBe(
      '429 RATE_LIMITED',
    );
  });

  test('one address that tries many accounts waits, and its neighbours do not', async () => {
    const from = newAddress();
    const met = await Promise.all(
      Array.from({ length: 24 }, (_, i) => login(`somebody-${i}@test.example`, 'wrong', { from }).then(outcome)),
    );
    expect(met.filter((one) => one === 'WRONG_CREDENTIALS')).toHaveLength(20);
    expect(outcome(await login('somebody@test.example', 'wrong', { from: from.replace('.7', '.8') }))).toBe('WRONG_CREDENTIALS');
  });

  test('who gets in is not counted', async () => {
    const { email } = await person(server, 'client');
    const from = newAddress();
    for (let i = 0; i < 25; i += 1) expect(outcome(await login(email, PASSWORD, { from }))).toBe('in');
  });

  test('an address somebody made up in the header counts for nothing', async () => {
    const met = [];
    for (let i = 0; i < 22; i += 1)
      met.push(outcome(await login(`other-${i}@test.example`, 'wrong', { from: `198.51.100.${i}, 203.0.113.99` })));
    expect(met.filter((one) => one === '429 RATE_LIMITED')).toHaveLength(2);
  });

  test('two hundred in one request are refused, fifteen count as fifteen', async () => {
    const { email } = await person(server, 'client');
    const many = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, i) => `a${i}: login(input: { email: "${email}", password: "wrong ${i}" }) { userErrors { code } }`).join(' ')} }`;
    expect((await post(many(200), {}, { from: newAddress() })).status).toBe(400);
    expect(outcome(await login(email, 'wrong', { from: newAddress() }))).toBe('WRONG_CREDENTIALS');
    const fifteen = await post(many(15), {}, { from: newAddress() });
    expect(fifteen).toMatchObject({ status: 429, answer: { data: null } });
    expect(fifteen.answer.errors?.[0]).toMatchObject({ path: ['a4'], extensions: { code: 'RATE_LIMITED' } });
    expect(outcome(await login(email, PASSWORD, { from: newAddress() }))).toBe('429 RATE_LIMITED');
  });

  test('no address of a person is kept in it', async () => {
    const [{ keys }] = await server.database.query('select string_agg(key, $1) as keys from rate_limit', ['\n']);
    expect(keys).not.toMatch(/@|203\.0/);
    const [{ kind }] = await server.database.query("select relpersistence as kind from pg_class where relname = 'rate_limit'");
    expect(kind).toBe('u');
  });
});

describe('queries', () => {
  const ask = async (asker: { token: string }, origin: string) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(asker) },
      body: JSON.stringify({ query: '{ customers(first: 100) { nodes { id } } }' }),
    });
    return { status: response.status, retryAfter: Number(response.headers.get('retry-after')), answer: await response.json() };
  };

  test('have a budget a person and minute, which processes share, without a statement of their own', async () => {
    // What a query costs is its rows and ten; a span that is nearly over would begin a new budget in between.
    const limited = { RATE_LIMITS: 'query.viewer=1100/10000d' };
    const one = await serve(server.databaseUrl, { env: limited });
    const two = await serve(server.databaseUrl, { env: limited });
    const [busy, calm] = [await person(server, 'staff'), await person(server, 'staff')];
    const { result, texts } = await server.count(() => ask(calm, server.origin));
    expect([result.status, texts.filter((text) => text.includes('rate_limit'))]).toEqual([200, []]);
    for (let i = 0; i < 7; i += 1) expect((await ask(busy, one.origin)).status).toBe(200);
    for (let i = 0; i < 2; i += 1) expect((await ask(busy, two.origin)).status).toBe(200);
    await one.product.world.queries.tell();
    await two.product.world.queries.tell();
    expect((await ask(busy, two.origin)).status).toBe(200);
    const refused = await ask(busy, two.origin);
    expect(refused).toMatchObject({ status: 429, answer: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
    expect(refused.answer.errors[0].message).toMatch(/^Trop de demandes à la fois\. Réessayez dans \d+ h\.$/);
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect((await ask(calm, two.origin)).status).toBe(200);
    await one.close();
    await two.close();
  });
});

test('whatever changes something without a session is limited', () => {
  const fields = Object.values(buildSchema().getMutationType()?.getFields() ?? {});
  const open = fields.filter((field) => requirementOf(field) === 'public');
  expect(open.length).toBeGreaterThan(5);
  // These go by a cookie that is too long to guess.
  const free = open.filter((field) => !limitOf(field)).map(({ name }) => name);
  expect(free.filter((name) => !['refreshSession', 'logout', 'endViewAs'].includes(name))).toEqual([]);
});

test('what is over is forgotten', async () => {
  await server.database.query("insert into rate_limit (key, points, expire) values ('over', 1, 1)");
  await server.product.world.services.rateLimits.forget();
  expect(await server.database.query("select from rate_limit where key = 'over'")).toEqual([]);
});

test('an address is one of IPv4, or a home’s /64 of IPv6', () => {
  expect(placeOf('192.0.2.17')).toEqual({ address: '192.0.2.17', network: '192.0.2.0/24' });
  expect(placeOf('::ffff:192.0.2.17')).toEqual({ address: '192.0.2.17', network: '192.0.2.0/24' });
  expect(placeOf('2001:db8:0:1::5')).toEqual({ address: '2001:db8:0:1::/64', network: '2001:db8:0::/48' });
  expect(placeOf('2001:0DB8::1:5:6:7:8')).toEqual(placeOf('2001:db8:0:1:ffff::'));
  expect(placeOf('::1')).toEqual({ address: '0:0:0:0::/64', network: '0:0:0::/48' });
  expect(placeOf('fe80::1%eth0').address).toBe('fe80:0:0:0::/64');
});

test('the environment says otherwise, or says what it got wrong', () => {
  const allowed = (RATE_LIMITS: string) => readConfig({ SECRET: 's'.repeat(32), RATE_LIMITS }).rateLimits['sign-in'].allowed;
  expect(allowed('sign-in.address=60/1m 600/2h; query.viewer=off').address).toEqual([
    { points: 60, seconds: 60 },
    { points: 600, seconds: 7200 },
  ]);
  expect(allowed('sign-in.address = off').address).toEqual([]);
  expect(allowed('off')).toEqual({ account: [], address: [], network: [] });
  expect(() => allowed('sign-in.nobody=1/1m')).toThrow(
    /RATE_LIMITS: “sign-in.nobody” is not limited; these are: sign-in.account/,
  );
  expect(() => allowed('sign-in.address=many')).toThrow(/“many” is not of the form/);
  const proxy = (TRUST_PROXY: string) => readConfig({ SECRET: 's'.repeat(32), TRUST_PROXY }).trustProxy;
  expect(['true', 'false', '2', '10.0.0.0/8', ''].map(proxy)).toEqual([1, false, 2, '10.0.0.0/8', false]);
});
