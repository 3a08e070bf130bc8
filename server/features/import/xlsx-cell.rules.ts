/** What a style says of the numbers that have it. */
export type Format = { kind: 'plain' } | { kind: 'date' } | { kind: 'digits'; count: number };

const plain: Format = { kind: 'plain' };

/** Formats of Excel that have a number only, no code: those of dates and times, in the Latin and the Asian editions. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : plain;
  const [positive] = code.split(';');
  const bare = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (/[ymdhs]/i.test(bare) && !/general|standard|[#0?]/i.test(bare)) return { kind: 'date' };
  // `00000` writes 1000 as 01000; so do `0# ## ## ## ##` and `000 000 000 00000`, with blanks between.
  const places = bare.replace(/[\s.-]/g, '');
  return /^0[0#]+$/.test(places) && !/\./.test(bare) ? { kind: 'digits', count: places.length } : plain;
}

const DAY_MS = 86_400_000;
const BEFORE_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_466;

/** A number of a cell as somebody would read it. Days count from 1900 or 1904, with the 29 February 1900 that never was. */
export function textOfNumber(raw: string, format: Format, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date' && value >= 1 && value < LAST_DAY) return textOfDay(value, from1904);
  // Fifteen digits are what a spreadsheet shows, and all it knows.
  const text = Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  return format.kind === 'digits' && /^\d+$/.test(text) ? text.padStart(format.count, '0') : text;
}

function textOfDay(value: number, from1904: boolean): string {
  const day = from1904 ? FROM_1904 : value < 60 ? BEFORE_1900 + DAY_MS : BEFORE_1900;
  const text = new Date(day + Math.round(value * 86_400) * 1_000).toISOString();
  return Number.isInteger(value) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/** `BC12` → 54: the column, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}
