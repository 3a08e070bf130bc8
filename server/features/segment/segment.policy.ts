import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { CustomerSegment } from './segment.entity.js';
import { seesSegment } from './segment.scope.js';
import { SegmentChange } from './segment-change.entity.js';
import { SegmentMember } from './segment-member.entity.js';

const manages = (viewer: Viewer) => viewer.reach === Reach.STAFF && viewer.permissions.has('segment.manage');

export const customerSegmentPolicy = definePolicy(CustomerSegment, {
  visible: seesSegment,
  can: {
    update: manages,
    delete: (viewer, { delivered }) => manages(viewer) && !delivered,
    restore: (viewer, { delivered }) => manages(viewer) && delivered,
  },
});

export const segmentMemberPolicy = definePolicy(SegmentMember, {
  visible: (viewer, row) =>
    sql`${visibleById(viewer, CustomerSegment, sql`${row}.segment_id`)} and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`,
  can: {},
});

export const segmentChangePolicy = definePolicy(SegmentChange, {
  visible: (viewer, row) =>
    sql`${visibleById(viewer, CustomerSegment, sql`${row}.segment_id`)} and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`,
  can: {},
});
