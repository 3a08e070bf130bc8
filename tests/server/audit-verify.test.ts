import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let trail: Awaited<ReturnType<typeof trailOf>>;

beforeAll(async () => {
  server = await startServer();
  trail = await trailOf(server);
});
afterAll(() => server.stop());
beforeEach(() => trail.clear());

describe('what the owner of the database does is found, and named', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = await trail.write(8);
    await trail.seal();
    expect((await trail.verify()).ok).toBe(true);
  });
  const tamper = (statement: string, values: unknown[] = []) => server.asSuperuser(statement, values);
  const found = async () => {
    const { ok, findings, findingsTotal } = await trail.verify();
    expect(ok).toBe(findingsTotal === 0);
    return findings;
  };

  test.each([
    ['actor_id', 'gen_random_uuid()'],
    ['actor_role', `'staff'`],
    ['as_user_id', 'gen_random_uuid()'],
    ['session_id', 'gen_random_uuid()'],
    ['ip', `'10.0.0.1'`],
    ['user_agent', `'x'`],
    ['request_id', `'x'`],
    ['action', `'customer.create'`],
    ['code', `'X'`],
    ['times', '2'],
    ['subject_type', `'User'`],
    ['subject_id', 'gen_random_uuid()'],
    ['about_id', 'gen_random_uuid()'],
    ['changes', `'{"name": [null, "other"]}'`],
    ['at', `at - interval '1 microsecond'`],
  ])('an edited %s', async (column, value) => {
    await tamper(`update audit_entry set ${column} = ${value} where id = $1`, [ids[4]]);
    expect(await found()).toEqual([{ kind: 'EDITED', entryId: ids[4], seal: 2 }]);
  });

  test('every column there is can be edited', async () => {
    const columns = await tamper(`select column_name from information_schema.columns where table_name = 'audit_entry'`);
    // Those above, the identity, and the outcome, which is bound to the changes.
    expect(columns).toHaveLength(15 + 2);
    await tamper(`update audit_entry set outcome = 'READ', changes = null where id = $1`, [ids[0]]);
    expect(await found()).toEqual([{ kind: 'EDITED', entryId: ids[0], seal: 1 }]);
  });

  test('a deleted entry', async () => {
    await tamper('delete from audit_entry where id = $1', [ids[3]]);
    expect(await found()).toEqual([{ kind: 'DELETED', entryId: ids[3], seal: 2 }]);
  });

  test('an entry with another id', async () => {
    const other = randomUUID();
    await tamper('update audit_entry set id = $2 where id = $1', [ids[3], other]);
    expect(await found()).toEqual([
      { kind: 'DELETED', entryId: ids[3], seal: 2 },
      { kind: 'INSERTED', entryId: other, seal: null },
    ]);
  });

  test.each(['at', `'2020-01-01'`])('an inserted entry, dated %s', async (at) => {
    const [{ id }] = await tamper(
      `insert into audit_entry (actor_id, actor_role, action, subject_type, subject_id, outcome, at)
        select actor_id, actor_role, 'invoice.delete', subject_type, subject_id, outcome, ${at} from audit_entry limit 1 returning id`,
    );
    await trail.seal();
    expect(await found()).toEqual([{ kind: 'INSERTED', entryId: id, seal: null }]);
  });

  test('an entry deleted before it was sealed', async () => {
    const [id] = await trail.write(1);
    await tamper('delete from audit_entry where id = $1', [id]);
    expect(await found()).toEqual([{ kind: 'DELETED', entryId: id, seal: null }]);
    await trail.seal();
    expect(await found()).toEqual([{ kind: 'DELETED', entryId: id, seal: 4 }]);
  });

  test('an entry edited together with its leaf', async () => {
    await tamper(`update audit_entry set action = 'x' where id = $1`, [ids[0]]);
    await tamper('update audit_seal set leaves = overlay(leaves placing $1 from 17) where number = 1', [Buffer.alloc(32, 1)]);
    expect(await found()).toMatchObject([
      { kind: 'SEAL_EDITED', seal: 1 },
      { kind: 'EDITED', entryId: ids[0] },
    ]);
  });

  test('a seal taken out of the middle', async () => {
    await tamper('delete from audit_seal where number = 2');
    expect(await found()).toEqual([
      { kind: 'SEAL_MISSING', entryId: null, seal: 2 },
      ...ids.slice(3, 6).map((entryId) => ({ kind: 'INSERTED', entryId, seal: null })),
    ]);
  });

  test('the end cut off, entries and seals alike', async () => {
    await tamper('delete from audit_entry where id = any($1)', [ids.slice(6)]);
    await tamper('delete from audit_seal where number = 3');
    expect(await found()).toEqual([{ kind: 'TRUNCATED', entryId: null, seal: 3 }]);
  });

  test('the end cut off, and written on', async () => {
    await tamper('delete from audit_entry where id = any($1)', [ids.slice(3)]);
    await tamper('delete from audit_seal where number >= 2');
    await trail.write(2);
    await trail.seal();
    expect(await found()).toEqual([
      { kind: 'TRUNCATED', entryId: null, seal: 3 },
      { kind: 'REWRITTEN', entryId: null, seal: 2 },
    ]);
  });

  test('everything gone', async () => {
    await tamper('truncate audit_entry, audit_seal, audit_unsealed');
    expect((await found()).map(({ kind, seal: number }) => [kind, number])).toEqual([
      ['TRUNCATED', 1],
      ['TRUNCATED', 2],
      ['TRUNCATED', 3],
    ]);
  });

  test('everything sealed anew with other content', async () => {
    await tamper(`update audit_entry set action = 'x' where id = $1`, [ids[4]]);
    await tamper('delete from audit_seal where number >= 2');
    await tamper('insert into audit_unsealed select unnest($1::uuid[])', [ids.slice(3)]);
    await trail.seal();
    expect(await found()).toEqual([{ kind: 'REWRITTEN', entryId: null, seal: 2 }]);
  });

  test('the copy outside lost', async () => {
    writeFileSync(trail.heads, '');
    expect(await found()).toEqual([]); // A process may just have been killed before it wrote.
    await tamper(`update audit_seal set at = at - interval '1 hour' where number = 3`);
    expect(await found()).toMatchObject([
      { kind: 'SEAL_EDITED', seal: 3 },
      { kind: 'HEAD_MISSING', seal: 3 },
    ]);
  });
});

describe('npm run audit:verify', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../dist/server/commands/audit-verify.js'), ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl, DATA_DIR: server.config.dataDir, LOG_LEVEL: 'error' },
      encoding: 'utf8',
    });

  test('ends with 0 when all is well, and keeps what it found', async () => {
    await trail.write(2);
    await trail.seal();
    const { status, stdout } = run('--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { ok: true, entries: 2, sealed: 2, unsealed: 0, findings: [] }]);
    expect(await server.database.query('select ok from audit_verification')).toEqual([{ ok: true }]);
    expect(run().stdout).toContain('All is well.');
  });

  test('ends with 1 and names the entry when one was edited', async () => {
    const [id] = await trail.write(2);
    await trail.seal();
    await server.asSuperuser(`update audit_entry set action = 'x' where id = $1`, [id]);
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain(`EDITED           entry ${id} (seal 1) was edited`);
  });

  test('ends with 2 when it is asked wrongly', () => {
    expect(run('--nothing').status).toBe(2);
  });
});
