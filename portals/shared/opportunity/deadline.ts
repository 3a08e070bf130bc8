const dayMs = 86_400_000;

/** Today in Paris, as the schema writes days. */
export const todayInParis = (now = Date.now()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(now));

/** The day so many days from today, in Paris. */
export const dayIn = (days: number): string => todayInParis(Date.now() + days * dayMs);

/** A day is past once it is over in Paris. */
export const isPast = (day: string | null | undefined): boolean => Boolean(day && day < todayInParis());

/** Whole days since an instant. */
export const daysSince = (instant: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / dayMs));
