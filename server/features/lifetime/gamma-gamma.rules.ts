import { FEWEST_REPEATERS } from './bg-nbd.rules.js';
import { type Fit, lowest } from './fit.rules.js';
import type { Breathe } from './newton.rules.js';
import { digamma, logGamma } from './special.rules.js';

/** What a customer spends. */
export interface Spending {
  /** Over how many repeat purchases the mean is taken. */
  frequency: number;
  /** The mean of a repeat purchase. */
  mean: number;
}

/** What a purchase comes to is a gamma of shape p about the customer's own mean, whose rate is a gamma (q, v) over customers. */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** Minus the log-likelihood (Fader, Hardie 2013, equation 1a) and its slope, by the logarithms of p, q, v. */
function negativeLogLikelihood(all: readonly Spending[]) {
  return (at: readonly number[]) => {
    const [p, q, v] = at.map(Math.exp);
    let value = all.length * (q * at[2] - logGamma(q));
    let [byP, byQ, byV] = [0, all.length * (at[2] - digamma(q)), (all.length * q) / v];
    const known = new Map<number, [number, number, number, number]>();
    for (const { frequency: x, mean } of all) {
      let gammas = known.get(x);
      if (!gammas) {
        gammas = [logGamma(p * x + q), logGamma(p * x), digamma(p * x + q), digamma(p * x)];
        known.set(x, gammas);
      }
      const [logBoth, logOwn, slopeBoth, slopeOwn] = gammas;
      const spent = x * mean;
      const logSpent = Math.log(spent);
      const logAll = Math.log(spent + v);
      value += logBoth - logOwn + p * x * logSpent - Math.log(mean) - (p * x + q) * logAll;
      byP += x * (slopeBoth - slopeOwn + logSpent - logAll);
      byQ += slopeBoth - logAll;
      byV -= (p * x + q) / (spent + v);
    }
    return { value: -value, gradient: [-byP * p, -byQ * q, -byV * v] };
  };
}

/** By maximum likelihood, over who came back and spent something. */
export async function fitGammaGamma(all: readonly Spending[], breathe: Breathe): Promise<Fit<GammaGamma>> {
  const spent = all.filter(({ frequency, mean }) => frequency > 0 && mean > 0);
  const sample = { customers: all.length, repeaters: spent.length };
  if (spent.length < FEWEST_REPEATERS) return { ...sample, parameters: null, absence: 'TOO_FEW_REPEATERS' };
  const unit = spent.reduce((sum, { mean }) => sum + mean, 0) / spent.length;
  const slope = negativeLogLikelihood(spent.map(({ frequency, mean }) => ({ frequency, mean: mean / unit })));
  const starts = [
    [4, 4, 1],
    [1, 2, 1],
  ];
  const found = await lowest(slope, starts, breathe, spent.length);
  const [p, q, v] = found?.at.map(Math.exp) ?? [];
  // With q ≤ 1 no mean exists to come back to.
  if (!found || q <= 1) return { ...sample, parameters: null, absence: 'NOT_IDENTIFIED' };
  const [ofP, ofQ, ofV] = found.errors;
  return {
    ...sample,
    parameters: { p, q, v: v * unit },
    standardErrors: { p: p * ofP, q: q * ofQ, v: v * unit * ofV },
    logLikelihood: -found.value - spent.length * Math.log(unit),
    absence: null,
  };
}

/** What a purchase of theirs is expected to come to: their own mean, drawn towards that of all the less is known (equation 5). */
export const expectedValue = ({ p, q, v }: GammaGamma, { frequency: x, mean }: Spending): number =>
  (p * (v + x * mean)) / (p * x + q - 1);
