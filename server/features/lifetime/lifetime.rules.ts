import { type BgNbd, expectedPurchases, type History } from './bg-nbd.rules.js';

/** In what times are told. */
export const timeUnits = ['hour', 'day', 'week', 'month'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** A month in each, as the published figures have it (a week is 1/4.345 of a month, a day 1/30). */
export const monthIn: Record<TimeUnit, number> = { hour: 720, day: 30, week: 4.345, month: 1 };

/** Over which value is summed up, and what a month later is worth less. */
export const VALUE_MONTHS = 12;
export const MONTHLY_DISCOUNT = 0.01;

/** What the purchases of the coming months are worth today: each month's at its end, discounted. */
export function discountedValue(model: BgNbd, history: History, value: number, month: number): number {
  let before = 0;
  let sum = 0;
  for (let n = 1; n <= VALUE_MONTHS; n++) {
    const until = expectedPurchases(model, history, n * month);
    sum += (until - before) / (1 + MONTHLY_DISCOUNT) ** n;
    before = until;
  }
  return sum * value;
}

/** Pearson's, of how often and how much: the model of values takes it to be none. Null where either never varies. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const count = pairs.length;
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / count;
  const [left, right] = [mean(0), mean(1)];
  let [both, ofLeft, ofRight] = [0, 0, 0];
  for (const [one, other] of pairs) {
    both += (one - left) * (other - right);
    ofLeft += (one - left) ** 2;
    ofRight += (other - right) ** 2;
  }
  return ofLeft > 0 && ofRight > 0 ? both / Math.sqrt(ofLeft * ofRight) : null;
}
