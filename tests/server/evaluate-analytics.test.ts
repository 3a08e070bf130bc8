import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const data = join(root, '../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'prisme-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run evaluate -- …`, typed in `folder`. */
async function evaluate(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'evaluate', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder, LANG: 'en', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, error, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, error };
}

const rowsOf = (name: string): Record<string, string>[] => parse(readFileSync(join(folder, name)), { columns: true });
const write = (name: string, lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

test('what was typed wrong is told, and nothing is written', async () => {
  expect(await evaluate('what')).toMatchObject({ status: 2, out: '' });
  write('one.csv', ['customer,date,amount', 'A,2026-01-01,10']);
  expect(await evaluate('rfm', 'one.csv', 'out.csv')).toMatchObject({ status: 2 });
  expect(await evaluate('lifetime', 'one.csv', 'out.csv', '--unit', 'parsec')).toMatchObject({ status: 2 });
  expect(existsSync(join(folder, 'out.csv'))).toBe(false);
}, 60_000);

test('customers of a file are scored; lines that cannot be read are named, later ones do not count yet', async () => {
  write('orders.csv', [
    'amount;order_date;customer',
    ...[1, 2, 3, 4, 5, 6].flatMap((i) => Array.from({ length: i }, (_, n) => `10,10;2026-01-0${i} 1${n}:00:00;C${i}`)),
    'ten;2026-01-01;C1',
    '5;;C1',
    '5;2026-01-01;',
    '99;2026-02-01;C1',
  ]);
  const { status, error } = await evaluate('rfm', 'orders.csv', 'scores.csv', '--as-of', '2026-01-31');
  expect(status).toBe(0);
  expect(error).toMatch(/BAD_AMOUNT “ten”.*BAD_DATE.*NO_CUSTOMER/s);
  const rows = rowsOf('scores.csv');
  expect(rows).toHaveLength(6);
  expect(rows[0]).toEqual({
    customer: 'C1',
    recency_days: '30',
    frequency: '1',
    monetary: '10.1',
    r: '1',
    f: '1',
    m: '1',
    segment: 'Lost',
  });
  expect(rows[5]).toMatchObject({
    customer: 'C6',
    frequency: '6',
    monetary: '60.6',
    r: '5',
    f: '5',
    m: '5',
    segment: 'Champions',
  });
  await evaluate('rfm', 'orders.csv', 'few.csv', '--as-of', '2026-01-03');
  expect(rowsOf('few.csv')[0]).toMatchObject({ customer: 'C1', r: '', segment: '' });
}, 60_000);

test('what is not enough to go by gives no number', async () => {
  write('few.csv', [
    'ID,frequency,recency,T,monetary',
    ...Array.from({ length: 40 }, (_, i) => `${i},0,0,${20 + i},0`),
    'x,1,9,5,1',
    '1,1,5,9,1',
  ]);
  const { status, out, error } = await evaluate('lifetime', 'few.csv', 'none.csv', '--unit', 'days');
  expect(status).toBe(0);
  expect(error).toMatch(/BAD_RECENCY.*KNOWN_OTHERWISE/s);
  expect(JSON.parse(out)).toMatchObject({
    unit: 'day',
    customers: 40,
    r: null,
    p: null,
    not_enough_data: { purchases: 'TOO_FEW_REPEATERS', value: 'TOO_FEW_REPEATERS' },
    refused: 2,
  });
  expect(rowsOf('none.csv')).toHaveLength(40);
  expect(rowsOf('none.csv')[0]).toEqual({ ID: '0', p_alive: '', purchases_39: '', value: '', clv_12m_1pct: '' });
}, 60_000);

const there = existsSync(join(data, 'cdnow')) && existsSync(join(data, 'rfm'));
describe.skipIf(!there)(`published sets${there ? '' : ' (skipped: ../shared/data is not there)'}`, () => {
  test('give their published segments', async () => {
    await evaluate('rfm', join(data, 'rfm/rfm_data_orders.csv'), 'rfm.csv', '--as-of', '2006-12-31');
    const champions = rowsOf('rfm.csv').filter(({ segment }) => segment === 'Champions');
    const sum = (name: string) => champions.reduce((total, row) => total + Number(row[name]), 0);
    expect([champions.length, sum('frequency'), sum('monetary')]).toEqual([158, 1_234, 120_178]);
  }, 60_000);

  test('give their published parameters and forecasts', async () => {
    const input = join(data, 'cdnow/reference_predictions_summary_table.csv');
    const { out } = await evaluate('lifetime', input, 'cdnow.csv', '--unit', 'week');
    const found = JSON.parse(out);
    const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 15.44 };
    for (const [name, value] of Object.entries(published)) expect(Math.abs(found[name] / value - 1), name).toBeLessThan(0.01);
    const rows = rowsOf('cdnow.csv');
    const reference: Record<string, string>[] = parse(readFileSync(input), { columns: true });
    expect(rows).toHaveLength(reference.length);
    rows.forEach((row, i) => {
      const one = reference[i];
      const pairs = [
        [row.p_alive, one.p_alive],
        [row.purchases_39, one.exp_purchases_39w],
        [row.value, one.exp_avg_value],
        [row.clv_12m_1pct, one['clv_12m_d0.01_weekly']],
      ];
      for (const [mine, theirs] of pairs)
        expect(Math.abs(Number(mine) - Number(theirs))).toBeLessThan(2e-6 + 1e-5 * Number(theirs));
    });
  }, 60_000);
});
