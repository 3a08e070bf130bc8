import DataLoader from 'dataloader';
import { visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { Invoice } from '../invoice/invoice.entity.js';
import { Order } from '../order/order.entity.js';
import { Reach } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import type { Fit } from './fit.rules.js';
import { fitLifetimeJob, fitsUntil, type KeptFit } from './fit.service.js';
import { type CustomerHistory, historiesOf, inWeeks, todayOf } from './history.service.js';
import { type FittedModel, LifetimeAbsence, type LifetimeFit, type LifetimeForecast } from './lifetime.entity.js';
import { monthIn, VALUE_MONTHS } from './lifetime.rules.js';
import { figuresOf } from './lifetime-figures.rules.js';
import './lifetime.words.js';

/** A forecast, or why there is none. */
export interface Foretold {
  lifetime: LifetimeForecast | null;
  lifetimeAbsence: LifetimeAbsence | null;
}

/** Three statements, however many customers are asked for. */
export function forecastOf(ctx: Context, customerId: string, asOf: string | null): Promise<Foretold> {
  const shared = `lifetime ${asOf ?? ''}`;
  const loader = ctx.loaders.get(shared) ?? new DataLoader((ids: readonly string[]) => foretell(ctx, ids, asOf));
  ctx.loaders.set(shared, loader);
  return loader.load(customerId) as Promise<Foretold>;
}

async function foretell(ctx: Context, ids: readonly string[], day: string | null): Promise<Foretold[]> {
  const asOf = day ?? (await todayOf(ctx));
  const histories = await historiesOf(ctx, {
    until: asOf,
    orders: sql`o.customer_id = any(${ids}::uuid[]) and ${visible(ctx.viewer, Order, sql`o`)}`,
    invoices: sql`i.customer_id = any(${ids}::uuid[]) and ${visible(ctx.viewer, Invoice, sql`i`)}`,
  });
  const known = new Map(histories.map((history) => [history.id, history]));
  const fits = new Map((await fitsUntil(ctx, asOf)).map((fit) => [fit.currency, fit]));
  const absent = (lifetimeAbsence: LifetimeAbsence): Foretold => ({ lifetime: null, lifetimeAbsence });
  return ids.map((id) => {
    const history = known.get(id);
    if (!history) return absent(LifetimeAbsence.NO_PURCHASES);
    const fit = fits.get(history.currency);
    if (!fit) return absent(LifetimeAbsence.NO_FIT);
    if (fit.purchases.absence !== null) return absent(LifetimeAbsence[fit.purchases.absence]);
    return { lifetime: forecast(fit, history, asOf), lifetimeAbsence: null };
  });
}

function forecast(fit: KeptFit, history: CustomerHistory, asOf: string): LifetimeForecast {
  const { alive, purchases, value, discounted } = figuresOf(fit, inWeeks(history), VALUE_MONTHS * monthIn.week, monthIn.week);
  const cents = (money: number | null) => (money === null ? null : Math.round(money * 100));
  return {
    method: 'BG/NBD, Gamma-Gamma',
    currency: history.currency,
    repeatPurchases: history.frequency,
    daysSinceFirst: history.age,
    daysSinceLast: history.age - history.recency,
    aliveChance: alive ?? 0,
    months: VALUE_MONTHS,
    expectedPurchases: purchases ?? 0,
    purchaseCents: cents(value),
    valueCents: cents(discounted),
    asOf,
    fit: told(fit),
  };
}

const told = ({ purchases, values, ...fit }: KeptFit): LifetimeFit => ({
  ...fit,
  purchases: modelOf('BG/NBD', ['r', 'alpha', 'a', 'b'], purchases),
  values: modelOf('Gamma-Gamma', ['p', 'q', 'v'], values),
});

function modelOf(name: string, symbols: readonly string[], fit: Fit<object>): FittedModel {
  const { customers, repeaters } = fit;
  if (fit.absence !== null)
    return { name, customers, repeaters, parameters: [], logLikelihood: null, absence: LifetimeAbsence[fit.absence] };
  const [values, errors] = [fit.parameters, fit.standardErrors] as Record<string, number>[];
  return {
    name,
    customers,
    repeaters,
    parameters: symbols.map((symbol) => ({ name: symbol, value: values[symbol], standardError: errors[symbol] })),
    logLikelihood: fit.logLikelihood,
    absence: null,
  };
}

/** The models are of all customers: for who reaches them all. */
export async function lifetimeFits(ctx: Context, asOf: string | null): Promise<LifetimeFit[]> {
  if (ctx.viewer.reach !== Reach.STAFF) return [];
  return (await fitsUntil(ctx, asOf ?? (await todayOf(ctx)))).map(told);
}

export async function askForFit(ctx: Context, day: string | null): Promise<string> {
  const today = await todayOf(ctx);
  const asOf = day ?? today;
  if (asOf > today) throw badInput('DAY_TO_COME');
  await enqueue(ctx, fitLifetimeJob, { asOf }, { key: `fitLifetime ${asOf}` });
  await audit(ctx, 'lifetime.fit', ctx.db.create(User, { id: ctx.viewer.id }), { asOf: [null, asOf] });
  return asOf;
}
