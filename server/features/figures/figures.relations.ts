import type { Viewer } from '../../core/context.js';
import { join, literal, rowCount, type Sql, sql } from '../../core/sql.js';
import type { CustomerFiguresFilter, FiguresBefore } from './figures.page.js';
import { FEWEST, segments } from './rfm.rules.js';
import { Segment } from './segment.entity.js';

/** Days are those of Paris, as everywhere people read them. */
export const dayOf = (row: Sql): Sql => sql`(${row}.placed_at at time zone 'Europe/Paris')::date`;

/** Orders, as `o`, that count until the end of a day. */
export const counts = (
  asOf: string,
  currency: Sql,
): Sql => sql`o.status = 'CONFIRMED' and o.customer_id is not null and o.currency = ${currency}
  and o.placed_at < (${asOf}::date + 1)::timestamp at time zone 'Europe/Paris'`;

/** The one most orders are in. */
export const mainCurrency = sql`
  select coalesce((select currency from "order" where status = 'CONFIRMED' and customer_id is not null
    group by currency order by count(*) desc, currency limit 1), 'EUR') as currency`;

/** R's quantile type 7, four of them. */
export const quintiles = (column: Sql): Sql =>
  sql`coalesce(percentile_cont(array[0.2, 0.4, 0.6, 0.8]) within group (order by ${column}::double precision), '{}')`;

/** Currencies whose unit is not a hundred of what amounts are told in. */
const units = Object.fromEntries(
  Intl.supportedValuesOf('currency')
    .map((currency): [string, number] => [
      currency,
      10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2),
    ])
    .filter(([, parts]) => parts !== 100),
);
const unitOf = (currency: Sql): Sql => sql`coalesce((${JSON.stringify(units)}::jsonb ->> ${currency})::integer, 100)`;

/** A month as a number that grows by one from each to the next. */
export const monthNumber = (day: Sql): Sql => sql`(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::smallint`;

/** The cut-offs: one day, one order or one unit above the quintiles. */
const above = (quintiles: Sql, one: Sql): Sql => sql`array(select cutoff + ${one} from unnest(${quintiles}) cutoff)`;

/** 1 to 5: one more than how many of the cut-offs a value reaches. */
const score = (value: Sql, cutoffs: Sql): Sql => sql`(1 + width_bucket(${value}::double precision, ${cutoffs}))::smallint`;

const segmentSql = sql`case ${join(
  segments.map(
    ([
      segment,
      r,
      f,
      m,
    ]) => sql`when r between ${rowCount(r[0])} and ${rowCount(r[1])} and f between ${rowCount(f[0])} and ${rowCount(f[1])}
      and m between ${rowCount(m[0])} and ${rowCount(m[1])} then ${literal(segment)}`,
  ),
  ' ',
)} when r is not null then ${literal(Segment.OTHERS)} end`;

/** The columns of who had ordered, that both ways to them have. */
const columns = sql`customer_id, recency_days, frequency, monetary_cents, r, f, m, segment, tenth, first_month, active_months`;

/** What customers ordered until a day, one row each; of these customers where they are named. */
const orderedUntil = (asOf: string, of: Sql): Sql => sql`
  select customer_id, ${asOf}::date - max(day) as recency_days, count(*)::integer as frequency, sum(total_cents)::bigint as monetary_cents,
    date_trunc('month', min(day))::date as first_month, array_agg(distinct ${monthNumber(sql`day`)}) as active_months
  from (
    select o.customer_id, ${dayOf(sql`o`)} as day, o.total_cents from "order" o
    where ${counts(asOf, sql`(select currency from main)`)} and ${of}) bought
  group by customer_id`;

/** The limits between scores, over all customers. */
const limits = (of: Sql): Sql => sql`
  select sample, ${above(sql`recency`, sql`1`)} as recency, ${above(sql`frequency`, sql`1`)} as frequency,
    ${above(sql`monetary`, sql`unit`)} as monetary
  from (
    select count(*) as sample, ${quintiles(sql`recency_days`)} as recency, ${quintiles(sql`frequency`)} as frequency,
      ${quintiles(sql`monetary_cents`)} as monetary, (select ${unitOf(sql`currency`)} from main) as unit
    from ${of}) fifths`;

/** Figures with the scores that limits give them. */
const scored = (tenth: Sql): Sql => sql`
  select it.*, case when sample >= ${FEWEST} then 6 - ${score(sql`it.recency_days`, sql`limits.recency`)} end as r,
    case when sample >= ${FEWEST} then ${score(sql`it.frequency`, sql`limits.frequency`)} end as f,
    case when sample >= ${FEWEST} then ${score(sql`it.monetary_cents`, sql`limits.monetary`)} end as m, ${tenth}::smallint as tenth
  from figures it, limits`;

/** Worked out from all orders until a day; for a hundred thousand customers some seconds. */
export const figuresDrawn = (asOf: string): Sql => sql`
  select ${columns} from (
    with main as materialized (${mainCurrency}),
    figures as materialized (${orderedUntil(asOf, sql`true`)}),
    limits as materialized (${limits(sql`figures`)}),
    scored as (${scored(sql`ntile(10) over (order by it.monetary_cents desc, it.customer_id)`)})
    select *, ${segmentSql} as segment from scored) drawn`;

