import { type PaymentRisk, RiskFactor, RiskGrade, type RiskReason } from './customer-finances.entity.js';

/** What is known of a customer's invoices due until a day. Delays are whole days, 0 where they paid in time. */
export interface PaymentFigures {
  asOf: string;
  observed: number;
  late: number;
  meanDelay: number;
  overdueCents: number;
  overdueCount: number;
  oldestDays: number;
  /** Due in the last six months, and in the eighteen before. */
  recent: number;
  recentDelay: number;
  earlier: number;
  earlierDelay: number;
}

/** Of fewer nobody knows whether it is a habit. */
const LEAST = 3;

const within = (share: number) => Math.min(1, Math.max(0, share));

/** The score of the schema's `PaymentRisk`, part by part. */
export function riskOf(figures: PaymentFigures): PaymentRisk {
  const { asOf, observed, overdueCount } = figures;
  if (observed < LEAST && overdueCount === 0) return { grade: null, score: null, reasons: [], sample: observed, asOf };
  const reasons = reasonsOf(figures);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { grade: gradeOf(score), score, reasons, sample: observed, asOf };
}

function reasonsOf(figures: PaymentFigures): RiskReason[] {
  const { observed, late, meanDelay, overdueCents, overdueCount, oldestDays } = figures;
  const reason = (factor: RiskFactor, value: number, share: number, mostPoints: number, params: RiskReason['params']) => ({
    factor,
    value,
    points: Math.round(within(share) * mostPoints),
    mostPoints,
    params,
  });
  const share = observed > 0 ? late / observed : 0;
  const change = figures.recentDelay - figures.earlierDelay;
  // A change takes both halves.
  const compared = figures.recent > 0 && figures.earlier > 0;
  return [
    reason(RiskFactor.LATE_SHARE, share, share, 35, { late, observed }),
    reason(RiskFactor.MEAN_DELAY, meanDelay, meanDelay / 60, 25, { days: meanDelay }),
    reason(RiskFactor.OVERDUE_NOW, oldestDays, oldestDays / 90, 30, {
      cents: overdueCents,
      count: overdueCount,
      days: oldestDays,
    }),
    ...(compared
      ? [reason(RiskFactor.TREND, change, change / 30, 10, { before: figures.earlierDelay, after: figures.recentDelay })]
      : []),
  ];
}

export const gradeOf = (score: number): RiskGrade =>
  score >= 70 ? RiskGrade.CRITICAL : score >= 45 ? RiskGrade.HIGH : score >= 20 ? RiskGrade.MODERATE : RiskGrade.LOW;
