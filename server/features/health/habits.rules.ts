import { type CustomerHabits, type CustomerWarning, type SeasonMonth, WarningKind } from './health.entity.js';

/** What was bought on a day, in one currency. */
export interface PurchaseDay {
  /** Days before the day of the look. */
  ago: number;
  /** 1 for January. */
  month: number;
  cents: number;
}

export interface Paying {
  /** Invoices that were issued. */
  issued: number;
  overdue: number;
  oldestDays: number;
  daysToPay: number | null;
}

/** All that a customer's health and warnings are worked out from. */
export interface Known {
  habits: CustomerHabits | null;
  /** The earliest first. */
  days: readonly PurchaseDay[];
  pay: Paying;
  /** Null: we never spoke. */
  contactDays: number | null;
}

const YEAR = 365;

const sum = (days: readonly PurchaseDay[]) => days.reduce((total, { cents }) => total + cents, 0);

/** Linear between the two values it falls between. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

const waits = (days: readonly PurchaseDay[]) => days.slice(1).map(({ ago }, i) => days[i].ago - ago);

const latestOf = (days: readonly PurchaseDay[]) => days.filter(({ ago }) => ago < YEAR);
const beforeOf = (days: readonly PurchaseDay[]) => days.filter(({ ago }) => ago >= YEAR && ago < 2 * YEAR);

/** The earliest first; null where nothing was bought. */
export function habitsOf(days: readonly PurchaseDay[], currency: string, pay: Paying, asOf: string): CustomerHabits | null {
  const last = days.at(-1);
  if (!last) return null;
  const [latestCents, beforeCents] = [sum(latestOf(days)), sum(beforeOf(days))];
  return {
    currency,
    purchases: days.length,
    averageBasketCents: Math.round(sum(days) / days.length),
    daysBetween: days.length < 2 ? null : quantile(waits(days), 0.5),
    daysSinceLast: last.ago,
    daysToPay: pay.daysToPay,
    latestCents,
    beforeCents,
    trend: beforeCents > 0 ? latestCents / beforeCents - 1 : null,
    seasonality: seasonality(days),
    asOf,
  };
}

/** Over as many whole years as were bought in, so that no month is in it more often than another. */
function seasonality(days: readonly PurchaseDay[]): SeasonMonth[] | null {
  const years = Math.floor((days[0].ago + 1) / YEAR);
  const whole = days.filter(({ ago }) => ago < years * YEAR);
  const total = sum(whole);
  if (years < 2 || total <= 0) return null;
  return Array.from({ length: 12 }, (_, i) => ({
    month: i + 1,
    index: (12 * sum(whole.filter(({ month }) => month === i + 1))) / total,
  }));
}

/** As the schema's `WarningKind` says them, the worst first. */
export function warningsOf({ habits, days, pay }: Known): CustomerWarning[] {
  const currency = habits?.currency ?? 'EUR';
  const warnings: CustomerWarning[] = [];
  const warn = (kind: WarningKind, figures: CustomerWarning['figures']) => warnings.push({ kind, figures, currency });
  if (pay.overdue > 0) warn(WarningKind.LATE, { count: pay.overdue, days: pay.oldestDays });
  if (!habits) return warnings;
  if (days.length >= 4) {
    const usual = quantile(waits(days), 0.9);
    if (habits.daysSinceLast > 2 * usual) warn(WarningKind.SILENT, { days: habits.daysSinceLast, usual });
  }
  if (beforeOf(days).length >= 3 && habits.trend !== null && habits.trend < -0.4)
    warn(WarningKind.FALLING, { change: habits.trend, latest: habits.latestCents, before: habits.beforeCents });
  const [last, others] = [days[days.length - 1], days.slice(0, -1).map(({ cents }) => cents)];
  if (others.length >= 5 && last.ago <= 60) {
    const median = quantile(others, 0.5);
    const deviation = quantile(
      others.map((cents) => Math.abs(cents - median)),
      0.5,
    );
    const far = Math.abs(last.cents - median) > 5 * deviation;
    if (far && (last.cents > 2 * median || last.cents < median / 2))
      warn(WarningKind.UNUSUAL, { cents: last.cents, median, days: last.ago });
  }
  return warnings;
}
