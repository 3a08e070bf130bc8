import { LegalBasis } from '../consent/contact-purpose.entity.js';
import type { ProcessingActivity } from './processing-activity.entity.js';

const { CONSENT, CONTRACT, LEGAL_OBLIGATION, LEGITIMATE_INTEREST } = LegalBasis;

/** What the product itself does with data on people, and what allows it. */
export const deliveredBases = {
  CUSTOMERS: [CONTRACT, LEGITIMATE_INTEREST],
  SALES: [CONTRACT, LEGITIMATE_INTEREST],
  INVOICING: [CONTRACT, LEGAL_OBLIGATION],
  WORK: [CONTRACT],
  MESSAGES: [CONTRACT, LEGITIMATE_INTEREST],
  PROSPECTING: [CONSENT],
  ANALYSIS: [LEGITIMATE_INTEREST],
  ACCOUNTS: [CONTRACT, LEGITIMATE_INTEREST],
  SECURITY: [LEGITIMATE_INTEREST, LEGAL_OBLIGATION],
  RIGHTS: [LEGAL_OBLIGATION],
} as const satisfies Record<string, readonly LegalBasis[]>;

export type DeliveredCode = keyof typeof deliveredBases;

export type DeliveredTexts = Pick<
  ProcessingActivity,
  'name' | 'purposes' | 'people' | 'data' | 'recipients' | 'retention' | 'security'
>;
