import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { Reach } from '../user/role.entity.js';
import { OrderLink, OrderLinkStatus } from './order-link.entity.js';
import { OrderLinkRun, OrderLinkRunStatus } from './order-link-run.entity.js';

/** Who is thought to be whom is for our own people. */
const forStaff = ({ reach }: Viewer) => (reach === Reach.STAFF ? 'all' : 'none');

const isOurs = (viewer: Viewer, permission: string) => viewer.reach === Reach.STAFF && viewer.permissions.has(permission);
const { PROPOSED, LINKED, REFUSED } = OrderLinkStatus;

export const orderLinkPolicy = definePolicy(OrderLink, {
  visible: forStaff,
  can: {
    accept: (viewer, { status }) => isOurs(viewer, 'orderLink.review') && status === PROPOSED,
    refuse: (viewer, { status }) => isOurs(viewer, 'orderLink.review') && (status === PROPOSED || status === LINKED),
    undo: (viewer, { status }) => isOurs(viewer, 'orderLink.review') && (status === LINKED || status === REFUSED),
  },
});

export const orderLinkRunPolicy = definePolicy(OrderLinkRun, {
  visible: forStaff,
  can: {
    undo: (viewer, { status, dryRun }) =>
      isOurs(viewer, 'orderLink.run') && !dryRun && (status === OrderLinkRunStatus.DONE || status === OrderLinkRunStatus.FAILED),
  },
});
