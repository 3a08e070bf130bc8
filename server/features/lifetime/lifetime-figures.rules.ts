import { aliveChance, type BgNbd, expectedPurchases, fitBgNbd, type History } from './bg-nbd.rules.js';
import type { Fit } from './fit.rules.js';
import { expectedValue, fitGammaGamma, type GammaGamma } from './gamma-gamma.rules.js';
import { correlation, discountedValue } from './lifetime.rules.js';
import type { Breathe } from './newton.rules.js';

/** A history with what was spent; null where nobody knows. */
export interface SpendingHistory extends History {
  /** The mean of a repeat purchase. */
  mean: number | null;
}

export interface Models {
  purchases: Fit<BgNbd>;
  values: Fit<GammaGamma>;
  /** Between how often and how much, over repeat buyers: the second model takes it to be none. */
  correlation: number | null;
}

/** Both models over one sample. */
export async function fitModels(histories: readonly SpendingHistory[], breathe: Breathe): Promise<Models> {
  const spending = histories.flatMap(({ frequency, mean }) => (mean === null ? [] : [{ frequency, mean }]));
  return {
    purchases: await fitBgNbd(histories, breathe),
    values: await fitGammaGamma(spending, breathe),
    correlation: correlation(
      spending.filter(({ frequency, mean }) => frequency > 0 && mean > 0).map(({ frequency, mean }) => [frequency, mean]),
    ),
  };
}

/** What is foretold for a customer; null where there is not enough data. */
export interface Figures {
  alive: number | null;
  /** Within the time asked for. */
  purchases: number | null;
  /** What a purchase of theirs is expected to come to. */
  value: number | null;
  /** What the purchases of the coming months are worth today. */
  discounted: number | null;
}

/** `within` and `month` are in the unit of the history. */
export function figuresOf({ purchases, values }: Models, history: SpendingHistory, within: number, month: number): Figures {
  const model = purchases.parameters;
  // Somebody who came back for who knows how much is not somebody who came back for nothing.
  const mean = history.frequency === 0 ? 0 : history.mean;
  const value =
    values.parameters && mean !== null ? expectedValue(values.parameters, { frequency: history.frequency, mean }) : null;
  return {
    alive: model && aliveChance(model, history),
    purchases: model && expectedPurchases(model, history, within),
    value,
    discounted: model && value !== null ? discountedValue(model, history, value, month) : null,
  };
}
