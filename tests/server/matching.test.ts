import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { type MadeUp, type MadeUpOptions, madeUp } from '../support/made-up-people.js';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'prisme-matching-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run evaluate -- …`, typed in `folder`. */
async function evaluate(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder, LANG: 'en', LC_ALL: '' };
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'evaluate', ...args], { cwd: root, env, stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, error, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, error };
}

const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const pairsOf = (path: string): Set<string> => new Set(rowsOf(path).map((row) => row.slice(0, 2).join(',')));

function score(found: Set<string>, truth: Set<string>) {
  const right = [...found].filter((pair) => truth.has(pair)).length;
  const precision = found.size > 0 ? right / found.size : 1;
  const recall = right / truth.size;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

const HEADER = 'email,phone,name,address,city,postcode';
const lineOf = ({ id, email, phone, name, address, city, postcode }: MadeUp) =>
  [id, email, phone, name, address, city, postcode].join(',');

function task(name: string, clients: string[], orders: string[]): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'clients.csv'), [`client_id,${HEADER}`, ...clients, ''].join('\n'));
  writeFileSync(join(path, 'orders.csv'), [`order_id,${HEADER}`, ...orders, ''].join('\n'));
  return path;
}

const strangers = Array.from({ length: 40 }, (_, i) => `X${i},a${i}z@z${i}.fr,,Inconnu Numéro${i},,Ville${i},`);

test('what links by itself, what is proposed, what is neither', async () => {
  const path = task(
    'rules',
    [
      'C1,Jean.Dupont@gmail.com,06 12 34 56 78,Jean Dupont,12 rue Voltaire,Lyon,69003',
      'C2,,06 99 88 77 66,SARL Boulangerie Müller,3 place du Marché,Colmar,68000',
      'C3,,,Zéphyrine Quatrebarbes,,Nantes,44000',
      'C4,l.moreau@acme-industries.fr,,Léo Moreau,,Angers,49000',
      ...strangers,
    ],
    [
      'gmail,jeandupont+shop@googlemail.com,,,,,',
      'phone,,+33 6 99 88 77 66,muller boulangerie,,,',
      'line,,0699887766,Hector Valadier,,,',
      'name,,,Quatrebarbes Zephyrine,,,',
      'several,l.moreaux@acme-industries.fr,,Moreau Leo,,Angers,',
      'other,paul.dupont@orange.fr,0612345678,Paul Dupont,,,',
      'nobody,someone@elsewhere.fr,,Personne Connue,,,',
      'nothing,,,,,,',
    ],
  );
  const { status } = await evaluate(
    'order-matching',
    path,
    join(folder, 'links.csv'),
    '--proposals',
    join(folder, 'proposed.csv'),
  );
  expect(status).toBe(0);
  expect(rowsOf(join(folder, 'links.csv'))).toEqual([
    ['gmail', 'C1'],
    ['phone', 'C2'],
    ['several', 'C4'],
  ]);
  const proposed = rowsOf(join(folder, 'proposed.csv'));
  expect(proposed.map(([order, client]) => `${order} ${client}`)).toEqual(['line C2', 'name C3', 'other C1']);
  expect(proposed[1][3]).toMatch(/^name SAME \d+\.\d$/);
});

const base: MadeUpOptions = { clients: 500, orders: 1000, known: 0.5, missing: 0.25, slips: 0.1, companies: 0.3, seed: 11 };

