/** Letters and digits in lower case without accents, one blank between words. */
export const plain = (text: string): string =>
  text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Three rows of the table of edits, used anew each time: words are compared by the million. */
const rows = [0, 1, 2].map(() => new Uint8Array(256));

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to get from one text to the other (optimal
 * string alignment); one more than `most` as soon as it is sure to be more. Of longer texts the first 250 letters are looked at.
 */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const tooMany = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooMany;
  // What both begin and end with takes none.
  let from = 0;
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let [m, n] = [a.length, b.length];
  while (m > from && n > from && a.charCodeAt(m - 1) === b.charCodeAt(n - 1)) [m, n] = [m - 1, n - 1];
  [m, n] = [Math.min(m - from, 250), Math.min(n - from, 250)];
  let [before, last, row] = rows;
  for (let j = 0; j <= n; j++) last[j] = Math.min(j, tooMany);
  for (let i = 1; i <= m; i++) {
    // Further from the diagonal than `most` it is too many anyway.
    const [first, end] = [Math.max(1, i - most), Math.min(n, i + most)];
    row[first - 1] = first === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[first - 1];
    const letter = a.charCodeAt(from + i - 1);
    for (let j = first; j <= end; j++) {
      const other = b.charCodeAt(from + j - 1);
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(from + j - 2) && a.charCodeAt(from + i - 2) === other)
        value = Math.min(value, before[j - 2] + 1);
      row[j] = Math.min(value, tooMany);
      if (value < least) least = value;
    }
    if (least > most) return tooMany;
    if (end < n) row[end + 1] = tooMany;
    [before, last, row] = [last, row, before];
  }
  return last[n];
}

/** So many slips of the finger are believed in a word of this length. */
export const slipsIn = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3);

/** The digits of a text, most of which have none. */
export const digitsIn = (text: string): string => (/\d/.test(text) ? text.replace(/\D/g, '') : '');

const sorted = (text: string): string => [...text].sort().join('');

/** The same word but for slips of the finger; or the same letters thrown about, the first or the last one still at its place. */
export function isNear(a: string, b: string): boolean {
  // Numbers tell things apart.
  if (digitsIn(a) !== digitsIn(b)) return false;
  const shorter = Math.min(a.length, b.length);
  const most = slipsIn(shorter);
  if (most > 0 && edits(a, b, most) <= most) return true;
  return shorter >= 5 && a.length === b.length && (a[0] === b[0] || a.at(-1) === b.at(-1)) && sorted(a) === sorted(b);
}
