import type { TFunction } from 'i18next';
import { dateShort, time } from '../../shared/ui/format';

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The day of an instant as people in Paris know it: 2026-11-20. */
export const dayOf = (at: string | Date | number): string => parisDay.format(new Date(at));

export type Scheduled = { scheduledStart?: string | null; scheduledEnd?: string | null };

/** 8 h 15 – 12 h 00; only the beginning where the end is not set or another day. */
export function hours({ scheduledStart: start, scheduledEnd: end }: Scheduled): string {
  if (!start) return '';
  return end && dayOf(end) === dayOf(start) ? `${time(start)} – ${time(end)}` : time(start);
}

/** 24 nov., or from a day to another; “to plan” while not set. */
export function days({ scheduledStart: start, scheduledEnd: end }: Scheduled, t: TFunction): string {
  if (!start) return t('mission.toPlan');
  if (end && dayOf(end) !== dayOf(start)) return t('mission.period', { from: dateShort(start), to: dateShort(end) });
  return dateShort(start);
}

/** 24 nov., 8 h 15 – 12 h 00, or from a day to another; “to plan” while not set. */
export function schedule(mission: Scheduled, t: TFunction): string {
  const { scheduledStart: start, scheduledEnd: end } = mission;
  const oneDay = start && (!end || dayOf(end) === dayOf(start));
  return oneDay ? `${days(mission, t)}, ${hours(mission)}` : days(mission, t);
}

/** It begins on this day, or goes on over it. */
export function isOn(day: string, { scheduledStart: start, scheduledEnd: end }: Scheduled): boolean {
  return Boolean(start) && dayOf(start ?? '') <= day && day <= dayOf(end ?? start ?? '');
}
