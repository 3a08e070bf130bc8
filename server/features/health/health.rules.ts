import type { Known } from './habits.rules.js';
import { type CustomerHealth, type HealthFactor, HealthFactorKind, HealthGrade } from './health.entity.js';

export type Weights = Record<HealthFactorKind, number>;

/** What the product comes with. */
export const usualWeights: Weights = {
  [HealthFactorKind.RHYTHM]: 30,
  [HealthFactorKind.TREND]: 25,
  [HealthFactorKind.PAYMENT]: 25,
  [HealthFactorKind.CONTACT]: 20,
};

const within = (share: number) => Math.round(100 * Math.min(1, Math.max(0, share)));

type Scored = Pick<HealthFactor, 'score' | 'figures'>;

const unknown: Scored = { score: null, figures: {} };

/** The scores as the schema's `HealthFactorKind` says them. */
const scores: Record<HealthFactorKind, (known: Known) => Scored> = {
  [HealthFactorKind.RHYTHM]({ habits }): Scored {
    const { purchases = 0, daysBetween = null, daysSinceLast = 0 } = habits ?? {};
    if (purchases < 3 || !daysBetween) return unknown;
    return { score: within((4 - daysSinceLast / daysBetween) / 3), figures: { since: daysSinceLast, between: daysBetween } };
  },
  [HealthFactorKind.TREND]({ habits }): Scored {
    const trend = habits?.trend ?? null;
    return trend === null ? unknown : { score: within((trend + 1) / 1.3), figures: { change: trend } };
  },
  [HealthFactorKind.PAYMENT]({ pay }): Scored {
    if (pay.issued === 0) return unknown;
    return { score: within(1 - pay.oldestDays / 60), figures: { count: pay.overdue, days: pay.oldestDays } };
  },
  [HealthFactorKind.CONTACT]({ contactDays }): Scored {
    if (contactDays === null) return { score: 0, figures: {} };
    return { score: within((180 - contactDays) / 150), figures: { days: contactDays } };
  },
};

/** One factor alone says nothing of the whole. */
const FEWEST = 2;

/** From which score on somebody does well, or fairly. */
export const GOOD_FROM = 70;
export const FAIR_FROM = 40;

export function healthOf(known: Known, weights: Weights, asOf: string): CustomerHealth {
  const factors = Object.values(HealthFactorKind).map((factor) => ({
    factor,
    weight: weights[factor],
    ...scores[factor](known),
  }));
  const counted = factors.filter(({ score, weight }) => score !== null && weight > 0);
  if (counted.length < FEWEST) return { score: null, grade: null, factors, asOf };
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.round(counted.reduce((sum, { score, weight }) => sum + (score ?? 0) * weight, 0) / total);
  const grade = score >= GOOD_FROM ? HealthGrade.GOOD : score >= FAIR_FROM ? HealthGrade.FAIR : HealthGrade.POOR;
  return { score, grade, factors, asOf };
}
