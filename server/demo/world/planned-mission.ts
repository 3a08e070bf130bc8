import type { PersonKey } from './people.js';

export interface PlannedMission {
  customer: string;
  title: string;
  description: string;
  status: 'DRAFT' | 'OPEN' | 'ASSIGNED' | 'IN_PROGRESS' | 'DELIVERED' | 'APPROVED' | 'CANCELLED';
  who: PersonKey | null;
  /** How many days ahead it begins; ago when negative. */
  day: number;
  from: number;
  hours: number;
  feeCents: number;
  project?: string;
  /** What the prestataire wrote at delivery. */
  report?: string;
  /** Who asked for it, and with which words. */
  asked?: readonly [who: PersonKey, message: string][];
}

type Rest = Pick<PlannedMission, 'project' | 'report' | 'asked'>;
export const mission = (
  status: PlannedMission['status'],
  who: PersonKey | null,
  [day, from, hours]: [number, number, number],
  euros: number,
  customer: string,
  title: string,
  description: string,
  rest: Rest = {},
): PlannedMission => ({ customer, title, description, status, who, day, from, hours, feeCents: euros * 100, ...rest });
