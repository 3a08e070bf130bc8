import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#server/app.js';
import { readConfig } from '#server/config.js';
import { startEmbeddedPostgres } from '#server/core/database/embedded-postgres.js';
import { migrate } from '#server/database.js';
import { hashPassword } from '#server/features/session/password.service.js';
import { seedRoles } from '#server/features/user/role.seed.js';
import { createLogger } from '#server/logger.js';
import { openProduct } from '#server/product.js';
import { buildSchema } from '#server/schema.js';

const PAIRS = Number(process.argv[2] ?? 500);
const WARM_UP = 10;
const PASSWORD = 'quatre mots sans rapport';

/** What is asked with an address that has an account, and with one that has none. */
const asked: Record<string, (email: string) => { query: string; variables: object }> = {
  'sign in, wrong password': (email) => ({
    query: 'mutation ($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
    variables: { input: { email, password: 'wrong' } },
  }),
  'forgotten password': (email) => ({
    query: 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok userErrors { code } } }',
    variables: { input: { email } },
  }),
  'link to sign in': (email) => ({
    query: 'mutation ($input: RequestMagicLinkInput!) { requestMagicLink(input: $input) { ok userErrors { code } } }',
    variables: { input: { email } },
  }),
  'open an account': (email) => ({
    query: 'mutation ($input: RegisterInput!) { register(input: $input) { mustConfirm userErrors { code } } }',
    variables: { input: { email, password: PASSWORD, name: 'Enora Bihan' } },
  }),
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The middle 95 % of the median over resamples of the pairs. */
function between(differences: readonly number[]): [number, number] {
  const medians = Array.from({ length: 2000 }, () =>
    median(differences.map(() => differences[Math.floor(Math.random() * differences.length)])),
  ).sort((a, b) => a - b);
  return [medians[50], medians[1949]];
}

const dataDir = mkdtempSync(join(tmpdir(), 'prisme-timing-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
try {
  await migrate(postgres);
  const config = readConfig({ DATA_DIR: dataDir, RATE_LIMITS: 'off', JOBS: 'false' });
  const product = await openProduct(config, postgres.url, createLogger('fatal'));
  await seedRoles(product.system());
  await product.database.query(`insert into setting (key, value) values ('selfRegistration', 'true'), ('magicLink', 'true')`);
  const passwordHash = await hashPassword(PASSWORD);
  await product.database.query(
    `with made as (insert into "user" (name, email, password_hash)
        select 'Test', 'known-' || n || '@test.example', $1 from generate_series(1, $2::int) n returning id)
      insert into user_role (user_id, role_id) select made.id, role.id from made, role where role.key = 'client'`,
    [passwordHash, PAIRS + WARM_UP],
  );
  const app = await createApp(buildSchema(), product.world);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const time = async (body: object): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (text.includes('"errors"')) throw new Error(text);
    return performance.now() - began;
  };
  process.stdout.write(`| | known ms | unknown ms | difference ms (95 %) | known slower in |\n| --- | --- | --- | --- | --- |\n`);
  for (const [name, body] of Object.entries(asked)) {
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 1; n <= PAIRS + WARM_UP; n++) {
      const each = [
        () => time(body(`known-${n}@test.example`)).then((ms) => n > WARM_UP && known.push(ms)),
        () => time(body(`${randomUUID()}@test.example`)).then((ms) => n > WARM_UP && unknown.push(ms)),
      ];
      // In turn, so that neither always comes after the other.
      for (const one of n % 2 === 0 ? each : each.reverse()) await one();
    }
    const differences = known.map((ms, i) => ms - unknown[i]);
    const [low, high] = between(differences);
    const slower = differences.filter((ms) => ms > 0).length;
    process.stdout.write(
      `| ${name} | ${median(known).toFixed(2)} | ${median(unknown).toFixed(2)} | ${median(differences).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}) | ${slower} of ${PAIRS} |\n`,
    );
  }
  await app.close();
  await product.close();
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
