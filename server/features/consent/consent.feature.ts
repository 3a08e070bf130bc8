import { Consent } from './consent.entity.js';
import {
  consentEventPolicy,
  consentPolicy,
  consentTextPolicy,
  contactPurposePolicy,
  contactRefusalPolicy,
} from './consent.policy.js';
import { ConsentEventResolver, ConsentResolver } from './consent.resolver.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentGateResolver, CustomerRefusalsResolver } from './consent-gate.resolver.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose } from './contact-purpose.entity.js';
import { ConsentTextResolver, ContactPurposeResolver } from './contact-purpose.resolver.js';
import { ContactRefusal } from './contact-refusal.entity.js';
import { CustomerConsentsResolver } from './customer-consents.resolver.js';

/** Its place is in the one list of features. */
export const consentFeature = {
  name: 'consent',
  entities: [Consent, ConsentEvent, ConsentText, ContactPurpose, ContactRefusal],
  policies: [consentPolicy, consentEventPolicy, consentTextPolicy, contactPurposePolicy, contactRefusalPolicy],
  resolvers: [
    ConsentResolver,
    ConsentEventResolver,
    CustomerConsentsResolver,
    ConsentGateResolver,
    CustomerRefusalsResolver,
    ContactPurposeResolver,
    ConsentTextResolver,
  ],
};
