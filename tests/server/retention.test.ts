import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retainTonight } from '../../server/features/retention/retention.jobs.js';
import { addRun, workRun } from '../../server/features/retention/retention-run.service.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { exportRun } from '../support/factories/export.factory.js';
import { type Kept, kept, lineOf, never, switchOn as on, RULES, runOn as run, tablesOf } from '../support/retention.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, client] = [await person(server, 'superadmin'), await person(server, 'client')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query('delete from retention_run');
  await server.database.query('update retention_rule set active = false');
});

const query = (text: string, values: unknown[] = []) => server.database.query(text, values);
const switchOn = (category: string, months: number) => on(server, category, months);
const runOn = (day: string, dryRun = false) => run(server, root, day, dryRun);
/** Each made so that its period begins at this instant. */
const things: Record<string, (at: string) => Promise<Kept>> = {
  SESSIONS: (at) => kept.session(server, client.id, at),
  DEVICES: (at) => kept.device(server, client.id, at),
  WAYS_IN: (at) => kept.link(server, client.id, at),
  INVITATIONS: (at) => kept.invitation(server, root.id, at),
  LETTERS: (at) => kept.letter(server, at),
  EXPORTS: (at) => kept.exported(server, root.id, at),
  IMPORT_REPORTS: (at) => kept.refusedLine(server, at),
  NOTIFICATIONS: (at) => kept.notification(server, client.id, at),
  SHARES: (at) => kept.share(server, root.id, at),
  CONTACT_REFUSALS: (at) => kept.refusal(server, at),
  SEGMENT_HISTORY: (at) => kept.segmentChange(server, at),
};
const isThere = async ({ table, id }: Kept) =>
  (await server.asSuperuser(`select from ${table} where id = $1`, [id])).length === 1;

describe('each category', () => {
  test('is one of the rules there are', async () => {
    const { data } = await server.ask(root, '{ retentionRules { category name counted source least most months action } }');
    expect(data.retentionRules.map(({ category }: { category: string }) => category).sort()).toEqual(Object.keys(RULES).sort());
    for (const { name, counted, source, least, months, most } of data.retentionRules) {
      expect([name, counted, source].filter((text) => text.includes('retention.'))).toEqual([]);
      expect(least <= months && months <= most).toBe(true);
    }
  });

  test.each(Object.keys(things))(
    '%s: stays on its last day, goes the night after, and the next night has nothing to do',
    async (category) => {
      await switchOn(category, 3);
      // Just before midnight in Paris, where it is summer; the end of its period is in winter.
      const late = await things[category]('2025-08-31T21:59:59Z');
      const next = await things[category]('2025-08-31T22:00:00Z');
      await query(`update retention_rule set months = 3 where category = $1`, [category]);
      const early = await runOn('2025-11-30');
      expect([await isThere(late), await isThere(next)]).toEqual([true, true]);
      expect(lineOf(early, category)).toMatchObject({ deleted: 0, failed: 0 });
      const run = await runOn('2025-12-01');
      expect([await isThere(late), await isThere(next)]).toEqual([false, true]);
      expect(lineOf(run, category)).toMatchObject({ seen: 1, deleted: 1, held: 0, failed: 0, months: 3 });
      expect(lineOf(await runOn('2025-12-01'), category)).toMatchObject({ seen: 0, deleted: 0 });
      expect(await isThere(next)).toBe(true);
      await runOn('2025-12-02');
      expect(await isThere(next)).toBe(false);
    },
  );

  test('an archived invoice goes ten years after the end of its year, and not a day before', async () => {
    await switchOn('ARCHIVED_INVOICES', 120);
    const there = await kept.archived(server, '2014-03-31');
    await runOn('2024-12-31');
    expect(await isThere(there)).toBe(true);
    expect(lineOf(await runOn('2025-01-01'), 'ARCHIVED_INVOICES')).toMatchObject({ seen: 1, deleted: 1 });
    expect(await isThere(there)).toBe(false);
    const [{ count }] = await query(`select count(*)::int as count from invoice where issued_on = '2014-03-31'`);
    expect(count, 'its number stays').toBe(1);
  });

  test('what is switched off stays, and is not in the report', async () => {
    const there = await things.NOTIFICATIONS('2020-01-01T10:00:00Z');
    const run = await runOn('2025-12-01');
    expect(run.lines).toEqual([]);
    expect(await isThere(there)).toBe(true);
    await query('delete from notification');
  });

  test('a file goes with its export', async () => {
    await switchOn('EXPORTS', 3);
    const key = `2024/01/${randomUUID()}`;
    await query(
      `update export_run set status = 'DONE', storage_key = $2, created_at = '2024-01-01', finished_at = '2024-01-01', expires_at = '2024-01-04'
        where id = $1`,
      [await exportRun(server, root.id), key],
    );
    expect(lineOf(await runOn('2025-12-01'), 'EXPORTS')).toMatchObject({ deleted: 1 });
    expect(await query('select from unclaimed_file where key = $1', [key])).toHaveLength(1);
  });
});

