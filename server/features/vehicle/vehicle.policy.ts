import type { Scope } from '../../core/access.js';
import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMember, isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Vehicle } from './vehicle.entity.js';
import { WorkOrder, WorkOrderStatus } from './work-order.entity.js';
import { isOpen, leadsTo } from './work-order.rules.js';

const isOurs = (viewer: Viewer, permission: string) => viewer.reach === Reach.STAFF && viewer.permissions.has(permission);

/** Ours all, a reseller's those of their customers, a client's their own; who does missions has them from us. */
const ofCustomers = (viewer: Viewer, row: Sql, forMembers: (customer: Sql) => Sql): Scope => {
  const customer = sql`${row}.customer_id`;
  switch (viewer.reach) {
    case Reach.STAFF:
      return 'all';
    case Reach.REVENDEUR:
      return visibleById(viewer, Customer, customer);
    case Reach.CLIENT:
      return forMembers(customer);
    default:
      return 'none';
  }
};

export const vehiclePolicy = definePolicy(Vehicle, {
  visible: (viewer, row) => ofCustomers(viewer, row, (customer) => isMember(viewer, customer)),
  can: {
    update: (viewer) => isOurs(viewer, 'vehicle.update'),
    delete: (viewer) => isOurs(viewer, 'vehicle.delete'),
  },
});

/** Work is a part of a membership. */
export const workOrderPolicy = definePolicy(WorkOrder, {
  visible: (viewer, row) => ofCustomers(viewer, row, (customer) => isMemberFor(viewer, customer, 'projects')),
  can: {
    update: (viewer, order) => isOurs(viewer, 'workOrder.update') && isOpen(order.status),
    start: (viewer, order) => mayMove(viewer, order, WorkOrderStatus.IN_PROGRESS),
    finish: (viewer, order) => mayMove(viewer, order, WorkOrderStatus.DONE),
    plan: (viewer, order) => mayMove(viewer, order, WorkOrderStatus.PLANNED),
    cancel: (viewer, order) => mayMove(viewer, order, WorkOrderStatus.CANCELLED),
  },
});

const mayMove = (viewer: Viewer, { status }: WorkOrder, to: WorkOrderStatus): boolean =>
  isOurs(viewer, 'workOrder.update') && leadsTo(status, to);
