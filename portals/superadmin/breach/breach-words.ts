import type { BreachNature, BreachRisk } from '../../shared/graphql/generated/graphql';

export const natures = ['CONFIDENTIALITY', 'INTEGRITY', 'AVAILABILITY'] as const satisfies readonly BreachNature[];
export const risks = ['NONE', 'RISK', 'HIGH'] as const satisfies readonly BreachRisk[];

const HOUR_MS = 3_600_000;

export type BreachFacts = {
  dueAt: string;
  risk: BreachRisk | null;
  notifiedAt: string | null;
  closedAt: string | null;
};

/** Where a breach stands: the clock runs, is over, or was stopped by one of the two things that stop it. */
export function stateOf({ dueAt, risk, notifiedAt, closedAt }: BreachFacts, now = Date.now()) {
  if (closedAt) return 'closed';
  if (notifiedAt) return notifiedAt > dueAt ? 'notifiedLate' : 'notified';
  if (risk === 'NONE') return 'notNeeded';
  const left = Date.parse(dueAt) - now;
  if (left < 0) return 'over';
  return left <= 24 * HOUR_MS ? 'soon' : 'running';
}

/** Whole hours and minutes between now and the end, whichever comes first. */
export function leftOf(dueAt: string, now = Date.now()): { hours: number; minutes: number } {
  const minutes = Math.floor(Math.abs(Date.parse(dueAt) - now) / 60_000);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
