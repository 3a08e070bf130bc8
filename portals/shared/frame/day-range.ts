import type { TFunction } from 'i18next';
import { date } from '../ui/format';
import { dayAfter, isDay, parisDay, startOfDay } from '../ui/paris';

/** `2026-01-01..2026-01-31`, either end open; undefined for what is no range. */
export function readDayRange(value: string | null): { from: string; to: string } | undefined {
  const [from = '', to = '', ...more] = value?.includes('..') ? value.split('..') : [];
  if (more.length || (!from && !to)) return undefined;
  return (!from || isDay(from)) && (!to || isDay(to)) ? { from, to } : undefined;
}

/** The instants of a filter's value: a number of days up to now, today included, or a range of days, both included. */
export function instantsOf(value: string | null): { from: string | null; before: string | null } {
  const range = readDayRange(value);
  if (range)
    return { from: range.from ? startOfDay(range.from) : null, before: range.to ? startOfDay(dayAfter(range.to, 1)) : null };
  const days = Number(value);
  if (!value || !Number.isInteger(days) || days < 1 || days > 36_600) return { from: null, before: null };
  return { from: startOfDay(dayAfter(parisDay(), 1 - days)), before: null };
}

/** A range in words; undefined for what is none. */
export function dayRangeLabel(value: string, t: TFunction<'frame'>): string | undefined {
  const range = readDayRange(value);
  if (!range) return undefined;
  const [from, to] = [range.from && date(range.from), range.to && date(range.to)];
  if (from && to) return from === to ? from : t('frame:list.between', { from, to });
  return from ? t('frame:list.since', { from }) : t('frame:list.until', { to });
}
