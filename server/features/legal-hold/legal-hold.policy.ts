import { definePolicy } from '../../core/access.js';
import { Reach } from '../user/role.entity.js';
import { LegalHold } from './legal-hold.entity.js';

export const legalHoldPolicy = definePolicy(LegalHold, {
  visible: (viewer) => (viewer.reach === Reach.STAFF ? 'all' : 'none'),
  can: {
    lift: (viewer, hold) => viewer.reach === Reach.STAFF && viewer.permissions.has('legalHold.manage') && hold.liftedAt === null,
  },
});
