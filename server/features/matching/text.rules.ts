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

/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to get from one text to the other (optimal
 * string alignment); one more than `most` as soon as it is sure to be more.
 */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] > most ? most + 1 : last[b.length];
}

/** So many slips of the finger are believed in a word of this length. */
export const slipsIn = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3);

const sorted = (text: string): string => [...text].sort().join('');

/** The same word but for slips of the finger; or the same letters thrown about, the first or the last one still at its place. */
export function isNear(a: string, b: string): boolean {
  // Numbers tell things apart.
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  const shorter = Math.min(a.length, b.length);
  const most = slipsIn(shorter);
  if (most > 0 && edits(a, b, most) <= most) return true;
  return shorter >= 5 && a.length === b.length && (a[0] === b[0] || a.at(-1) === b.at(-1)) && sorted(a) === sorted(b);
}