describe('a legal hold', () => {
  test('keeps what is about the customer, and what is about their people; the report says so', async () => {
    const { id } = await customer(server);
    const theirs = await person(server, 'client');
    await member(server, theirs.id, id);
    const [hold] = await query(`insert into legal_hold (customer_id, reason) values ($1, 'Litige') returning id`, [id]);
    await switchOn('CONTACT_REFUSALS', 24);
    await switchOn('SESSIONS', 6);
    const held = [
      await kept.refusal(server, '2020-01-01T10:00:00Z', id),
      await kept.session(server, theirs.id, '2020-01-01T10:00:00Z'),
    ];
    const free = await kept.session(server, client.id, '2020-01-01T10:00:00Z');
    const run = await runOn('2025-12-01');
    expect(await Promise.all(held.map(isThere))).toEqual([true, true]);
    expect(await isThere(free)).toBe(false);
    expect(lineOf(run, 'CONTACT_REFUSALS')).toMatchObject({ seen: 1, deleted: 0, held: 1 });
    expect(lineOf(run, 'SESSIONS')).toMatchObject({
      seen: 2,
      deleted: 1,
      held: 1,
      heldFor: [{ code: 'RETENTION_HELD', message: 'Conservation légale.', count: 1 }],
    });
    expect(run).toMatchObject({ gone: 1, held: 2, failed: 0 });
    await query('update legal_hold set lifted_at = now() where id = $1', [hold.id]);
    expect(await runOn('2025-12-02')).toMatchObject({ gone: 2, held: 0 });
  });
});

describe('a dry run', () => {
  test('counts all of it, on or off, and changes nothing but its own report', async () => {
    await switchOn('NOTIFICATIONS', 6);
    const there = [await things.NOTIFICATIONS('2020-01-01T10:00:00Z'), await things.SESSIONS('2020-01-01T10:00:00Z')];
    const before = await tablesOf(server);
    const run = await runOn('2025-12-01', true);
    expect(await tablesOf(server)).toEqual(before);
    expect(run).toMatchObject({ status: 'DONE', dryRun: true, asOf: '2025-12-01' });
    expect(run.lines).toHaveLength(Object.keys(RULES).length);
    expect(lineOf(run, 'NOTIFICATIONS')).toMatchObject({ seen: 1, deleted: 1 });
    expect(lineOf(run, 'SESSIONS')).toMatchObject({ seen: 1, deleted: 1 });
    expect(await Promise.all(there.map(isThere))).toEqual([true, true]);
  });

  test('of one rule shows examples, with another period too', async () => {
    const before = await tablesOf(server);
    const PREVIEW = `query ($months: Int) { retentionPreview(category: NOTIFICATIONS, months: $months) { asOf gone held heldFor { code }
      examples { called since heldFor customer { id } user { name } } heldExamples { since } } }`;
    const { data } = await server.ask(root, PREVIEW, { months: 12 });
    expect(data.retentionPreview).toMatchObject({
      gone: 1,
      held: 0,
      examples: [{ called: 'TEST', since: '2020-01-01', heldFor: [], customer: null, user: { name: client.name } }],
      heldExamples: [],
    });
    expect(codesOf(await server.ask(root, PREVIEW, { months: 1200 }))).toEqual(['BAD_USER_INPUT']);
    expect(await tablesOf(server)).toEqual(before);
  });
});

