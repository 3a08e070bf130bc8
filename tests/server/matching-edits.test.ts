import { expect, test } from 'vitest';
import { edits } from '../../server/features/matching/text.rules.js';

/** Optimal string alignment as it is defined, all of its table filled in. */
function defined(a: string, b: string): number {
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    table[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      if (i === 0) table[i][j] = j;
      else {
        const replaced = table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, replaced);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.length][b.length];
}

test('what leaves out most of the table answers as the whole of it does', () => {
  let seed = 1;
  const below = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const word = () => Array.from({ length: below(9) }, () => 'abc'[below(3)]).join('');
  const seen = new Set<number>();
  for (let i = 0; i < 20_000; i++) {
    const [a, b, most] = [word(), word(), below(5)];
    const answer = edits(a, b, most);
    expect([a, b, most, answer]).toEqual([a, b, most, Math.min(defined(a, b), most + 1)]);
    seen.add(answer);
  }
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('of texts longer than any name the first 250 letters are compared', () => {
  const long = 'x'.repeat(300);
  expect(edits(`a${long}b`, `c${long}`, 3)).toBe(1);
  expect(edits(`${long}${'ab'.repeat(300)}`, `${long}${'ba'.repeat(300)}`, 1)).toBe(2);
});
