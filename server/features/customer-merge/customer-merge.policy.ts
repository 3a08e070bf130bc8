import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { CustomerDuplicate, CustomerDuplicateStatus } from './customer-duplicate.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';

/** Who may be whom is for our own people. */
const forStaff = ({ reach }: Viewer) => (reach === Reach.STAFF ? 'all' : 'none');

const mayMerge = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('customer.merge');
const { OPEN, REFUSED } = CustomerDuplicateStatus;

export const customerDuplicatePolicy = definePolicy(CustomerDuplicate, {
  visible: forStaff,
  can: {
    merge: (viewer, { status }) => mayMerge(viewer) && status === OPEN,
    refuse: (viewer, { status }) => mayMerge(viewer) && status === OPEN,
    undo: (viewer, { status }) => mayMerge(viewer) && status === REFUSED,
  },
});

export const customerMergePolicy = definePolicy(CustomerMerge, {
  visible: forStaff,
  can: { split: (viewer, { splitAt }) => mayMerge(viewer) && splitAt === null },
});