/** The same for some customers, by the limits of the day that was last worked out for all. */
export const figuresOfSome = (asOf: string, ids: readonly string[]): Sql => sql`
  select ${columns} from (
    with main as materialized (select currency from figures_drawn),
    figures as materialized (${orderedUntil(asOf, sql`o.customer_id = any(${ids}::uuid[])`)}),
    limits as materialized (
      select sample, recency_limits as recency, frequency_limits as frequency, monetary_limits as monetary, tenth_limits from figures_drawn),
    scored as (${scored(sql`1 + (select count(*) from unnest(limits.tenth_limits) least where it.monetary_cents < least)`)})
    select *, ${segmentSql} as segment from scored) drawn`;

/** The limits of what is kept now, for `figures_drawn`: `recency`, `frequency`, `monetary`, and the least of the first nine tenths. */
export const limitsKept: Sql = sql`
  select limits.*, (
    select coalesce(array_agg(least order by tenth), '{}') from (
      select tenth, min(monetary_cents) as least from customer_figures where tenth < 10 group by tenth) tenths) as tenths
  from (with main as (${mainCurrency}) ${limits(sql`customer_figures where frequency is not null`)}) limits`;

/** So many days before the last are kept too: those that people compare with. */
export const comparedDays = [30, 90, 365] as const;

/** As they are kept where they are of that day; else worked out. Two of the three are never run. */
export const figuresOn = (asOf: string): Sql => sql`
  select ${columns} from customer_figures where as_of = ${asOf}::date and frequency is not null
  union all
  select ${columns} from figures_before where as_of = ${asOf}::date
    and not exists (select from figures_drawn where as_of = ${asOf}::date)
  union all
  select ${columns} from (${figuresDrawn(asOf)}) live where not exists (select from figures_drawn where as_of = ${asOf}::date)
    and not exists (select from figures_before_drawn where as_of = ${asOf}::date)`;

/** Keeps what customers had ordered by that day. */
export const keepBefore = (asOf: string): Sql => sql`
  insert into figures_before (as_of, ${columns}) select ${asOf}::date, ${columns} from (${figuresDrawn(asOf)}) drawn`;

/** What is said of all customers is for who reaches all of them. */
export const readsFigures = ({ reach, permissions }: Viewer): boolean => reach === 'staff' && permissions.has('analytics.read');

/** The conditions on a customer's row. */
export function meetsFigures(filter: CustomerFiguresFilter | null | undefined, customer: Sql, viewer: Viewer): Sql[] {
  if (!filter) return [];
  if (!readsFigures(viewer)) return [sql`false`];
  const { asOf, before } = filter;
  const [bought, kept] = [boughtConditions(filter), keptConditions(filter)];
  return [
    ...(bought.length === 0 && kept.length > 0
      ? []
      : [
          sql`${customer}.id in (select g.customer_id from (${
            asOf ? figuresOn(asOf) : sql`select ${columns} from customer_figures where frequency is not null`
          }) g where ${join([sql`true`, ...bought], ' and ')})`,
        ]),
    ...(kept.length > 0
      ? [sql`exists (select from customer_figures g where g.customer_id = ${customer}.id and ${join(kept, ' and ')})`]
      : []),
    ...(before ? [stoodThere(before, customer)] : []),
  ];
}

const stoodThere = ({ asOf, segment }: FiguresBefore, customer: Sql): Sql =>
  segment
    ? sql`${customer}.id in (select g.customer_id from (${figuresOn(asOf)}) g where g.segment = ${segment})`
    : sql`${customer}.id not in (select g.customer_id from (${figuresOn(asOf)}) g)`;

const boughtConditions = ({ segment, r, f, m, tenth, tenths, cohort, activeIn }: CustomerFiguresFilter): Sql[] => [
  ...(segment ? [sql`g.segment = ${segment}`] : []),
  ...(r != null ? [sql`g.r = ${r}`] : []),
  ...(f != null ? [sql`g.f = ${f}`] : []),
  ...(m != null ? [sql`g.m = ${m}`] : []),
  ...(tenth != null ? [sql`g.tenth = ${tenth}`] : []),
  ...(tenths != null ? [sql`g.tenth <= ${tenths}`] : []),
  ...(cohort ? [sql`g.first_month = date_trunc('month', ${cohort}::date)::date`] : []),
  ...(activeIn ? [sql`${monthNumber(sql`${activeIn}::date`)} = any(g.active_months)`] : []),
];

const keptConditions = (filter: CustomerFiguresFilter): Sql[] => [
  ...(filter.forecastIn ? [sql`g.alive is not null and g.currency = ${filter.forecastIn}`] : []),
  ...(filter.aliveFrom != null ? [sql`g.alive >= ${filter.aliveFrom}::double precision`] : []),
  ...(filter.aliveBelow != null ? [sql`g.alive < ${filter.aliveBelow}::double precision`] : []),
  ...(filter.healthFrom != null ? [sql`g.health >= ${filter.healthFrom}::integer`] : []),
  ...(filter.healthBelow != null ? [sql`g.health < ${filter.healthBelow}::integer`] : []),
];
