/** All of it counts milliseconds: an hour that clocks skip or repeat is none less, and none more. */

const HOUR_MS = 3_600_000;

/** The CNIL is told within 72 hours of becoming aware (RGPD, article 33.1). */
export const dueAfter = (awareAt: Date): Date => new Date(awareAt.getTime() + 72 * HOUR_MS);

export const isLate = (awareAt: Date, notifiedAt: Date): boolean => notifiedAt > dueAfter(awareAt);

/** Hours before the end at which those who may act are told, once each; 0: it is over. */
export const REMIND_AT = [24, 6, 0] as const;

/** The latest reminder that should have been given by now; null: none yet. */
export const reminderDue = (dueAt: Date, now: Date): number | null =>
  REMIND_AT.findLast((hours) => dueAt.getTime() - now.getTime() <= hours * HOUR_MS) ?? null;
