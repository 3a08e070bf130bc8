import { manyBy } from '../../core/relation.js';
import { Membership } from '../membership/membership.entity.js';

export const membersByCustomer = manyBy(Membership, 'customerId', { order: { createdAt: 'asc', id: 'asc' } });
export const membershipsByUser = manyBy(Membership, 'userId', { order: { createdAt: 'asc', id: 'asc' } });
