import { monthIn } from './lifetime.rules.js';
import { figuresOf, type Models, type SpendingHistory } from './lifetime-figures.rules.js';

/** A history in weeks, and what followed it. */
export interface Followed extends SpendingHistory {
  later: number;
  laterCents: number;
}

export interface Checked {
  customers: number;
  predicted: number;
  actual: number;
  meanError: number;
  naiveError: number;
  predictedCents: number | null;
  actualCents: number;
  groups: { frequency: number; customers: number; predicted: number; actual: number }[];
}

/** From so many repeat purchases on customers are one group. */
const LAST_GROUP = 7;

/** Foretold against done. Null where the models could not be fitted to what was known then. */
export function checked(models: Models, all: readonly Followed[], weeks: number): Checked | null {
  if (!models.purchases.parameters || all.length === 0) return null;
  const groups = new Map<number, { customers: number; predicted: number; actual: number }>();
  let [predicted, actual, off, naiveOff, cents, actualCents] = [0, 0, 0, 0, 0, 0];
  for (const history of all) {
    const { purchases, value } = figuresOf(models, history, weeks, monthIn.week);
    const foretold = purchases ?? 0;
    predicted += foretold;
    actual += history.later;
    off += Math.abs(foretold - history.later);
    const pace = history.age > 0 ? history.frequency / history.age : 0;
    naiveOff += Math.abs(pace * weeks - history.later);
    cents += foretold * (value ?? 0) * 100;
    actualCents += history.laterCents;
    const key = Math.min(history.frequency, LAST_GROUP);
    const group = groups.get(key) ?? { customers: 0, predicted: 0, actual: 0 };
    group.customers++;
    group.predicted += foretold;
    group.actual += history.later;
    groups.set(key, group);
  }
  return {
    customers: all.length,
    predicted,
    actual,
    meanError: off / all.length,
    naiveError: naiveOff / all.length,
    predictedCents: models.values.parameters ? Math.round(cents) : null,
    actualCents: Math.round(actualCents),
    groups: [...groups]
      .sort(([one], [other]) => one - other)
      .map(([frequency, group]) => ({
        frequency,
        customers: group.customers,
        predicted: group.predicted / group.customers,
        actual: group.actual / group.customers,
      })),
  };
}
