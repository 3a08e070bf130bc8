import { monthsAfter } from '../data-subject-request/request-clock.rules.js';

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The last day on which something is kept that began on this one: 31 January and a month is the last of February. */
export const lastDayOf = (since: string, months: number): string => monthsAfter(since, months);

/**
 * What began before this day is due today, since its last day is over; what began on it is kept today still. Days are those of Paris, so
 * clocks that are put forward or back move none of them.
 */
export function dueBefore(today: string, months: number): string {
  const day = monthsAfter(today, -months);
  // 31 March less a month is the end of February, whose own last day is 28 March: that one is over.
  return lastDayOf(day, months) < today ? nextDay(day) : day;
}
