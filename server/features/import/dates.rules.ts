import { isDay } from '../../core/cursor.js';

/** A date as PostgreSQL reads it, by both orders of day and month; null where that order makes no date. */
export interface ReadDate {
  dayFirst: string | null;
  monthFirst: string | null;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

/** `2026-11-20`, with a time, with an offset; `20/11/2026 08:26`; `11/20/2026`. Without an offset it is local to the zone. */
export function readDate(text: string, timeZone: string): ReadDate | null {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', offset = timeZone] = iso;
    const date = instant(`${year}-${month}-${day}`, hour, minute, second, offset);
    return date ? { dayFirst: date, monthFirst: date } : null;
  }
  const written = WRITTEN.exec(trimmed);
  if (!written) return null;
  const [, first, second, year, hour = '0', minute = '00', seconds = '00'] = written;
  const two = (digits: string) => digits.padStart(2, '0');
  const by = (day: string, month: string) => instant(`${year}-${two(month)}-${two(day)}`, two(hour), minute, seconds, timeZone);
  const date = { dayFirst: by(first, second), monthFirst: by(second, first) };
  return date.dayFirst || date.monthFirst ? date : null;
}

function instant(day: string, hour: string, minute: string, second: string, zone: string): string | null {
  if (!isDay(day) || hour > '23' || minute > '59' || second > '59') return null;
  return `${day} ${hour}:${minute}:${second} ${zone}`;
}

export function isTimeZone(zone: string): boolean {
  try {
    return /^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(zone) && !!new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
}
