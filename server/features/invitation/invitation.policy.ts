import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Invitation } from './invitation.entity.js';
import { isUnanswered } from './invitation.rules.js';
import { InvitationCustomer } from './invitation-customer.entity.js';

const invites = (viewer: Viewer): boolean => viewer.reach === Reach.STAFF && viewer.permissions.has('user.invite');

export const invitationPolicy = definePolicy(Invitation, {
  visible: (viewer) => (invites(viewer) ? 'all' : 'none'),
  can: {
    resend: (viewer, invitation) => invites(viewer) && isUnanswered(invitation),
    revoke: (viewer, invitation) => invites(viewer) && isUnanswered(invitation),
  },
});

export const invitationCustomerPolicy = definePolicy(InvitationCustomer, {
  visible: (viewer, row) => visibleById(viewer, Invitation, sql`${row}.invitation_id`),
  can: {},
});
