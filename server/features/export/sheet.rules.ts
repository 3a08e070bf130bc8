import { hasWords, type Locale, say } from '../../core/words.js';
import './export.words.js';

/** What a cell holds: `word` is an enum's value, `cents` whole cents, `day` and `instant` ISO 8601 text. */
export type Kind = 'text' | 'word' | 'list' | 'yes' | 'count' | 'number' | 'cents' | 'day' | 'instant';

export interface Column {
  key: string;
  kind: Kind;
  /** The enum of a `word`, or of the words of a `list`. */
  of?: string;
  /** What it is called, where people named it themselves. */
  heading?: string;
}

export type Row = Record<string, unknown>;

/** A table on its way into a file: rows come as they are read. */
export interface Sheet {
  key: string;
  columns: readonly Column[];
  rows: AsyncIterable<Row>;
  /** There is one row, and it is read from top to bottom. */
  single?: boolean;
  /** Printed, each row is a sheet of its own under its first column. */
  apart?: boolean;
}

export const headingOf = (key: string, locale: Locale): string => say(`EXPORT_HEAD_${key}`, locale);

export const columnHeading = ({ key, heading }: Column, locale: Locale): string => heading ?? headingOf(key, locale);

/** Where our readers are. */
const ZONE = 'Europe/Paris';
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** An instant as our readers' clocks showed it: `2026-11-20 11:42:00`. */
export const localInstant = (iso: string): string => clock.format(new Date(iso));

/** A word, a list or a yes as people read it; what they write themselves as it is. */
export function textOf({ kind, of }: Column, value: unknown, locale: Locale): string {
  if (kind === 'list') return (value as string[]).map((one) => (of ? wordOf(of, one, locale) : one)).join(', ');
  if (kind === 'yes') return say(value ? 'EXPORT_YES' : 'EXPORT_NO', locale);
  return kind === 'word' ? wordOf(String(of), String(value), locale) : String(value);
}

function wordOf(of: string, value: string, locale: Locale): string {
  const code = `EXPORT_${of}_${value}`;
  return hasWords(code) ? say(code, locale) : value;
}

/** Whole cents with two decimals and this mark between: exact, whatever the size. */
export function decimalOf(cents: number, mark: string): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
}
