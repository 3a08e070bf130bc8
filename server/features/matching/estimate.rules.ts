import type { Comparison } from './compare.rules.js';
import { type Agreement, matchFields, usualAgreement } from './model.rules.js';
import { bitsOf, evidenceOf } from './weight.rules.js';

/** Those whom one record may be, at most one of whom it is. */
export type Rivals = readonly Comparison[];

/** What was learnt from the data. */
export interface Learnt {
  agreement: Agreement;
  share: number;
  rounds: number;
  /** How many records were looked at, and how many of them are of somebody known as far as can be told. */
  records: number;
  matched: number;
}

/** What one usually finds weighs as much as so many matches seen. */
const USUAL_WEIGHS = 20;
/** Those against whom more speaks than for them are no match under any weights. */
export const promising = (rivals: Rivals): Rivals =>
  rivals.filter((comparison) => bitsOf(evidenceOf(comparison, usualAgreement)) > 0);

const MOST_ROUNDS = 50;

/** How likely it is each of the rivals: at most one of them, possibly nobody. */
export function probabilities(bits: readonly number[], share: number, size: number): number[] {
  const prior = share / Math.max(1, size);
  const odds = bits.map((one) => prior * 2 ** Math.min(200, one));
  const total = odds.reduce((sum, one) => sum + one, 1 - share);
  return odds.map((one) => one / total);
}

/** The part that one weight of the data has in what is counted: who is weighed, how much. */
type Weigh = (agreement: Agreement, share: number, count: (comparison: Comparison, weight: number) => void) => number;

/**
 * Expectation and maximisation: guess who is who with what is known, then count how often those thought the same agree, and again until
 * nothing moves. What is usual is counted in, so that little data changes little.
 */
function learn(weigh: Weigh, records: number, first: number, shareOf: (matched: number) => number): Learnt {
  let [agreement, share, matched, rounds] = [usualAgreement, first, 0, 0];
  while (rounds < MOST_ROUNDS) {
    rounds += 1;
    const counts = Object.fromEntries(
      matchFields.map((field) => [field, usualAgreement[field].map((m) => m * USUAL_WEIGHS)]),
    ) as Agreement;
    matched = weigh(agreement, share, (comparison, weight) => {
      for (const { field, level } of comparison) counts[field][level] += weight;
    });
    const next = Object.fromEntries(
      matchFields.map((field) => {
        const total = counts[field].reduce((sum, count) => sum + count, 0);
        return [field, counts[field].map((count) => count / total)];
      }),
    ) as Agreement;
    const nextShare = shareOf(matched);
    const moved = Math.max(
      Math.abs(nextShare / share - 1),
      ...matchFields.flatMap((field) => next[field].map((m, level) => Math.abs(m - agreement[field][level]))),
    );
    [agreement, share] = [next, nextShare];
    if (moved < 1e-4) break;
  }
  return { agreement, share, rounds, records, matched };
}

/** From records of which each may be one of its rivals, of `size` in all, or nobody. */
export function estimate(records: readonly Rivals[], size: number): Learnt {
  const weigh: Weigh = (agreement, share, count) => {
    let matched = 0;
    for (const rivals of records) {
      const bits = rivals.map((comparison) => bitsOf(evidenceOf(comparison, agreement)));
      for (const [i, weight] of probabilities(bits, share, size).entries()) {
        if (weight < 1e-4) continue;
        matched += weight;
        count(rivals[i], weight);
      }
    }
    return matched;
  };
  // Neither "nobody is known" nor "all are" is ever sure.
  return learn(weigh, records.length, 0.5, (matched) => (matched + 2) / (records.length + 4));
}

/** From pairs, any number of which may be the same, out of so many that there are. */
export function estimatePairs(pairs: readonly Comparison[], possible: number): Learnt {
  const weigh: Weigh = (agreement, share, count) => {
    let matched = 0;
    for (const comparison of pairs) {
      const odds = (share / (1 - share)) * 2 ** Math.min(200, bitsOf(evidenceOf(comparison, agreement)));
      const weight = odds / (1 + odds);
      if (weight < 1e-4) continue;
      matched += weight;
      count(comparison, weight);
    }
    return matched;
  };
  const all = Math.max(1, possible);
  return learn(weigh, pairs.length, 1 / (1 + Math.sqrt(2 * all)), (matched) => (matched + 1) / (all + 2));
}
