import { badInput } from '../../core/errors.js';
import { valueBy, visibleRows } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { Order } from '../order/order.entity.js';
import '../invoice/invoice.words.js';
import type { RevenueMonth } from './rfm.entity.js';

const MOST_MONTHS = 60;

/** Nothing ties an order to an invoice, so both count: who bills what they also import as orders sees it twice. */
const moneyOf = (key: Sql, asked: Parameters<typeof visibleRows>[1]): Sql => sql`
  select (o.placed_at at time zone 'Europe/Paris')::date as day, o.total_cents as cents, o.currency
  from ${visibleRows(Order, asked, sql`o`, sql`o.customer_id = ${key} and o.status = 'CONFIRMED'`)}
  union all
  select i.issued_on, i.net_cents, i.currency
  from ${visibleRows(Invoice, asked, sql`i`, sql`i.customer_id = ${key} and i.status <> 'DRAFT'`)}`;

/** Every month of the span, with 0 where nothing came in. */
export const revenueByCustomer = valueBy(
  Order,
  (key, asked) => {
    const { months, until } = asked.args as { months: number; until?: string | null };
    if (months < 1 || months > MOST_MONTHS) throw badInput('BAD_MONTHS', { most: MOST_MONTHS });
    const span = sql`make_interval(months => ${months - 1}::integer)`;
    return sql`(
      with money as (${moneyOf(key, asked)}),
      ends as (
        select date_trunc('month', coalesce(${until ?? null}::date,
          case when max(day) < date_trunc('month', now() at time zone 'Europe/Paris') - ${span} then max(day) end,
          (now() at time zone 'Europe/Paris')::date)::timestamp) as month,
          coalesce((array_agg(currency order by day desc, currency))[1], 'EUR') as currency
        from money)
      select json_agg(json_object('month': first_day::date, 'currency': ends.currency, 'revenueCents': (
        select coalesce(sum(cents), 0) from money
        where day >= first_day and day < first_day + interval '1 month' and money.currency = ends.currency)) order by first_day)
      from ends, generate_series(ends.month - ${span}, ends.month, interval '1 month') as spread(first_day))`;
  },
  (json) => json as RevenueMonth[],
);
