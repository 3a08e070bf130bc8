import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { Membership } from '../membership/membership.entity.js';
import { Reach } from '../user/role.entity.js';

const decides = (viewer: Viewer): boolean => viewer.reach === Reach.STAFF && viewer.permissions.has('membership.change');

/** Who of a customer's people comes in is between us and them: neither resellers nor prestataires know. */
export const membershipPolicy = definePolicy(Membership, {
  visible: (viewer) => (viewer.reach === Reach.STAFF ? 'all' : 'none'),
  can: { update: decides, end: decides },
});
