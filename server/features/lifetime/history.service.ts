import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import type { SpendingHistory } from './lifetime-figures.rules.js';

/** A customer's purchases until a day, in the currency they bought in most often; times in days. */
export interface CustomerHistory extends SpendingHistory {
  id: string;
  currency: string;
  /** Purchases, and what they came to in cents, after that day. */
  later: number;
  laterCents: number;
}

interface Asked {
  /** What is known. */
  until: string;
  /** What is counted as later ends here; the same day: nothing is. */
  compared?: string;
  /** Conditions on the rows `o` of orders and `i` of invoices: whose, and for whose eyes. */
  orders?: Sql;
  invoices?: Sql;
}

/**
 * A purchase is a day with confirmed orders or issued invoices (see the decision on revenue): two orders of a day are one visit. The
 * mean is that of all purchases but the first, in units of money.
 */
export function historiesOf(
  ctx: Context,
  { until, compared = until, orders = sql`true`, invoices = sql`true` }: Asked,
): Promise<CustomerHistory[]> {
  return ctx.query<CustomerHistory>(sql`
    with asked as (select ${until}::date as known, ${compared}::date as compared),
    bought as (${boughtUntil(compared, orders, invoices)}),
    days as (select customer_id, currency, day, sum(cents) as cents from bought group by customer_id, currency, day),
    figures as (
      select customer_id, currency, count(*) filter (where day <= known) as purchases, min(day) as first,
        max(day) filter (where day <= known) as last, sum(cents) filter (where day <= known) as cents,
        (array_agg(cents order by day))[1] as first_cents, count(*) filter (where day > known) as later,
        coalesce(sum(cents) filter (where day > known), 0) as later_cents
      from days, asked group by customer_id, currency having min(day) <= min(known))
    select distinct on (customer_id) customer_id as id, currency, (purchases - 1)::integer as frequency, last - first as recency,
      known - first as age, ((cents - first_cents) / 100.0 / nullif(purchases - 1, 0))::double precision as mean,
      later::integer as later, later_cents::double precision as "laterCents"
    from figures, asked order by customer_id, purchases desc, last desc, currency`);
}

/** What was bought, as `customer_id`, `currency`, `day`, `cents`. Conditions are on the rows `o` of orders and `i` of invoices. */
export const boughtUntil = (day: string, orders: Sql, invoices: Sql): Sql => sql`
  select o.customer_id, o.currency, (o.placed_at at time zone 'Europe/Paris')::date as day, o.total_cents as cents
  from "order" o where o.status = 'CONFIRMED' and o.customer_id is not null
    and o.placed_at < (${day}::date + 1)::timestamp at time zone 'Europe/Paris' and ${orders}
  union all
  select i.customer_id, i.currency, i.issued_on, i.net_cents
  from invoice i where i.status <> 'DRAFT' and i.issued_on <= ${day}::date and ${invoices}`;

const DAYS = 7;

/** In weeks: what the models count in. */
export const inWeeks = <History extends SpendingHistory>(history: History): History => ({
  ...history,
  recency: history.recency / DAYS,
  age: history.age / DAYS,
});

export async function todayOf(ctx: Context): Promise<string> {
  const [{ day }] = await ctx.query<{ day: string }>(sql`select (now() at time zone 'Europe/Paris')::date::text as day`);
  return day;
}
