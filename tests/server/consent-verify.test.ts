import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyConsents } from '../../server/features/consent/consent-verify.service.js';
import { customer } from '../support/factories/customer.factory.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let customerId: string;
let ids: string[];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** As the owner of the database could. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  await server.asSuperuser('alter table consent_event disable trigger append_only');
  await server.asSuperuser(statement, values);
  await server.asSuperuser('alter table consent_event enable trigger append_only');
}
const say = async (of: string, action: string): Promise<string> =>
  (
    await server.database.query(
      `insert into consent_event (customer_id, purpose, channel, action, method, note) values ($1, 'MARKETING', 'SMS', $2, 'PAPER', 'Stand 12') returning id`,
      [of, action],
    )
  )[0].id;
const verify = () => verifyConsents(server.product.system());

beforeEach(async () => {
  await tamper('delete from consent_event');
  ({ id: customerId } = await customer(server));
  ids = [];
  for (const action of ['GRANTED', 'WITHDRAWN', 'GRANTED', 'OBJECTED']) ids.push(await say(customerId, action));
  await say((await customer(server)).id, 'REFUSED');
  expect(await verify()).toEqual({ ok: true, events: 5, chains: 2, broken: [], brokenTotal: 0 });
});

const first = async () => (await verify()).broken;

test.each([
  ['action', `'GRANTED'`],
  ['at', `at - interval '1 microsecond'`],
  ['recorded_at', `recorded_at - interval '1 day'`],
  ['purpose', `'PARTNERS'`],
  ['channel', `'EMAIL'`],
  ['method', `'PHONE'`],
  ['actor_id', `(select id from "user" limit 1)`],
  ['proof', `'{"x": 1}'`],
  ['expires_at', `now()`],
  ['note_sha256', `'x'`],
])('an edited %s is found, and it is the first that is named', async (column, value) => {
  if (column === 'actor_id')
    await server.asSuperuser(`insert into "user" (name, email, locale) values ('x', uuidv4() || '@test.example', 'fr')`);
  await tamper(`update consent_event set ${column} = ${value} where id = any($1)`, [[ids[1], ids[3]]]);
  expect(await first()).toEqual([{ kind: 'EDITED', customer: customerId, eventId: ids[1], seq: 2 }]);
});

test('a deleted one, one whose hash was made to fit, and another note are found', async () => {
  await tamper('delete from consent_event where id = $1', [ids[1]]);
  expect(await first()).toEqual([{ kind: 'MISSING', customer: customerId, eventId: ids[2], seq: 3 }]);
  await tamper(`update consent_event e set action = 'REFUSED' where id = $1`, [ids[2]]);
  await tamper('update consent_event e set seq = 2 where id = $1', [ids[2]]);
  await tamper('update consent_event e set hash = consent_hash(e) where id = $1', [ids[2]]);
  expect(await first()).toEqual([{ kind: 'MOVED', customer: customerId, eventId: ids[2], seq: 2 }]);
});

test('another note is found; one that an erasure took away is none', async () => {
  await server.asSuperuser('select erase_consent_notes($1)', [customerId]);
  expect((await verify()).ok).toBe(true);
  await tamper(`update consent_event set note = 'Autre' where id = $1`, [ids[0]]);
  expect(await first()).toEqual([{ kind: 'NOTE_EDITED', customer: customerId, eventId: ids[0], seq: 1 }]);
});

test('the command ends with 0 when all is well, with 1 and the first broken link otherwise, with 2 asked wrongly', async () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../dist/server/commands/consents-verify.js'), ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl, DATA_DIR: server.config.dataDir, LOG_LEVEL: 'error' },
      encoding: 'utf8',
    });
  const well = run('--json');
  expect([well.status, JSON.parse(well.stdout)]).toMatchObject([0, { ok: true, events: 5 }]);
  await tamper(`update consent_event set action = 'REFUSED' where id = $1`, [ids[2]]);
  const broken = run();
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain(`EDITED       event ${ids[2]} (3 of customer ${customerId}) was edited`);
  expect(run('--nothing').status).toBe(2);
});
