import DataLoader from 'dataloader';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { counts, dayOf, mainCurrency, quintiles } from '../figures/figures.relations.js';
import { aboveQuantiles, type Cutoffs, FEWEST, type Figures, scoresOf, segmentOf } from '../figures/rfm.rules.js';
import { Order } from '../order/order.entity.js';
import { decimalsOf } from '../order/order-values.rules.js';
import { type CustomerAnalytics, type Rfm, RfmAbsence } from './rfm.entity.js';

interface Drawn extends Cutoffs {
  currency: string;
  sample: number;
  computedAt: Date;
}

/** One statement for the cut-offs and one for the figures, however many customers are asked for. */
export function analyticsOf(ctx: Context, customerId: string, asOf: string | null): Promise<CustomerAnalytics> {
  const shared = `rfm ${asOf ?? ''}`;
  const loader = ctx.loaders.get(shared) ?? new DataLoader((ids: readonly string[]) => readAnalytics(ctx, ids, asOf));
  ctx.loaders.set(shared, loader);
  return loader.load(customerId) as Promise<CustomerAnalytics>;
}

async function readAnalytics(ctx: Context, customerIds: readonly string[], day: string | null): Promise<CustomerAnalytics[]> {
  const asOf = day ?? (await today(ctx));
  const drawn = await cutoffsFor(ctx, asOf);
  const found = await ctx.query<{ id: string } & Record<keyof Figures, string>>(sql`
    select customer_id as id, ${asOf}::date - max(${dayOf(sql`o`)}) as recency, count(*) as frequency, sum(total_cents) as monetary
    from "order" o where customer_id = any(${customerIds}::uuid[]) and ${counts(asOf, sql`${drawn.currency}`)} and ${visible(ctx.viewer, Order, sql`o`)}
    group by customer_id`);
  const figures = new Map(found.map(({ id, recency, frequency, monetary }) => [id, numbers({ recency, frequency, monetary })]));
  return customerIds.map((customerId) => {
    const about = { customerId, asOf: day };
    const own = figures.get(customerId);
    if (!own) return { ...about, rfm: null, rfmAbsence: RfmAbsence.NO_ORDERS };
    if (drawn.sample < FEWEST) return { ...about, rfm: null, rfmAbsence: RfmAbsence.TOO_FEW_CUSTOMERS };
    return { ...about, rfm: rfmOf(own, drawn, asOf), rfmAbsence: null };
  });
}

const numbers = ({ recency, frequency, monetary }: Record<keyof Figures, string>): Figures => ({
  recency: Number(recency),
  frequency: Number(frequency),
  monetary: Number(monetary),
});

function rfmOf(own: Figures, { currency, sample, computedAt, ...cutoffs }: Drawn, asOf: string): Rfm {
  const scores = scoresOf(own, cutoffs);
  return {
    recencyDays: own.recency,
    frequency: own.frequency,
    monetaryCents: own.monetary,
    currency,
    ...scores,
    segment: segmentOf(scores),
    cutoffs: { r: cutoffs.recency, f: cutoffs.frequency, m: cutoffs.monetary },
    sample,
    asOf,
    computedAt,
  };
}

async function today(ctx: Context): Promise<string> {
  const [{ day }] = await ctx.query<{ day: string }>(sql`select (now() at time zone 'Europe/Paris')::date::text as day`);
  return day;
}

/** From so many customers on, drawing takes long enough that a change of one order is not worth it. */
const LARGE = 20_000;

/** As they were last drawn for that day, unless that is long ago or orders changed since; else drawn over all customers. */
export async function cutoffsFor(ctx: Context, asOf: string): Promise<Drawn> {
  const columns = sql`currency, sample, recency, frequency, monetary, computed_at as "computedAt"`;
  const [known] = await ctx.query<Drawn>(sql`
    select ${columns} from rfm_cutoffs where as_of = ${asOf}::date and computed_at > now() - interval '10 minutes'
      and (not stale or sample >= ${LARGE})`);
  if (known) return above(known);
  const [drawn] = await ctx.query<Drawn>(sql`
    with main as (${mainCurrency}),
    figures as materialized (
      select ${asOf}::date - max(${dayOf(sql`o`)}) as recency, count(*) as frequency, sum(total_cents) as monetary
      from "order" o where ${counts(asOf, sql`(select currency from main)`)} group by customer_id)
    insert into rfm_cutoffs as known (as_of, currency, sample, recency, frequency, monetary)
    select ${asOf}::date, (select currency from main), count(*), ${quintiles(sql`recency`)}, ${quintiles(sql`frequency`)}, ${quintiles(sql`monetary`)}
    from figures
    on conflict (as_of) do update set currency = excluded.currency, sample = excluded.sample, recency = excluded.recency,
      frequency = excluded.frequency, monetary = excluded.monetary, computed_at = now(), stale = false
    returning ${columns}`);
  return above(drawn);
}

const above = (drawn: Drawn): Drawn => ({ ...drawn, ...aboveQuantiles(drawn, 10 ** (decimalsOf(drawn.currency) ?? 2)) });
