import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askNewPassword } from '../../server/commands/password-prompt.js';
import { startServer, type TestServer } from '../support/server.js';

const program = join(import.meta.dirname, '../../dist/server/commands/superadmin.js');
const folder = mkdtempSync(join(tmpdir(), 'prisme-superadmin-'));
const GOOD = 'quatre mots sans rapport';
const owner = { email: 'claire@example.org', name: 'Claire Aubry' };
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: string[], { input = '', password }: { input?: string; password?: string } = {}) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: server.databaseUrl,
    DATA_DIR: join(folder, 'data'),
    SUPERADMIN_PASSWORD: password,
    LANG: 'en',
    LC_ALL: '',
  };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: 'pipe' });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, error, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, error };
}

const LOGIN = `mutation ($email: String!, $password: String!) {
  login(input: { email: $email, password: $password }) { accessToken viewer { roleKey } userErrors { code } } }`;
const roleOf = async (email: string, password: string) =>
  (await server.ask(null, LOGIN, { email, password })).data.login.viewer?.roleKey;

test('the password comes from standard input or the environment, and opens the account', async () => {
  const anne = ['Anne@example.org', 'Anne', 'Riou'];
  expect(await run(anne, { input: `${GOOD}\n` })).toMatchObject({ status: 0, out: 'anne@example.org\n' });
  expect(await roleOf('anne@example.org', GOOD)).toBe('superadmin');
  const { status, error } = await run(anne, { password: GOOD });
  expect([status, error]).toEqual([2, 'anne@example.org already has an account\n']);
});

test('one is made up and told where that is asked for', async () => {
  const { status, out } = await run(['--random', 'maud@example.org', 'Maud']);
  const [email, password] = out.split('\n');
  expect([status, email]).toEqual([0, 'maud@example.org']);
  expect(await roleOf(email, password)).toBe('superadmin');
});

test('everybody’s rules hold for it, and nothing is made of what was typed wrong', async () => {
  const odile = ['odile@example.org', 'Odile'];
  const wrong = await Promise.all([
    run(odile, { input: 'short\n' }),
    run(odile, { password: 'password1' }),
    run(['--else', ...odile], { input: GOOD }),
  ]);
  expect(wrong.map(({ status, out }) => [status, out])).toEqual(Array(3).fill([2, '']));
  expect(await roleOf('odile@example.org', GOOD)).toBeUndefined();
});

test('a terminal asks twice, says what is wrong, and never shows it', async () => {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough()];
  let shown = '';
  const typed = ['court', GOOD, 'autre chose', GOOD, GOOD];
  output.on('data', (chunk: Buffer) => {
    shown += chunk;
    if (String(chunk).endsWith(': ')) input.write(`${typed.shift()}\r`);
  });
  expect(await askNewPassword(owner, undefined, { input, output })).toBe(GOOD);
  expect(typed).toEqual([]);
  for (const secret of ['court', GOOD, 'autre chose']) expect(shown).not.toContain(secret);
});
