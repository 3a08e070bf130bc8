import { definePolicy, visibleById } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Payment } from './payment.entity.js';
import { PaymentAllocation } from './payment-allocation.entity.js';

export const paymentPolicy = definePolicy(Payment, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return visibleById(viewer, Customer, sql`${row}.customer_id`);
      case Reach.CLIENT:
        return isMemberFor(viewer, sql`${row}.customer_id`, 'finance');
      default:
        return 'none';
    }
  },
  can: {},
});

export const paymentAllocationPolicy = definePolicy(PaymentAllocation, {
  visible: (viewer, row) => visibleById(viewer, Payment, sql`${row}.payment_id`),
  can: {},
});
