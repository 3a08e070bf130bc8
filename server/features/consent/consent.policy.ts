import { definePolicy, type Scope, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { Consent } from './consent.entity.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose } from './contact-purpose.entity.js';
import { ContactRefusal } from './contact-refusal.entity.js';

/** Our own people's business, and the customer's own. */
const ofCustomer = (viewer: Viewer, row: Sql): Scope => {
  if (!viewer.permissions.has('consent.read')) return 'none';
  switch (viewer.reach) {
    case Reach.STAFF:
      return 'all';
    case Reach.CLIENT:
      return visibleById(viewer, Customer, sql`${row}.customer_id`);
    default:
      return 'none';
  }
};

export const consentPolicy = definePolicy(Consent, { visible: ofCustomer, can: {} });
export const consentEventPolicy = definePolicy(ConsentEvent, { visible: ofCustomer, can: {} });

export const consentTextPolicy = definePolicy(ConsentText, {
  visible: (viewer) => (viewer.permissions.has('consent.read') ? 'all' : 'none'),
  can: {},
});

export const contactPurposePolicy = definePolicy(ContactPurpose, {
  visible: (viewer) => (viewer.permissions.has('consent.read') ? 'all' : 'none'),
  can: { update: (viewer) => viewer.reach === Reach.STAFF && viewer.permissions.has('consent.configure') },
});

/** How we go about it is for those who note consents. */
export const contactRefusalPolicy = definePolicy(ContactRefusal, {
  visible: (viewer) => (viewer.reach === Reach.STAFF && viewer.permissions.has('consent.record') ? 'all' : 'none'),
  can: {},
});
