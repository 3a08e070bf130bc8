import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { Browser } from '../support/cookie-jar.js';
import { logIn, verify, withApp } from '../support/second-factor.js';
import { serve, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
/** Another process, as far as the database can tell: a pool and a memory of its own. */
let other: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await startServer();
  other = await serve(server.databaseUrl);
});
afterAll(async () => {
  await other.close();
  await server.stop();
});

const TIMES = 20;

/** The same code at once, half of it on each server: by sign-ins of their own, or all by the same. */
async function winners(kind: 'code' | 'recovery code', sign: 'each its own' | 'all the same'): Promise<number> {
  const anna = await person(server, 'client');
  const { app, recoveryCodes } = await withApp(server, anna);
  const browsers = Array.from({ length: TIMES }, () => new Browser(server.origin));
  const challenges: string[] = [];
  for (const browser of sign === 'each its own' ? browsers : browsers.slice(0, 1))
    challenges.push((await logIn(browser, anna)).challenge.id);
  const code = kind === 'code' ? app.code() : recoveryCodes[0];
  const answers = await Promise.all(
    browsers.map((browser, i) =>
      verify(browser, challenges[i % challenges.length], code, false, i % 2 ? other.origin : server.origin),
    ),
  );
  const [{ sessions }] = await server.asSuperuser(
    `select count(*)::int as sessions from session where user_id = $1 and device_id is not null`,
    [anna.id],
  );
  expect(sessions).toBe(answers.filter(({ accessToken }) => accessToken).length);
  return sessions;
}

test.each([
  ['code', 'each its own'],
  ['code', 'all the same'],
  ['recovery code', 'each its own'],
  ['recovery code', 'all the same'],
] as const)(
  'the same %s twenty times at once on two servers, by sign-ins %s, has one winner',
  { timeout: 120_000 },
  async (kind, sign) => {
    expect(await winners(kind, sign)).toBe(1);
  },
);
