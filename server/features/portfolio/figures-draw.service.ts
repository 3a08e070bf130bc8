import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { comparedDays, figuresDrawn, figuresOfSome, keepBefore, limitsKept, mainCurrency } from '../figures/figures.relations.js';
import { healthOf, type Weights } from '../health/health.rules.js';
import { readKnown } from '../health/health.service.js';
import { byFactor, healthWeightsOf } from '../health/health-weights.service.js';
import { fitsUntil } from '../lifetime/fit.service.js';
import { historiesOf, inWeeks } from '../lifetime/history.service.js';
import { monthIn, VALUE_MONTHS } from '../lifetime/lifetime.rules.js';
import { figuresOf } from '../lifetime/lifetime-figures.rules.js';

/** What is to be kept of a customer beside the figures that SQL works out. */
interface Worked {
  id: string;
  currency: string | null;
  purchases: number | null;
  alive: number | null;
  expected: number | null;
  value: number | null;
  health: number | null;
}

/** How far it is, 0 to 1. */
export type Told = (part: number) => Promise<void> | void;

const AT_ONCE = 1_000;
const KEEPING = 7_310_032;
/** A year of weeks, and the one they begin in. */
const WEEKS = 53;

/** Works out what is kept of all customers, and keeps it all at once: nobody sees the figures of two days. */
export async function drawFigures(ctx: Context, asOf: string, signal?: AbortSignal, told: Told = () => {}): Promise<number> {
  // Whose purchases change from here on is noted anew.
  await ctx.query(sql`delete from figures_due`);
  const all = await workedOut(ctx, asOf, null, signal, told);
  await ctx.db.transaction((transaction) => keep(ctx.inside(transaction), all, asOf));
  await told(1);
  return all.length;
}

/** Some customers again, as of the day all were worked out: by the limits of that day, so that nobody else's scores move. */
export async function drawSome(ctx: Context, asOf: string, ids: readonly string[], signal?: AbortSignal): Promise<void> {
  const some = await workedOut(ctx, asOf, ids, signal);
  await ctx.query(sql`select pg_advisory_xact_lock(${KEEPING})`);
  await keepRows(ctx, some, asOf);
  await keepBought(ctx, figuresOfSome(asOf, ids), ids);
}

async function workedOut(
  ctx: Context,
  asOf: string,
  ids: readonly string[] | null,
  signal?: AbortSignal,
  told: Told = () => {},
): Promise<Worked[]> {
  const worked = await foretell(ctx, asOf, ids, signal);
  await told(0.2);
  const weights = byFactor(await healthWeightsOf(ctx));
  const all = [...worked.values()];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    await judge(ctx, all.slice(at, at + AT_ONCE), asOf, weights);
    await told(0.2 + (0.7 * Math.min(at + AT_ONCE, all.length)) / all.length);
  }
  return all;
}

/** These customers, or every one, with their forecast where there is one. */
async function foretell(
  ctx: Context,
  asOf: string,
  some: readonly string[] | null,
  signal?: AbortSignal,
): Promise<Map<string, Worked>> {
  const ids = await ctx.query<{ id: string }>(sql`
    select id from customer where ${some ? sql`id = any(${some}::uuid[])` : sql`true`} order by id`);
  const nothing = { currency: null, purchases: null, alive: null, expected: null, value: null, health: null };
  const worked = new Map(ids.map(({ id }): [string, Worked] => [id, { id, ...nothing }]));
  const fits = new Map((await fitsUntil(ctx, asOf)).map((fit) => [fit.currency, fit]));
  const theirs = some && {
    orders: sql`o.customer_id = any(${some}::uuid[])`,
    invoices: sql`i.customer_id = any(${some}::uuid[])`,
  };
  const histories = await historiesOf(ctx, { until: asOf, ...theirs });
  for (const [i, history] of histories.entries()) {
    const one = worked.get(history.id);
    if (!one) continue;
    Object.assign(one, { currency: history.currency, purchases: history.frequency + 1 });
    const fit = fits.get(history.currency);
    if (fit?.purchases.absence === null) {
      const { alive, purchases, discounted } = figuresOf(fit, inWeeks(history), VALUE_MONTHS * monthIn.week, monthIn.week);
      Object.assign(one, { alive, expected: purchases, value: discounted === null ? null : Math.round(discounted * 100) });
    }
    // Requests that wait go first.
    if (i % 200 === 0) {
      signal?.throwIfAborted();
      await turn();
    }
  }
  return worked;
}

