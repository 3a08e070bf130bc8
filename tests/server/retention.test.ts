import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retainTonight } from '../../server/features/retention/retention.jobs.js';
import { dueBefore, lastDayOf } from '../../server/features/retention/retention-clock.rules.js';
import { addRun, workRun } from '../../server/features/retention/retention-run.service.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { exportRun } from '../support/factories/export.factory.js';
import { type Kept, kept, RULES, tablesOf } from '../support/retention.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;
let admin: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, admin, client] = [await person(server, 'superadmin'), await person(server, 'admin'), await person(server, 'client')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query('delete from retention_run');
  await server.database.query('update retention_rule set active = false');
});

const query = (text: string, values: unknown[] = []) => server.database.query(text, values);
const switchOn = (category: string, months: number) =>
  query('update retention_rule set active = true, months = $2 where category = $1', [category, months]);
const never = new AbortController().signal;
/** A run as the night of this day would do it; its report. */
async function runOn(day: string, dryRun = false) {
  const system = server.product.system();
  const { id } = await addRun(system, dryRun, day);
  await workRun(system, id, never);
  const { data } = await server.ask(
    root,
    `query ($id: ID!) { retentionRun(id: $id) { status dryRun asOf endedAt gone held failed createdBy { id }
      lines { category name months seen deleted pseudonymised held heldFor { code message count } failed failedFor { code count } } } }`,
    { id },
  );
  return data.retentionRun;
}
const lineOf = (run: { lines: { category: string }[] }, category: string) => run.lines.find((one) => one.category === category);

describe('the clock', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 120, '2036-12-31'],
  ])('what began on %s is kept %i months: until %s', (since, months, last) => {
    expect(lastDayOf(since, months)).toBe(last);
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(since < dueBefore(last, months), 'on its last day it is there').toBe(false);
    expect(since < dueBefore(next, months), 'the night after it goes').toBe(true);
  });

  test('says of every day of four years what its last day says', () => {
    const days = Array.from({ length: 1_461 }, (_, day) => new Date(Date.UTC(2023, 2, 1 + day)).toISOString().slice(0, 10));
    for (const months of [1, 2, 6, 11, 12, 13, 24, 36])
      for (const today of days) {
        const before = dueBefore(today, months);
        const dayBefore = new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10);
        expect([lastDayOf(dayBefore, months) < today, lastDayOf(before, months) < today], `${today} ${months}`).toEqual([
          true,
          false,
        ]);
      }
  });
});

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
    const stop = new AbortController();
    // The process is told to stop while the first rows go.
    const gone = async () => 1200 - (await query('select count(*)::int as count from notification'))[0].count;
    const stopping = { throwIfAborted: () => stop.signal.throwIfAborted(), aborted: false } as AbortSignal;
    let asked = 0;
    stopping.throwIfAborted = () => {
      asked += 1;
      if (asked === 2) throw new Error('stopped');
    };
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

const UPDATE = `mutation ($input: UpdateRetentionRuleInput!) { it: updateRetentionRule(input: $input) {
  retentionRule { months active version updatedBy { id } } userErrors { path code message } } }`;
const ruleOf = async (category: string) => (await query('select * from retention_rule where category = $1', [category]))[0];
const change = (who: TestPerson | null, input: object) => server.ask(who, UPDATE, { input });

describe('a rule', () => {
  test('is changed by a superadmin, within what the law allows', async () => {
    const { id, version } = await ruleOf('SESSIONS');
    expect(codesOf(await change(null, { id, months: 3, active: true }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await change(admin, { id, months: 3, active: true }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await change(root, { id: randomUUID(), months: 3, active: true }))).toEqual(['NOT_FOUND']);
    const long = await change(root, { id, months: 13, active: true });
    expect(long.data.it.userErrors).toMatchObject([{ path: ['input', 'months'], code: 'RETENTION_TOO_LONG' }]);
    const books = await ruleOf('ARCHIVED_INVOICES');
    const short = await change(root, { id: books.id, months: 119, active: true });
    expect(short.data.it.userErrors).toMatchObject([
      { path: ['input', 'months'], code: 'RETENTION_TOO_SHORT', message: expect.stringContaining('120') },
    ]);
    expect(await ruleOf('ARCHIVED_INVOICES')).toEqual(books);
    expect((await ruleOf('SESSIONS')).version).toBe(version);
    const done = await change(root, { id, version, months: 3, active: true });
    expect(done.data.it).toMatchObject({
      retentionRule: { months: 3, active: true, version: version + 1, updatedBy: { id: root.id } },
      userErrors: [],
    });
    expect(codesOf(await change(root, { id, version, months: 4, active: true }))).toEqual(['CONFLICT']);
    const [entry] = await query(`select changes from audit_entry where action = 'retentionRule.update' order by at desc limit 1`);
    expect(entry.changes).toMatchObject({ active: [false, true] });
  });
});

describe('starting a run', () => {
  const START = `mutation ($input: StartRetentionRunInput!) { it: startRetentionRun(input: $input) { retentionRun { id status dryRun createdBy { id } } userErrors { path code } } }`;
  test('is a superadmin’s, one at a time', async () => {
    expect(codesOf(await server.ask(null, START, { input: { dryRun: true } }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(admin, START, { input: { dryRun: true } }))).toEqual(['FORBIDDEN']);
    expect(await query('select from retention_run')).toEqual([]);
    const both = await Promise.all([1, 2].map(() => server.ask(root, START, { input: { dryRun: true } })));
    const answers = both.map(({ data }) => data.it);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([{ path: ['input', 'dryRun'], code: 'RETENTION_RUNNING' }]);
    expect(answers.find(({ retentionRun }) => retentionRun).retentionRun).toMatchObject({
      status: 'QUEUED',
      dryRun: true,
      createdBy: { id: root.id },
    });
    await retainTonight(server.product.system(), never, '2025-12-01');
    expect(await query(`select from retention_run where status = 'DONE'`)).toHaveLength(2);
    const { data } = await server.ask(admin, '{ retentionRuns(first: 10) { nodes { dryRun status } totalCount } }');
    expect(data.retentionRuns).toMatchObject({ totalCount: 2 });
  });
});
