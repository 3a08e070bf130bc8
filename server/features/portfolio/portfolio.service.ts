import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import { figuresOn, mainCurrency, monthNumber, readsFigures } from '../figures/figures.relations.js';
import { HealthGrade } from '../health/health.entity.js';
import { FAIR_FROM, GOOD_FROM } from '../health/health.rules.js';
import { lifetimeFits } from '../lifetime/forecast.service.js';
import { todayOf } from '../lifetime/history.service.js';
import type {
  Portfolio,
  PortfolioChance,
  PortfolioCohort,
  PortfolioForecast,
  PortfolioHealth,
  PortfolioMovement,
} from './portfolio.entity.js';

interface Drawn {
  asOf: string;
  currency: string;
  drawnAt: Date;
}

const drawnNow = async (ctx: Context): Promise<Drawn | undefined> =>
  (await ctx.query<Drawn>(sql`select as_of::text as "asOf", currency, drawn_at as "drawnAt" from figures_drawn`))[0];

const COHORTS = 24;
const LATER = 12;

/** Two statements. Null for who does not reach all customers. */
export async function portfolioOf(ctx: Context, day: string | null): Promise<Portfolio | null> {
  if (!readsFigures(ctx.viewer)) return null;
  const drawn = await drawnNow(ctx);
  const asOf = day ?? drawn?.asOf ?? (await todayOf(ctx));
  const [found] = await ctx.query<Omit<Portfolio, 'asOf' | 'drawnAt' | 'cohorts'> & { cohorts: CohortRow[] }>(sql`
    with bought as materialized (${figuresOn(asOf)}),
    ranked as (select monetary_cents, row_number() over (order by monetary_cents) as place from bought),
    total as (select count(*)::integer as customers, coalesce(sum(monetary_cents), 0)::bigint as cents from bought),
    tenths as (select tenth, count(*)::integer as customers, sum(monetary_cents)::bigint as cents from bought group by tenth),
    months as (
      select first_month, month, count(*)::integer as customers from bought, unnest(active_months) as month
      where first_month > date_trunc('month', ${asOf}::date) - make_interval(months => ${rowCount(COHORTS)})
        and month - ${monthNumber(sql`first_month`)} between 0 and ${rowCount(LATER)} group by first_month, month)
    select (select currency from (${mainCurrency}) main) as currency, customers, cents::double precision as "monetaryCents",
      (select coalesce(json_agg(cell order by cell.r desc, cell.f), '[]') from (
        select r, f, count(*)::integer as customers, sum(monetary_cents)::bigint as "monetaryCents" from bought where r is not null
        group by r, f) cell) as cells,
      (select coalesce(json_agg(one order by one."monetaryCents" desc, one.segment), '[]') from (
        select segment, count(*)::integer as customers, sum(monetary_cents)::bigint as "monetaryCents" from bought
        where segment is not null group by segment) one) as segments,
      (select coalesce(json_agg(one order by one.tenth), '[]') from (
        select tenth, customers, cents as "monetaryCents", cents::double precision / nullif(total.cents, 0) as share,
          sum(cents) over (order by tenth)::double precision / nullif(total.cents, 0) as "shareSoFar" from tenths) one) as tenths,
      case when total.cents > 0 and (select min(monetary_cents) from bought) >= 0 then (
        select 2 * sum(place * monetary_cents)::double precision / (customers::double precision * total.cents)
          - (customers + 1)::double precision / customers from ranked) end as gini,
      (select coalesce(json_agg(months order by first_month desc, month), '[]') from months) as cohorts
    from total`);
  const kept = drawn?.asOf === asOf ? drawn : null;
  return {
    ...found,
    asOf,
    drawnAt: kept?.drawnAt ?? null,
    currency: kept?.currency ?? found.currency,
    cohorts: cohortsOf(found.cohorts, asOf),
  };
}

interface CohortRow {
  first_month: string;
  month: number;
  customers: number;
}

const dayOfMonth = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Months without anybody are told too, and none that has not begun. */
function cohortsOf(rows: readonly CohortRow[], asOf: string): PortfolioCohort[] {
  return [...Map.groupBy(rows, (row) => row.first_month)].map(([month, those]) => {
    const first = monthOf(month);
    const in_ = new Map(those.map((row) => [row.month, row.customers]));
    return {
      month,
      customers: in_.get(first) ?? 0,
      later: Array.from({ length: Math.min(LATER, monthOf(asOf) - first) }, (_, i) => ({
        month: dayOfMonth(first + i + 1),
        customers: in_.get(first + i + 1) ?? 0,
      })),
    };
  });
}

/** Only who has a segment on both days, or had not ordered on the first. */
export const movementsOf = (ctx: Context, asOf: string, since: string): Promise<PortfolioMovement[]> =>
  ctx.query<PortfolioMovement>(sql`
    select before.segment as "from", it.segment as "to", count(*)::integer as customers
    from (${figuresOn(asOf)}) it left join (${figuresOn(since)}) before on before.customer_id = it.customer_id
    where it.segment is not null and (before.customer_id is null or before.segment is not null)
    group by before.segment, it.segment order by customers desc, before.segment, it.segment`);

/** Where customers part by the chance that they still buy. */
const chances = [0.8, 0.5, 0.2, 0];

/** One for each currency that models were fitted in, as kept: two statements, and those of the models. */
export async function forecastsOf(ctx: Context): Promise<PortfolioForecast[]> {
  const drawn = await drawnNow(ctx);
  const fits = drawn ? await lifetimeFits(ctx, drawn.asOf) : [];
  const rows = await ctx.query<PortfolioChance & { currency: string }>(sql`
    select currency, class.least as "from", class.below, count(*)::integer as customers, sum(expected_purchases) as "expectedPurchases",
      sum(value_cents)::double precision as "valueCents"
    from customer_figures join unnest(${chances}::double precision[], ${[null, ...chances.slice(0, -1)]}::double precision[])
      as class (least, below) on alive >= class.least and (class.below is null or alive < class.below)
    group by currency, class.least, class.below order by class.least desc`);
  const sum = (of: readonly PortfolioChance[], part: 'customers' | 'expectedPurchases' | 'valueCents') =>
    of.reduce((total, one) => total + (one[part] ?? 0), 0);
  return fits.map((fit) => {
    const those = rows.filter(({ currency }) => currency === fit.currency);
    return {
      currency: fit.currency,
      customers: sum(those, 'customers'),
      expectedPurchases: sum(those, 'expectedPurchases'),
      valueCents: those.some(({ valueCents }) => valueCents !== null) ? sum(those, 'valueCents') : null,
      chances: those,
      fit,
    };
  });
}

export async function healthsOf(ctx: Context): Promise<PortfolioHealth[]> {
  const [counted] = await ctx.query<Record<HealthGrade, number>>(sql`
    select count(*) filter (where health >= ${GOOD_FROM})::integer as "GOOD",
      count(*) filter (where health >= ${FAIR_FROM} and health < ${GOOD_FROM})::integer as "FAIR",
      count(*) filter (where health < ${FAIR_FROM})::integer as "POOR" from customer_figures`);
  return Object.values(HealthGrade).map((grade) => ({ grade, customers: counted[grade] }));
}
