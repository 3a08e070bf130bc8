import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Order } from './order.entity.js';
import { OrderLine } from './order-line.entity.js';

/**
 * Money: the client's members need to be let see finances, and a prestataire sees none of it. What a run or one of us found to be a
 * customer's is for us alone until its buyer proved the address.
 */
export const orderPolicy = definePolicy(Order, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.disclosed and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`;
      case Reach.CLIENT:
        return sql`${row}.disclosed and ${isMemberFor(viewer, sql`${row}.customer_id`, 'finance')}`;
      default:
        return 'none';
    }
  },
  can: {},
});

export const orderLinePolicy = definePolicy(OrderLine, {
  visible: (viewer, row) => (viewer.reach === Reach.STAFF ? 'all' : visibleById(viewer, Order, sql`${row}.order_id`)),
  can: {},
});
