import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '../../core/context.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { type CustomerHistory, historiesOf, inWeeks, todayOf } from './history.service.js';
import { type Checked, checked } from './hold-out.rules.js';
import { fitModels, type Models } from './lifetime-figures.rules.js';

/** A fit as it is kept. */
export interface KeptFit extends Models {
  currency: string;
  asOf: string;
  fittedAt: Date;
  holdOut: (Checked & { knownUntil: string; comparedUntil: string }) | null;
}

/** Requests that wait go first. */
const breathe = async (): Promise<void> => {
  await turn();
};

/** The check leaves the last third of the time aside, half a year at most; under four weeks nobody buys enough to compare. */
const LONGEST_CHECK = 182;
const SHORTEST_CHECK = 28;

/** Fits the models for each currency to what was known on a day, and keeps them. */
export async function fitLifetimes(ctx: Context, asOf: string, signal?: AbortSignal): Promise<number> {
  const all = byCurrency(await historiesOf(ctx, { until: asOf }));
  const span = [...all.values()].flat().reduce((most, { age }) => Math.max(most, age), 0);
  const days = Math.min(LONGEST_CHECK, Math.floor(span / 3));
  const knownUntil = days >= SHORTEST_CHECK ? await daysBefore(ctx, asOf, days) : null;
  const earlier = knownUntil ? byCurrency(await historiesOf(ctx, { until: knownUntil, compared: asOf })) : null;
  const fits: Omit<KeptFit, 'fittedAt'>[] = [];
  for (const [currency, histories] of all) {
    signal?.throwIfAborted();
    const models = await fitModels(histories.map(inWeeks), breathe);
    const held = knownUntil ? await holdOut(earlier?.get(currency) ?? [], days / 7) : null;
    fits.push({
      ...models,
      currency,
      asOf,
      holdOut: held && { ...held, knownUntil: knownUntil as string, comparedUntil: asOf },
    });
  }
  await keep(ctx, fits);
  return all.size;
}

function byCurrency(histories: readonly CustomerHistory[]): Map<string, CustomerHistory[]> {
  const all = new Map<string, CustomerHistory[]>();
  for (const history of histories) {
    const same = all.get(history.currency);
    if (same) same.push(history);
    else all.set(history.currency, [history]);
  }
  return all;
}

async function holdOut(histories: readonly CustomerHistory[], weeks: number): Promise<Checked | null> {
  const known = histories.map(inWeeks);
  return checked(await fitModels(known, breathe), known, weeks);
}

async function daysBefore(ctx: Context, asOf: string, days: number): Promise<string> {
  const [{ day }] = await ctx.query<{ day: string }>(sql`select (${asOf}::date - ${days}::integer)::text as day`);
  return day;
}

/** All at once, so that nobody sees the models of two days. */
async function keep(ctx: Context, fits: readonly Omit<KeptFit, 'fittedAt'>[]): Promise<void> {
  await ctx.query(sql`
    insert into lifetime_fit (currency, as_of, purchases, "values", correlation, hold_out)
    select * from json_to_recordset(${JSON.stringify(fits.map(columnsOf))}::json)
      as fit(currency text, as_of date, purchases jsonb, "values" jsonb, correlation double precision, hold_out jsonb)
    on conflict (currency, as_of) do update set purchases = excluded.purchases, "values" = excluded."values",
      correlation = excluded.correlation, hold_out = excluded.hold_out, fitted_at = now()`);
}

const columnsOf = ({ asOf, holdOut, ...fit }: Omit<KeptFit, 'fittedAt'>) => ({ ...fit, as_of: asOf, hold_out: holdOut });

/** The latest of each currency until a day. */
export const fitsUntil = (ctx: Context, asOf: string): Promise<KeptFit[]> =>
  ctx.query<KeptFit>(sql`
    select distinct on (currency) currency, as_of::text as "asOf", fitted_at as "fittedAt", purchases, "values", correlation,
      hold_out as "holdOut"
    from lifetime_fit where as_of <= ${asOf}::date order by currency, as_of desc`);

/** When somebody asks for a day; each night it is part of the figures of all customers. */
export const fitLifetimeJob = defineJob<{ asOf?: string }>({
  name: 'fitLifetime',
  async work({ asOf }, { system, signal, logger }) {
    const ctx = system();
    const day = asOf ?? (await todayOf(ctx));
    const currencies = await fitLifetimes(ctx, day, signal);
    logger.info({ asOf: day, currencies }, 'forecast models were fitted');
  },
});
