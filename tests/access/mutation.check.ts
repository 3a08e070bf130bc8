import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { person } from '../support/as.js';
import { type Answer, type Asker, headersOf } from '../support/server.js';
import { bare, outcomeOf } from './access.check.js';
import { fresh } from './access.fresh.js';
import type { Cell } from './access.row.js';
import type { Who, World } from './access.world.js';
import type { MutationRow } from './mutation.row.js';
import { mutations } from './mutation.table.js';
import type { Org } from './organisation.world.js';
import { nowhere, type SecondRow } from './second.table.js';

/** One number over every row of every table. */
export const fingerprint = async ({ server: { database } }: World): Promise<string> =>
  (await database.query('select fingerprint() as all'))[0].all;

/** A file that nobody keeps is noted until it is thrown away, right after the answer. */
async function isStill(world: World, before: string, { file }: Pick<MutationRow, 'file'>): Promise<boolean> {
  const until = Date.now() + (file === null ? 0 : 5_000);
  for (;;) {
    if ((await fingerprint(world)) === before) return true;
    if (Date.now() >= until) return false;
  }
}

/** A mutation as a portal sends it; with a file, by the multipart form. */
export async function send(
  { server }: World,
  asker: Asker | null,
  row: Pick<MutationRow, 'query' | 'object' | 'file'>,
  input: object,
): Promise<Answer> {
  if (row.file === null) return server.ask(asker, row.query, row.query.includes('$input') ? { input } : undefined);
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: row.query, variables: { input: { ...input, file: null } } }));
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.append('0', new File([row.file], row.object === 'nothing' ? 'a.csv' : 'a.pdf'));
  const headers = { ...headersOf(asker), 'apollo-require-preflight': 'true' };
  return (await fetch(`${server.origin}/graphql`, { method: 'POST', headers, body: form })).json() as Promise<Answer>;
}

type Target = 'own' | 'foreign' | 'unknown';

/** What comes out on their own, the other organisation's, and what does not exist. */
function expectedOf(cell: Cell, hidden: string): Record<Target, string> {
  if (cell === 'own') return { own: 'ok', foreign: hidden, unknown: hidden };
  if (cell === 'all') return { own: 'ok', foreign: 'ok', unknown: hidden };
  if (cell === 'none') return { own: hidden, foreign: hidden, unknown: hidden };
  if (cell === 'seen') return { own: 'FORBIDDEN', foreign: hidden, unknown: hidden };
  if (cell === 'seenAll') return { own: 'FORBIDDEN', foreign: 'FORBIDDEN', unknown: hidden };
  if (cell === 'ok') return { own: 'ok', foreign: 'ok', unknown: 'ok' };
  if (typeof cell === 'object' && 'own' in cell) return { ...cell, unknown: hidden };
  return { own: 'FORBIDDEN', foreign: 'FORBIDDEN', unknown: 'FORBIDDEN' };
}

/** What is wrong with a row, a line each. Whatever is refused must leave every table as it was. */
export async function wrongInMutation(world: World, row: MutationRow): Promise<string[]> {
  const { server, people, A, B, roles, outsiders } = world;
  const wrong: string[] = [];
  const targets: readonly Target[] = row.object === 'nothing' ? ['own'] : ['own', 'foreign', 'unknown'];

  // What is refused may be tried on the same by all; what works needs one of its own.
  const kept = new Map<string, string>();
  let before: string | null = null;
  const targetFor = async (who: Who, target: Target, expected: string): Promise<string> => {
    const key = ['ownFile', 'ownVersion', 'ownShare', 'notice'].includes(row.object) ? `${who} ${target}` : target;
    const known = expected === 'ok' ? undefined : kept.get(key);
    if (known !== undefined) return known;
    before = null;
    const org = target === 'foreign' ? B : A;
    const made =
      target === 'unknown' ? randomUUID() : await fresh[row.object](server, org, people[who]?.id ?? A.lead, target !== 'foreign');
    if (expected !== 'ok') kept.set(key, made);
    return made;
  };

  const attempt = async (who: Who, target: Target, expected: string, asker: Asker | null): Promise<Answer> => {
    const input = row.input(await targetFor(who, target, expected), target === 'foreign' ? B : A);
    if (expected !== 'ok') before ??= await fingerprint(world);
    const answer = await send(world, asker, row, input);
    if (outcomeOf(answer) !== expected)
      wrong.push(`${who} on ${target}: expected ${expected}, got ${outcomeOf(answer)} ${JSON.stringify(bare(answer))}`);
    if (expected === 'ok') before = null;
    else if (!(await isStill(world, before ?? '', row))) wrong.push(`${who} on ${target}: refused, yet something changed`);
    return answer;
  };

  if (row.open !== null && outsiders.length === 0) return wrong;
  if (row.open !== null) {
    // Signing out ends a session: not one of those that the rest of the table needs.
    for (const role of ['client', 'superadmin'] as const) {
      const asker = await person(server, role);
      before = null;
      await attempt(role, 'own', row.open, asker);
    }
    for (const who of outsiders) await attempt(who, 'own', row.open, people[who]);
    return wrong;
  }
  for (const who of outsiders) await attempt(who, 'own', 'UNAUTHENTICATED', people[who]);
  for (const who of roles) {
    const cell = row.cells[who];
    const expected = expectedOf(cell, row.hidden);
    // A field that is refused is refused before it looks at anything.
    const tried: readonly Target[] = cell === 'no' ? ['own'] : targets;
    const answers: Partial<Record<Target, Answer>> = {};
    for (const target of tried) answers[target] = await attempt(who, target, expected[target], people[who]);
    const { foreign, unknown } = answers;
    if (foreign && unknown && expected.foreign === row.hidden && !isDeepStrictEqual(bare(foreign), bare(unknown)))
      wrong.push(
        `${who}: the other's and what does not exist answer differently: ${JSON.stringify([bare(foreign), bare(unknown)])}`,
      );
  }
  return wrong;
}

/** The other organisation's row and none at all are the same mistake, and nothing changes. */
export async function wrongInSecond(world: World, { who, field, query, input, outcome }: SecondRow): Promise<string[]> {
  const { people, A, B } = world;
  const { file } = mutations.find((row) => row.field === field) ?? { file: null };
  const ask = (second: Org) => send(world, people[who], { query, object: 'customer', file }, input(A, second));
  const before = await fingerprint(world);
  const foreign = await ask(B);
  const unknown = await ask(nowhere);
  return [
    ...(outcomeOf(foreign) === outcome ? [] : [`expected ${outcome}, got ${JSON.stringify(bare(foreign))}`]),
    ...(isDeepStrictEqual(bare(foreign), bare(unknown)) ? [] : [`what does not exist answers ${JSON.stringify(bare(unknown))}`]),
    ...((await isStill(world, before, { file })) ? [] : ['something changed']),
  ];
}
