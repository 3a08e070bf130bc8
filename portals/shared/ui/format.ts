/** Money, dates and numbers: `Intl` only, in the viewer's locale. Amounts are cents, as in the schema. */

import { parisDay } from './paris';

type Options = Intl.NumberFormatOptions & Intl.DateTimeFormatOptions;

const paris = 'Europe/Paris';
let locale = 'fr-FR';
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Called when the language changes; the page is drawn anew after it. */
export function setFormatLocale(language: string): void {
  locale = language.startsWith('en') ? 'en-GB' : 'fr-FR';
  made.clear();
}

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(make: () => T, key: string): T {
  const known = made.get(key) as T | undefined;
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

/** Web fonts lack U+202F: the fallback glyph is 2 px wide and 186 420 reads 186420. Use a plain no-break space. */
const spaced = (text: string) => text.replaceAll('\u202f', '\u00a0').replace(/-(?=[\d€£$])/, '\u2212');

const numeric = (options: Options, value: number) =>
  spaced(cached(() => new Intl.NumberFormat(locale, options), `n${JSON.stringify(options)}`).format(value));

/** A `Date` (2026-11-20) has no zone; an instant is shown in Paris. */
function dated(options: Options, iso: string): string {
  const day = iso.length === 10;
  const zoned = { ...options, timeZone: day ? 'UTC' : paris };
  return cached(() => new Intl.DateTimeFormat(locale, zoned), `d${JSON.stringify(zoned)}`).format(new Date(iso));
}

/** 12 480,50 €: documents, totals, tables of invoices. */
export const money = (cents: number, currency = 'EUR') => numeric({ style: 'currency', currency }, cents / 100);
/** 12 481 €: lists and cards. */
export const moneyRound = (cents: number, currency = 'EUR') =>
  numeric({ style: 'currency', currency, maximumFractionDigits: 0 }, cents / 100);
/** 1,84 M€: chart axes. */
export const moneyCompact = (cents: number, currency = 'EUR') =>
  numeric({ style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 }, cents / 100).replace(
    /([kM])\s€/,
    '$1€',
  );
/** KPI: 312 400 €, and 1,84 M€ from a million. */
export const moneyKpi = (cents: number, currency = 'EUR') =>
  Math.abs(cents) >= 100_000_000 ? moneyCompact(cents, currency) : moneyRound(cents, currency);
/** 1 284 */
export const number = (value: number, digits = 0) => numeric({ maximumFractionDigits: digits }, value);
/** 62 % of a ratio between 0 and 1. */
export const percent = (ratio: number, digits = 0) => numeric({ style: 'percent', maximumFractionDigits: digits }, ratio);
/** 98,2 % of something that is neither sure nor ruled out: no more than > 99,9 %, no less than < 0,1 %. */
export const likelihood = (probability: number) => {
  if (probability > 0.999) return `> ${percent(0.999, 1)}`;
  return probability < 0.001 ? `< ${percent(0.001, 1)}` : percent(probability, 1);
};
/** +8,4 % */
export const delta = (ratio: number) => numeric({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }, ratio);
/** VAT rates are basis points: 2000 is 20 %. */
export const vatRate = (basisPoints: number) => percent(basisPoints / 10_000, 1);

/** 20 nov. 2026 */
export const date = (iso: string) => dated({ day: 'numeric', month: 'short', year: 'numeric' }, iso);
/** 20 nov. this year, 20 nov. 2025 otherwise. */
export const dateShort = (iso: string) =>
  iso.slice(0, 4) === String(new Date().getFullYear()) ? dated({ day: 'numeric', month: 'short' }, iso) : date(iso);
/** vendredi 20 novembre 2026 */
export const dateLong = (iso: string) => dated({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, iso);
/** 9 h 05; 09:05 in English. */
export const time = (iso: string) =>
  dated({ hour: locale === 'fr-FR' ? 'numeric' : '2-digit', minute: '2-digit' }, iso).replace(
    /^0?(\d+):/,
    locale === 'fr-FR' ? '$1\u00a0h\u00a0' : '$&',
  );
/** 20 nov. 2026, 9 h 05 */
export const dateTime = (iso: string) => `${date(iso)}, ${time(iso)}`;
/** nov. (chart axes) from 2026-11 or a date. */
export const month = (iso: string) => dated({ month: 'short' }, `${iso.slice(0, 7)}-15`);
/** novembre 2026 */
export const monthLong = (iso: string) => dated({ month: 'long', year: 'numeric' }, `${iso.slice(0, 7)}-15`);

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** il y a 3 heures, hier, dans 2 mois. A date without a time counts in days. */
export function relative(iso: string, now = Date.now()): string {
  const day = iso.length === 10;
  const today = Date.parse(parisDay(now));
  const seconds = (Date.parse(iso) - (day ? today : now)) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [day ? 'day' : 'minute', day ? 86_400 : 60];
  return spaced(
    new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
      Math.round(seconds / size),
      unit as Intl.RelativeTimeFormatUnit,
    ),
  );
}

/** il y a 10 secondes, il y a 2 minutes; what is just now is 0 seconds old, whatever the clocks say. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
  if (seconds >= 60) return relative(iso, now);
  return spaced(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-seconds, 'second'));
}

/** Anna, Bruno et Chloé */
export const and = (names: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);

/** `840 m`, `3,2 km`, `50 km`. */
export const metres = (count: number) =>
  count < 1000
    ? numeric({ style: 'unit', unit: 'meter' }, Math.round(count))
    : numeric({ style: 'unit', unit: 'kilometer', maximumFractionDigits: count < 9950 ? 1 : 0 }, count / 1000);
/** 3,1 Mo */
export function bytes(count: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), steps.length - 1);
  const value = count / 1000 ** step;
  const unitDisplay = step ? 'short' : 'narrow';
  const text = numeric({ style: 'unit', unit: steps[step], unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 }, value);
  // The short form of a byte is a word in English, and the narrow one has no space.
  return text.replace(/(\d)(?=\p{L})/u, '$1\u00a0');
}

/** 8 h 15 from minutes. */
export function duration(minutes: number): string {
  const rest = Math.round(minutes % 60);
  const hours = Math.floor(minutes / 60);
  if (!hours) return `${rest}\u00a0min`;
  return `${number(hours)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}

/** 842 317 901 00010 */
export const siret = (value: string) => value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

/** 02 61 91 50 00 in France; other E.164 numbers as they are. */
export const phoneText = (value: string) =>
  value.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5');

export function initials(name: string): string {
  // Marks that nobody sees are no letters, and a letter may be two code units.
  const seen = name.replace(/[\p{Cf}\p{M}]/gu, '');
  const words = seen.split(/[\s-]+/).filter((word) => word.length > 2);
  const [first, second] = words.map((word) => [...word]);
  return `${first?.[0] ?? [...seen.trim()][0] ?? ''}${second?.[0] ?? first?.[1] ?? ''}`.toUpperCase();
}
