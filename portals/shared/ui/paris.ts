/** Days begin and clocks are read in Paris, whatever the browser's own zone is. */

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });

/** The day an instant belongs to, today unless told, as the schema writes days. */
export const parisDay = (at: Date | number = Date.now()): string => day.format(at);

/** Whether a text is a day as the schema writes it. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The day so many days after another, or before it. */
export const dayAfter = (of: string, days: number): string =>
  new Date(Date.parse(of) + days * 86_400_000).toISOString().slice(0, 10);

/** A day is past once it is over. */
export const isPast = (of: string | null | undefined): boolean => Boolean(of && of < parisDay());

/** An instant as a field for date and time holds it, `2026-11-20T10:42`, and back; of an hour that comes twice, the first. */
export const localOf = (instant: string | number | null): string =>
  instant === null ? '' : minute.format(new Date(instant)).replace(' ', 'T');
export function instantOf(local: string): string | null {
  if (!local) return null;
  const summer = new Date(`${local}+02:00`);
  return (localOf(summer.getTime()) === local ? summer : new Date(`${local}+01:00`)).toISOString();
}

/** The midnight at which this day begins, and its last instant. */
export const startOfDay = (of: string): string => instantOf(`${of}T00:00`) as string;
export const endOfDay = (of: string): string => new Date(Date.parse(startOfDay(dayAfter(of, 1))) - 1).toISOString();
