import DataLoader from 'dataloader';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Activity } from '../activity/activity.entity.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { boughtUntil, todayOf } from '../lifetime/history.service.js';
import { Order } from '../order/order.entity.js';
import { habitsOf, type Known, type Paying, type PurchaseDay } from './habits.rules.js';

/** What is known of a customer on a day. */
export interface KnownOn extends Known {
  asOf: string;
}

/** Three statements, however many customers are asked for. */
export function knownOf(ctx: Context, customerId: string, asOf: string | null): Promise<KnownOn> {
  const shared = `health ${asOf ?? ''}`;
  const loader = ctx.loaders.get(shared) ?? new DataLoader((ids: readonly string[]) => readKnown(ctx, ids, asOf));
  ctx.loaders.set(shared, loader);
  return loader.load(customerId) as Promise<KnownOn>;
}

const nothing: Paying = { issued: 0, overdue: 0, oldestDays: 0, daysToPay: null };

/** The same for many at once, in their order. */
export async function readKnown(ctx: Context, ids: readonly string[], day: string | null): Promise<KnownOn[]> {
  const asOf = day ?? (await todayOf(ctx));
  const [bought, paying, spoken] = [
    await purchases(ctx, ids, asOf),
    await payments(ctx, ids, asOf),
    await contacts(ctx, ids, asOf),
  ];
  return ids.map((id) => {
    const pay = paying.get(id) ?? nothing;
    const { currency, days } = bought.get(id) ?? { currency: 'EUR', days: [] };
    return { habits: habitsOf(days, currency, pay, asOf), days, pay, contactDays: spoken.get(id) ?? null, asOf };
  });
}

/** In the currency they bought in most often. */
async function purchases(ctx: Context, ids: readonly string[], asOf: string) {
  const rows = await ctx.query<{ id: string; currency: string; days: PurchaseDay[] }>(sql`
    with bought as (${boughtUntil(
      asOf,
      sql`o.customer_id = any(${ids}::uuid[]) and ${visible(ctx.viewer, Order, sql`o`)}`,
      sql`i.customer_id = any(${ids}::uuid[]) and ${visible(ctx.viewer, Invoice, sql`i`)}`,
    )}),
    days as (select customer_id, currency, day, sum(cents) as cents from bought group by customer_id, currency, day)
    select distinct on (customer_id) customer_id as id, currency,
      json_agg(json_object('ago': ${asOf}::date - day, 'month': extract(month from day), 'cents': cents) order by day) as days
    from days group by customer_id, currency order by customer_id, count(*) desc, max(day) desc, currency`);
  return new Map(rows.map(({ id, currency, days }) => [id, { currency, days }]));
}

async function payments(ctx: Context, ids: readonly string[], asOf: string): Promise<Map<string, Paying>> {
  const late = sql`(i.due_on < ${asOf}::date and (i.paid_on is null or i.paid_on > ${asOf}::date))`;
  const rows = await ctx.query<{ id: string } & Paying>(sql`
    select customer_id as id, count(*)::integer as issued, count(*) filter (where ${late})::integer as overdue,
      coalesce(max(${asOf}::date - i.due_on) filter (where ${late}), 0)::integer as "oldestDays",
      (avg(i.paid_on - i.issued_on) filter (where i.paid_on <= ${asOf}::date and i.paid_on > ${asOf}::date - 730))::double precision as "daysToPay"
    from invoice i where i.customer_id = any(${ids}::uuid[]) and i.status <> 'DRAFT' and i.issued_on <= ${asOf}::date
      and ${visible(ctx.viewer, Invoice, sql`i`)} group by customer_id`);
  return new Map(rows.map(({ id, ...pay }) => [id, pay]));
}

async function contacts(ctx: Context, ids: readonly string[], asOf: string): Promise<Map<string, number>> {
  const rows = await ctx.query<{ id: string; days: number }>(sql`
    select customer_id as id, ${asOf}::date - max((a.occurred_at at time zone 'Europe/Paris')::date) as days
    from activity a where a.customer_id = any(${ids}::uuid[]) and a.kind in ('CALL', 'EMAIL', 'MEETING', 'NOTE')
      and a.occurred_at < (${asOf}::date + 1)::timestamp at time zone 'Europe/Paris' and ${visible(ctx.viewer, Activity, sql`a`)}
    group by customer_id`);
  return new Map(rows.map(({ id, days }) => [id, days]));
}
