/** Days as `2026-01-31`. All of it is about days in Paris: clocks that are put forward or back move none of them. */

const dayInParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

export const parisDay = (instant: Date): string => dayInParis.format(instant);

/** The same day so many months on; where that month is shorter, its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** An answer is due within a month of the day the request came in (RGPD, article 12.3). */
export const dueAfter = (receivedOn: string): string => monthsAfter(receivedOn, 1);

/** Two more months, counted from the day it came in: 31 January is due on the last of February, and then on 30 April. */
export const dueExtended = (receivedOn: string): string => monthsAfter(receivedOn, 3);

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days before the end at which those who answer are told, once each; -1: it is over. */
export const REMIND_AT = [7, 2, 0, -1] as const;

/** The latest reminder that should have been given with so many days left; null: none yet. */
export const reminderDue = (daysLeft: number): number | null => REMIND_AT.findLast((at) => daysLeft <= at) ?? null;
