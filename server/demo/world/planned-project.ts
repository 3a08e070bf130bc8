import type { PersonKey } from './people.js';

export interface PlannedProject {
  customer: string;
  name: string;
  description: string;
  status: 'DRAFT' | 'PLANNED' | 'IN_PROGRESS' | 'ON_HOLD' | 'DONE' | 'CANCELLED';
  /** How many days ago it began; ahead when negative. */
  began: number;
  /** Days from its beginning to the day it is due. */
  lasts: number;
  budgetCents: number;
  manager: PersonKey;
  milestones: readonly string[];
  /** How many of them are reached. */
  reached: number;
  comments?: readonly [author: PersonKey, daysAgo: number, body: string, audience?: 'TEAM'][];
}
