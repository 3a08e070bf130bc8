import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Answer, codesOf } from '../support/server.js';
import type { Cell } from './access.row.js';
import type { Role, Who, World } from './access.world.js';
import type { Org } from './organisation.world.js';
import type { QueryRow } from './query.row.js';

/** An answer without what differs between any two requests. */
export const bare = ({ data, errors }: Answer) => ({
  data,
  errors: errors?.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
});

/** In a word: `ok`, a code, or the codes of the mistakes. */
export function outcomeOf(answer: Answer): string {
  const codes = codesOf(answer);
  if (codes) return [...new Set(codes)].join(' ');
  const mistakes = (answer.data?.it?.userErrors ?? []) as { code: string }[];
  return mistakes.map(({ code }) => code).join(' ') || 'ok';
}

const has = (answer: Answer, id: string) => JSON.stringify(answer.data).includes(JSON.stringify(id));

/** What is wrong with a row, a line each; nothing where all is as it is written. */
export async function wrongInQuery({ server, people, A, B, roles, outsiders }: World, row: QueryRow): Promise<string[]> {
  const wrong: string[] = [];
  const needsId = row.query.includes('$id');
  const ask = (who: Who, org?: Org) =>
    server.ask(people[who], row.query, needsId ? { id: org ? org[row.by] : randomUUID() } : undefined);
  const say = (who: Who, expected: unknown, answer: Answer) =>
    wrong.push(`${who}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(bare(answer))}`);
  const refused = async (who: Who, code: string) => {
    for (const org of needsId ? [A, B, undefined] : [undefined]) {
      const answer = await ask(who, org);
      if (outcomeOf(answer) !== code) say(who, code, answer);
    }
  };
  const found = async (who: Role, cell: 'own' | 'all' | 'none') => {
    const unknown = await ask(who);
    for (const [org, id, isShown] of [
      [A, A[row.object], cell !== 'none'],
      [B, B[row.object], cell === 'all'],
    ] as const) {
      const answer = needsId ? await ask(who, org) : unknown;
      if (outcomeOf(answer) !== 'ok' || has(answer, id) !== isShown)
        say(who, `${row.object} ${isShown ? 'shown' : 'hidden'}`, answer);
      // What is hidden is not there: body for body.
      else if (needsId && !isShown && !isDeepStrictEqual(answer, unknown)) say(who, bare(unknown), answer);
    }
    if (needsId && !isDeepStrictEqual(unknown.data?.it, row.empty)) say(who, row.empty, unknown);
  };
  for (const who of outsiders)
    if (!row.open) await refused(who, 'UNAUTHENTICATED');
    else if (outcomeOf(await ask(who)) !== 'ok') say(who, 'ok', await ask(who));
  for (const who of roles) {
    const cell = row.cells[who];
    if (cell === 'no') await refused(who, 'FORBIDDEN');
    else if (cell === 'own' || cell === 'all' || cell === 'none') await found(who, cell);
    else {
      const answer = await ask(who);
      if (outcomeOf(answer) !== 'ok' || !isAs(cell, answer.data?.it)) say(who, cell, answer);
    }
  }
  return wrong;
}

/** A figure is the number in the answer, or the sum of those in its rows. */
function isAs(cell: Cell, it: unknown): boolean {
  if (cell === 'ok') return it !== null && it !== undefined;
  if (typeof cell === 'number') return figureOf(it) === cell;
  return typeof cell === 'object' && 'is' in cell && isDeepStrictEqual(JSON.parse(JSON.stringify(it)), cell.is);
}

const figureOf = (it: unknown): number =>
  typeof it === 'object' && it !== null ? Object.values(it).reduce<number>((sum, part) => sum + figureOf(part), 0) : Number(it);