async function judge(ctx: Context, some: readonly Worked[], asOf: string, weights: Weights): Promise<void> {
  const known = await readKnown(
    ctx,
    some.map(({ id }) => id),
    asOf,
  );
  for (const [i, one] of some.entries()) one.health = healthOf(known[i], weights, asOf).score;
}

/** The health of a week is that of its last look; looked at again for an earlier day, nothing later is known. */
async function keepRows(ctx: Context, all: readonly Worked[], asOf: string): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE)
    await ctx.query(sql`
      insert into customer_figures as kept (customer_id, as_of, currency, purchases, alive, expected_purchases, value_cents, health,
        health_days, health_scores)
      select w.id, ${asOf}::date, w.currency, w.purchases, w.alive, w.expected, w.value, w.health,
        case when w.health is null then '{}' else array[${asOf}::date] end, case when w.health is null then '{}' else array[w.health] end
      from json_to_recordset(${JSON.stringify(all.slice(at, at + AT_ONCE))}::json) w (id uuid, currency text, purchases integer,
        alive double precision, expected double precision, value bigint, health smallint)
      join customer on customer.id = w.id and customer.restricted_at is null
      on conflict (customer_id) do update set as_of = excluded.as_of, currency = excluded.currency, purchases = excluded.purchases,
        alive = excluded.alive, expected_purchases = excluded.expected_purchases, value_cents = excluded.value_cents,
        health = excluded.health,
        (health_days, health_scores) = (
          select coalesce(array_agg(day order by day), '{}'), coalesce(array_agg(score order by day), '{}')
          from (
            select * from unnest(kept.health_days || excluded.health_days, kept.health_scores || excluded.health_scores)
              with ordinality as point (day, score, place)
            where day > ${asOf}::date - ${7 * WEEKS}::integer and day <= ${asOf}::date) point
          where not exists (
            select from unnest(kept.health_days || excluded.health_days) with ordinality as later (day, place)
            where date_trunc('week', later.day) = date_trunc('week', point.day) and later.place > point.place))`);
}

/** What was ordered, of all or of these customers; who ordered nothing that counts has nothing. */
async function keepBought(ctx: Context, drawn: Sql, ids: readonly string[] | null): Promise<void> {
  await ctx.query(sql`
    update customer_figures kept set recency_days = drawn.recency_days, frequency = drawn.frequency, monetary_cents = drawn.monetary_cents,
      r = drawn.r, f = drawn.f, m = drawn.m, segment = drawn.segment, tenth = drawn.tenth, first_month = drawn.first_month,
      active_months = drawn.active_months
    from customer_figures it left join (${drawn}) drawn on drawn.customer_id = it.customer_id
    where kept.customer_id = it.customer_id and ${ids ? sql`it.customer_id = any(${ids}::uuid[])` : sql`true`}`);
}

/** The days that people compare with, as the orders tell them now. */
async function keepCompared(ctx: Context, asOf: string): Promise<void> {
  await ctx.query(sql`delete from figures_before`);
  await ctx.query(sql`delete from figures_before_drawn`);
  const days = await ctx.query<{ day: string }>(sql`
    insert into figures_before_drawn select ${asOf}::date - days from unnest(${[...comparedDays]}::integer[]) days returning as_of::text as day`);
  for (const { day } of days) await ctx.query(keepBefore(day));
}

async function keep(ctx: Context, all: readonly Worked[], asOf: string): Promise<void> {
  await ctx.query(sql`select pg_advisory_xact_lock(${KEEPING})`);
  await keepRows(ctx, all, asOf);
  await keepBought(ctx, figuresDrawn(asOf), null);
  await keepCompared(ctx, asOf);
  await ctx.query(sql`
    insert into figures_drawn (as_of, currency, sample, recency_limits, frequency_limits, monetary_limits, tenth_limits)
    select ${asOf}::date, (${mainCurrency}), kept.sample, kept.recency, kept.frequency, kept.monetary, kept.tenths from (${limitsKept}) kept
    on conflict (only_one) do update set as_of = excluded.as_of, currency = excluded.currency, sample = excluded.sample, drawn_at = now(),
      recency_limits = excluded.recency_limits, frequency_limits = excluded.frequency_limits, monetary_limits = excluded.monetary_limits,
      tenth_limits = excluded.tenth_limits`);
}