describe('a run', () => {
  test('goes on where it was cut off, and counts what went before', async () => {
    await switchOn('NOTIFICATIONS', 6);
    await query('delete from notification');
    await query(
      `insert into notification (user_id, kind, read_at) select $1, 'TEST', '2020-01-01' from generate_series(1, 1200)`,
      [client.id],
    );
    const system = server.product.system();
    const { id } = await addRun(system, false, '2025-12-01');
    const gone = async () => 1200 - (await query('select count(*)::int as count from notification'))[0].count;
    // The process is told to stop while the first rows go.
    const stop = new AbortController();
    const stopping = {
      get aborted() {
        return stop.signal.aborted;
      },
      throwIfAborted() {
        stop.signal.throwIfAborted();
        stop.abort(new Error('stopped'));
      },
    } as AbortSignal;
    await expect(workRun(system, id, stopping)).rejects.toThrow('stopped');
    expect(await gone()).toBe(500);
    const [half] = await query('select status, gone from retention_run where id = $1', [id]);
    expect(half).toEqual({ status: 'RUNNING', gone: 500 });
    await retainTonight(system, never, '2025-12-02');
    expect(await gone()).toBe(1200);
    const [done, mine] = await query('select status, gone, as_of::text as day from retention_run order by created_at, id');
    expect(done).toEqual({ status: 'DONE', gone: 1200, day: '2025-12-01' });
    expect(mine).toEqual({ status: 'DONE', gone: 0, day: '2025-12-02' });
  });

  test('of what fails says why, does the rest, and tries again the next night', async () => {
    await switchOn('NOTIFICATIONS', 6);
    await switchOn('IMPORT_REPORTS', 6);
    const stuck = await things.NOTIFICATIONS('2020-01-01T10:00:00Z');
    const line = await things.IMPORT_REPORTS('2020-01-01T10:00:00Z');
    await server.asSuperuser(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await server.asSuperuser('create trigger refuse before delete on notification for each row execute function refuse()');
    const run = await runOn('2025-12-01');
    expect(lineOf(run, 'NOTIFICATIONS')).toMatchObject({
      seen: 1,
      deleted: 0,
      failed: 1,
      failedFor: [{ code: 'RETENTION_UNEXPECTED', count: 1 }],
    });
    expect([await isThere(stuck), await isThere(line)]).toEqual([true, false]);
    await server.asSuperuser('drop trigger refuse on notification');
    expect(await runOn('2025-12-02')).toMatchObject({ gone: 1, failed: 0 });
    expect(await isThere(stuck)).toBe(false);
  });

  test('goes on with the others where one can’t be counted', async () => {
    await switchOn('NOTIFICATIONS', 6);
    await switchOn('IMPORT_REPORTS', 6);
    const line = await things.IMPORT_REPORTS('2020-01-01T10:00:00Z');
    await server.asSuperuser('alter table notification rename read_at to away');
    const run = await runOn('2025-12-01').finally(() => server.asSuperuser('alter table notification rename away to read_at'));
    expect(run).toMatchObject({ status: 'DONE', gone: 1, failed: 1 });
    expect(lineOf(run, 'NOTIFICATIONS')).toMatchObject({ failedFor: [{ code: 'RETENTION_UNEXPECTED', count: 1 }] });
    expect(await isThere(line)).toBe(false);
  });

  test('is in the trail, with numbers and no names', async () => {
    await switchOn('NOTIFICATIONS', 6);
    await things.NOTIFICATIONS('2020-01-01T10:00:00Z');
    await runOn('2025-12-01');
    const [entry] = await query(
      `select actor_role, changes from audit_entry where action = 'retention.run' order by at desc, id desc limit 1`,
    );
    expect(entry).toMatchObject({
      actor_role: 'system',
      changes: { dryRun: [null, false], categories: [null, [{ category: 'NOTIFICATIONS', deleted: 1, seen: 1 }]] },
    });
  });
});
