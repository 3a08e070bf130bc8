import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retainTonight } from '../../server/features/retention/retention.jobs.js';
import { dueBefore, lastDayOf } from '../../server/features/retention/retention-clock.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { never } from '../support/retention.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [root, admin] = [await person(server, 'superadmin'), await person(server, 'admin')];
  await server.database.query('update retention_rule set active = false');
});
afterAll(() => server.stop());

const query = (text: string, values: unknown[] = []) => server.database.query(text, values);

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

  test('is switched on, or made shorter, by who saw how many would go', async () => {
    const { id: somebody } = await customer(server);
    await query(`update customer set created_at = '2005-02-10' where id = $1`, [somebody]);
    const { id } = (await query(`select id from retention_rule where category = 'PROSPECTS'`))[0];
    const change = async (input: object) =>
      (
        await server.ask(
          root,
          `mutation ($input: UpdateRetentionRuleInput!) { it: updateRetentionRule(input: $input) { retentionRule { active months } userErrors { path code } } }`,
          { input: { id, active: true, months: 36, ...input } },
        )
      ).data.it;
    const look = [{ path: ['input', 'active'], code: 'RETENTION_LOOK_FIRST' }];
    expect((await change({})).userErrors).toEqual(look);
    expect((await change({ expected: 0 })).userErrors).toEqual(look);
    expect(await query('select active from retention_rule where id = $1', [id])).toEqual([{ active: false }]);
    const { data } = await server.ask(root, '{ retentionPreview(category: PROSPECTS, months: 36) { gone } }');
    expect(data.retentionPreview.gone).toBe(1);
    expect(await change({ expected: 1 })).toMatchObject({ retentionRule: { active: true, months: 36 }, userErrors: [] });
    expect((await change({ months: 12 })).userErrors).toEqual(look);
    expect(await change({ months: 12, active: false })).toMatchObject({ userErrors: [] });
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
