export const auditPeriods = ['day', 'week', 'month'] as const;
export type AuditPeriod = (typeof auditPeriods)[number];

const days: Record<AuditPeriod, number> = { day: 1, week: 7, month: 30 };
const HOUR = 3_600_000;

/** Whole hours, so that a list drawn again asks the same. */
export const startOf = (period: AuditPeriod): string =>
  new Date(Math.floor((Date.now() - days[period] * 24 * HOUR) / HOUR) * HOUR).toISOString();
