import { LegalHold } from './legal-hold.entity.js';
import { legalHoldPolicy } from './legal-hold.policy.js';
import { CustomerLegalHoldsResolver, LegalHoldResolver } from './legal-hold.resolver.js';

/** Its place is in the one list of features. */
export const legalHoldFeature = {
  name: 'legal-hold',
  entities: [LegalHold],
  policies: [legalHoldPolicy],
  resolvers: [LegalHoldResolver, CustomerLegalHoldsResolver],
};
