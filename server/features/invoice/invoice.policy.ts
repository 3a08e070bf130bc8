import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Reach } from '../user/role.entity.js';
import { Invoice } from './invoice.entity.js';
import { statesOf } from './invoice.rules.js';
import { InvoiceLine } from './invoice-line.entity.js';

/** The permission holds, and the invoice is in a state in which the verb applies. */
const may = (permission: string, verb: keyof typeof statesOf) => (viewer: Viewer, invoice: Invoice) =>
  viewer.permissions.has(permission) && statesOf[verb].includes(invoice.status);

/** A draft is not yet a document: it is our own business until it is issued. */
export const invoicePolicy = definePolicy(Invoice, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.REVENDEUR:
        return sql`${row}.status <> 'DRAFT' and ${visibleById(viewer, Customer, sql`${row}.customer_id`)}`;
      case Reach.CLIENT:
        return sql`${row}.status <> 'DRAFT' and ${isMemberFor(viewer, sql`${row}.customer_id`, 'finance')}`;
      default:
        return 'none';
    }
  },
  can: {
    update: may('invoice.update', 'update'),
    issue: may('invoice.issue', 'issue'),
    delete: may('invoice.delete', 'delete'),
    pay: may('payment.create', 'pay'),
  },
});

export const invoiceLinePolicy = definePolicy(InvoiceLine, {
  visible: (viewer, row) => visibleById(viewer, Invoice, sql`${row}.invoice_id`),
  can: {},
});
