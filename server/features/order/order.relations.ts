import { pagesOf } from '../../core/pages.js';
import { isChild, manyBy, oneById, rows, valueBy } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Order, OrderStatus } from './order.entity.js';
import type { OrderFilter } from './order.page.js';
import { OrderLine } from './order-line.entity.js';

export const orderById = oneById(Order);

const where = (filter: OrderFilter, row: Sql): Sql[] => [
  ...(filter.status ? [sql`${row}.status = ${filter.status}`] : []),
  ...(filter.placedFrom ? [sql`${row}.placed_at >= ${filter.placedFrom}`] : []),
  ...(filter.placedBefore ? [sql`${row}.placed_at < ${filter.placedBefore}`] : []),
  ...(filter.linked == null ? [] : [sql`${row}.customer_id is ${filter.linked ? sql`not null` : sql`null`}`]),
  ...(filter.number ? [sql`starts_with(${row}.number, ${filter.number})`] : []),
];

export const orders = pagesOf(Order, { where });
export const ordersByCustomer = pagesOf(Order, { by: 'customerId', where });
export const linesByOrder = manyBy(OrderLine, 'orderId', { order: { position: 'asc' }, unique: true });

interface OrderFigures {
  total: number;
  confirmed: number;
  pending: number;
  cancelled: number;
  spentCents: number;
  averageBasketCents: number | null;
  currency: string;
  lastOrderAt: Date | null;
}

const isConfirmed = (row: Sql) => sql`${row}.status = ${OrderStatus.CONFIRMED}`;

/** Amounts of two currencies make no sum: that of the latest confirmed order counts. */
export const orderFiguresByCustomer = valueBy(
  Order,
  (key, asked) => {
    const { row } = asked;
    const counts = sql`${isConfirmed(row)} and ${row}.currency = ${row}.main`;
    return sql`(select json_object(
      'total': count(*), 'confirmed': count(*) filter (where ${isConfirmed(row)}),
      'pending': count(*) filter (where ${row}.status = ${OrderStatus.PENDING}),
      'cancelled': count(*) filter (where ${row}.status = ${OrderStatus.CANCELLED}),
      'spentCents': coalesce(sum(${row}.total_cents) filter (where ${counts}), 0),
      'averageBasketCents': round(avg(${row}.total_cents) filter (where ${counts})),
      'currency': coalesce(min(${row}.main), 'EUR'), 'lastOrderAt': max(${row}.placed_at))
      from (select ${row}.*, first_value(${row}.currency) over (order by ${isConfirmed(row)} desc, ${row}.placed_at desc, ${row}.id desc) as main
        from ${rows(Order, asked, isChild(Order, asked, 'customerId', key))}) ${row})`;
  },
  (json) => {
    const figures = json as Omit<OrderFigures, 'lastOrderAt'> & { lastOrderAt: string | null };
    return {
      ...figures,
      lastOrderAt: figures.lastOrderAt === null ? null : new Date(figures.lastOrderAt),
    } satisfies OrderFigures;
  },
);
