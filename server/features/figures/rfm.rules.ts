import { Segment } from './segment.entity.js';

/** Five groups of fewer than five customers are no groups. */
export const FEWEST = 5;

/** What a customer's orders come to on a day. */
export interface Figures {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Four values each; a score is one more than how many of them a value reaches. */
export interface Cutoffs {
  recency: number[];
  frequency: number[];
  monetary: number[];
}

export interface Scores {
  r: number;
  f: number;
  m: number;
}

/** R's quantile type 7, PostgreSQL's percentile_cont, in whole fifths so that a value on a cut-off never falls beside it. */
function quintiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [1, 2, 3, 4].map((fifth) => {
    const at = (sorted.length - 1) * fifth;
    const low = Math.floor(at / 5);
    const next = sorted[Math.min(low + 1, sorted.length - 1)];
    return (sorted[low] * (5 - (at % 5)) + next * (at % 5)) / 5;
  });
}

/** The quintiles of all customers. `unit` is how many parts money is counted in: 100 for cents. */
export const cutoffsOf = (all: readonly Figures[], unit = 1): Cutoffs =>
  aboveQuantiles(
    {
      recency: quintiles(all.map(({ recency }) => recency)),
      frequency: quintiles(all.map(({ frequency }) => frequency)),
      monetary: quintiles(all.map(({ monetary }) => monetary)),
    },
    unit,
  );

/** A score ends one day, one order, one unit of money above its quantile, as in the R package rfm, whose segments are published. */
export const aboveQuantiles = ({ recency, frequency, monetary }: Cutoffs, unit: number): Cutoffs => ({
  recency: recency.map((days) => days + 1),
  frequency: frequency.map((orders) => orders + 1),
  monetary: monetary.map((money) => money + unit),
});

const score = (value: number, cutoffs: readonly number[]): number => 1 + cutoffs.filter((cutoff) => cutoff <= value).length;

/** Quintiles, 1 to 5. Of recency the least is the best. */
export const scoresOf = (figures: Figures, cutoffs: Cutoffs): Scores => ({
  r: 6 - score(figures.recency, cutoffs.recency),
  f: score(figures.frequency, cutoffs.frequency),
  m: score(figures.monetary, cutoffs.monetary),
});

type Range = readonly [number, number];

/** Segment, r, f, m: the first that fits. They overlap, so their order is part of the rule. */
export const segments: readonly (readonly [Segment, Range, Range, Range])[] = [
  [Segment.CHAMPIONS, [4, 5], [4, 5], [4, 5]],
  [Segment.LOYAL_CUSTOMERS, [2, 5], [3, 5], [3, 5]],
  [Segment.POTENTIAL_LOYALIST, [3, 5], [1, 3], [1, 3]],
  [Segment.NEW_CUSTOMERS, [4, 5], [1, 1], [1, 1]],
  [Segment.PROMISING, [3, 4], [1, 1], [1, 1]],
  [Segment.NEED_ATTENTION, [2, 3], [2, 3], [2, 3]],
  [Segment.ABOUT_TO_SLEEP, [2, 3], [1, 2], [1, 2]],
  [Segment.AT_RISK, [1, 2], [2, 5], [2, 5]],
  [Segment.CANT_LOSE_THEM, [1, 1], [4, 5], [4, 5]],
  [Segment.LOST, [1, 2], [1, 2], [1, 2]],
];

const within = (value: number, [low, high]: Range) => value >= low && value <= high;

export const segmentOf = ({ r, f, m }: Scores): Segment =>
  segments.find(([, rs, fs, ms]) => within(r, rs) && within(f, fs) && within(m, ms))?.[0] ?? Segment.OTHERS;
