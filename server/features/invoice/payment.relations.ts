import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById, pickedBy, visibleRows } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { idOrNone } from './invoice.relations.js';
import { Payment } from './payment.entity.js';
import type { PaymentFilter } from './payment.page.js';
import { PaymentAllocation } from './payment-allocation.entity.js';

export const paymentById = oneById(Payment);

export const payments = pagesOf(Payment, {
  where: ({ customerId, method, from, to }: PaymentFilter, row: Sql) => [
    ...(customerId ? [sql`${row}.customer_id = ${idOrNone(customerId)}::uuid`] : []),
    ...(method ? [sql`${row}.method = ${method}`] : []),
    ...(from ? [sql`${row}.paid_on >= ${from}::date`] : []),
    ...(to ? [sql`${row}.paid_on <= ${to}::date`] : []),
  ],
});

export const allocationsByPayment = manyBy(PaymentAllocation, 'paymentId', { order: {} });
export const allocationsByInvoice = manyBy(PaymentAllocation, 'invoiceId', { order: {} });

/** The payments that went to an invoice, at least in part, in the order they came. */
export const paymentsByInvoice = pickedBy(
  Payment,
  (key, asked) => sql`
    select * from ${visibleRows(
      Payment,
      asked,
      asked.row,
      sql`${asked.row}.id in (select part.payment_id from payment_allocation part where part.invoice_id = ${key})`,
    )} order by ${asked.row}.paid_on, ${asked.row}.id`,
);