/** Sets of all kinds: what counts is that strangers are not linked, whatever is missing. */
test.each<[string, Partial<MadeUpOptions>, { precision: number; recall: number }]>([
  ['a usual shop', {}, { precision: 0.98, recall: 0.7 }],
  ['few clients', { clients: 30, orders: 300, known: 0.2 }, { precision: 0.9, recall: 0.5 }],
  ['hardly an order of a client', { known: 0.05 }, { precision: 0.85, recall: 0.5 }],
  ['all orders of clients', { known: 1 }, { precision: 0.98, recall: 0.7 }],
  ['companies', { companies: 1 }, { precision: 0.98, recall: 0.65 }],
  ['families and namesakes', { companies: 0 }, { precision: 0.98, recall: 0.65 }],
  ['no e-mail addresses', { without: ['email'] }, { precision: 0.97, recall: 0.5 }],
  ['no phone numbers', { without: ['phone'] }, { precision: 0.98, recall: 0.55 }],
  ['neither', { without: ['email', 'phone'] }, { precision: 0.97, recall: 0.2 }],
  ['names alone', { without: ['email', 'phone', 'address', 'city', 'postcode'] }, { precision: 1, recall: 0 }],
  ['slips everywhere', { slips: 0.3, missing: 0.4 }, { precision: 0.96, recall: 0.35 }],
])('made-up orders: %s', async (name, options, least) => {
  const { clients, orders, truth } = madeUp({ ...base, ...options });
  const path = task(name, clients.map(lineOf), orders.map(lineOf));
  const [once, again] = ['once.csv', 'again.csv'].map((file) => join(path, file));
  expect((await evaluate('order-matching', path, once)).status).toBe(0);
  const figures = score(pairsOf(once), new Set(truth.map((pair) => pair.join(','))));
  expect(figures.precision).toBeGreaterThanOrEqual(least.precision);
  expect(figures.recall).toBeGreaterThanOrEqual(least.recall);
  if (name !== 'a usual shop') return;
  await evaluate('order-matching', path, again);
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(once, 'utf8'));
});

describe.skipIf(!existsSync(shared))('sets of others (skipped where the shared data are absent)', () => {
  test.each([
    ['restaurants', 0.97, 0.96],
    ['fake_1000_open', 0.97, 0.7],
  ])('orders of %s', async (name, precision, f1) => {
    const output = join(folder, `${name}.csv`);
    await evaluate('order-matching', join(shared, 'order-matching', name), output);
    const figures = score(pairsOf(output), pairsOf(join(shared, 'order-matching', name, 'truth.csv')));
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.f1).toBeGreaterThanOrEqual(f1);
  });

  test.each([
    ['dataset1', 0.97],
    ['dataset2', 0.95],
  ])('duplicates of %s', async (name, f1) => {
    const [input, output] = [join(shared, 'er-febrl', `${name}.csv`), join(folder, `${name}.csv`)];
    await evaluate('duplicates', input, output);
    const ids = rowsOf(input).map(([id]) => id);
    const truth = new Set<string>();
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) if (a.split('-')[1] === b.split('-')[1]) truth.add([a, b].sort().join(','));
    const found = new Set(rowsOf(output).map(([a, b]) => [a, b].sort().join(',')));
    expect(score(found, truth).f1).toBeGreaterThanOrEqual(f1);
  });
});

test('duplicates of a table with headers of its own', async () => {
  const people = Array.from({ length: 60 }, (_, i) => `P${i},Nom${i}x,Prénom${i}y,rue${i},Ville${i % 9}`);
  writeFileSync(
    join(folder, 'people.csv'),
    [
      'code,Patronyme,Petit nom,Voie,Ville',
      ...people,
      'A,Quatrebarbes,Zoé,7 rue Haute,Nantes',
      'B,Quatre-Barbes,Zoe,7 r. Haute,Nantes',
      '',
    ].join('\n'),
  );
  const map = 'surname=Patronyme,givenName=Petit nom,address=Voie';
  const { status } = await evaluate('duplicates', 'people.csv', 'pairs.csv', '--map', map);
  expect(status).toBe(0);
  expect(pairsOf(join(folder, 'pairs.csv'))).toEqual(new Set(['A,B']));
});

test('what is typed wrong is told, and nothing is written', async () => {
  expect(await evaluate('horoscope', 'a', 'b')).toMatchObject({ status: 2, error: expect.stringContaining('order-matching') });
  expect(await evaluate('duplicates', 'nowhere.csv', 'none.csv')).toMatchObject({
    status: 2,
    error: expect.stringContaining('there is no such file'),
  });
  expect(existsSync(join(folder, 'none.csv'))).toBe(false);
});
