import { type Fit, lowest } from './fit.rules.js';
import type { Breathe } from './newton.rules.js';
import { digammaRising, hypergeometricRest, logRising } from './special.rules.js';

/** What the model knows of a customer. Times are in one unit, whichever. */
export interface History {
  /** How many purchases followed the first one, a whole number. */
  frequency: number;
  /** From the first purchase to the last. */
  recency: number;
  /** From the first purchase to the day it is looked at. */
  age: number;
}

/** How fast they buy is a gamma (r, α); after each repeat purchase they leave with a chance that is a beta (a, b). */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Fewer say nothing about how customers differ. */
export const FEWEST_CUSTOMERS = 20;
export const FEWEST_REPEATERS = 10;

/** Ages are brought to this many units, so that the same steps suit days and years. */
const SPAN = 10;

/** Rows alike are one with a weight, gathered by frequency. */
interface Group {
  frequency: number;
  customers: number;
  rows: { recency: number; age: number; weight: number }[];
}

function groups(histories: readonly History[], unit: number): Group[] {
  const known = new Map<number, Map<string, Group['rows'][number]>>();
  for (const { frequency, recency, age } of histories) {
    const rows = known.get(frequency) ?? new Map<string, Group['rows'][number]>();
    known.set(frequency, rows);
    const key = `${recency} ${age}`;
    const row = rows.get(key);
    if (row) row.weight++;
    else rows.set(key, { recency: recency / unit, age: age / unit, weight: 1 });
  }
  return [...known]
    .sort(([one], [other]) => one - other)
    .map(([frequency, rows]) => ({
      frequency,
      customers: [...rows.values()].reduce((sum, { weight }) => sum + weight, 0),
      rows: [...rows.values()],
    }));
}

/** Minus the log-likelihood (Fader, Hardie, Lee 2005, equation 6) and its slope, by the logarithms of r, α, a, b. */
function negativeLogLikelihood(all: readonly Group[]) {
  return (at: readonly number[]) => {
    const [r, alpha, a, b] = at.map(Math.exp);
    const logAlpha = at[1];
    let value = 0;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    for (const { frequency: x, customers, rows } of all) {
      const leaves = x > 0 ? Math.log(a) - Math.log(b + x - 1) : Number.NEGATIVE_INFINITY;
      let [left, onAge, onRecency, perAge, perRecency, sum] = [0, 0, 0, 0, 0, 0];
      for (const { recency, age, weight } of rows) {
        const logAge = Math.log(alpha + age);
        const logRecency = x > 0 ? Math.log(alpha + recency) : 0;
        const stayed = -(r + x) * logAge;
        const gone = x > 0 ? leaves - (r + x) * logRecency : Number.NEGATIVE_INFINITY;
        const most = Math.max(stayed, gone);
        const both = most + Math.log(Math.exp(stayed - most) + Math.exp(gone - most));
        const chance = Math.exp(gone - both) * weight;
        const rest = weight - chance;
        sum += weight * both;
        left += chance;
        onAge += rest * logAge;
        onRecency += chance * logRecency;
        perAge += rest / (alpha + age);
        perRecency += chance / (alpha + recency);
      }
      value += customers * (logRising(r, x) + r * logAlpha + logRising(b, x) - logRising(a + b, x)) + sum;
      byR += customers * (digammaRising(r, x) + logAlpha) - onAge - onRecency;
      byAlpha += (customers * r) / alpha - (r + x) * (perAge + perRecency);
      byA += left / a - customers * digammaRising(a + b, x);
      byB += customers * (digammaRising(b, x) - digammaRising(a + b, x)) - (x > 0 ? left / (b + x - 1) : 0);
    }
    return { value: -value, gradient: [-byR * r, -byAlpha * alpha, -byA * a, -byB * b] };
  };
}

/** By maximum likelihood. */
export async function fitBgNbd(histories: readonly History[], breathe: Breathe): Promise<Fit<BgNbd>> {
  const repeaters = histories.filter(({ frequency }) => frequency > 0);
  const sample = { customers: histories.length, repeaters: repeaters.length };
  if (histories.length < FEWEST_CUSTOMERS) return { ...sample, parameters: null, absence: 'TOO_FEW_CUSTOMERS' };
  if (repeaters.length < FEWEST_REPEATERS) return { ...sample, parameters: null, absence: 'TOO_FEW_REPEATERS' };
  const unit = histories.reduce((most, { age }) => Math.max(most, age), 0) / SPAN;
  if (unit === 0) return { ...sample, parameters: null, absence: 'NOT_IDENTIFIED' };
  const slope = negativeLogLikelihood(groups(histories, unit));
  const purchases = repeaters.reduce((sum, { frequency }) => sum + frequency, 0);
  const rate = (purchases * unit) / histories.reduce((sum, { age }) => sum + age, 0);
  // From many light and few heavy buyers, and from buyers who are much alike.
  const starts = [
    [0.5, 0.5 / rate, 1, 2.5],
    [3, 3 / rate, 0.3, 3],
  ];
  const found = await lowest(slope, starts, breathe, histories.length);
  if (!found) return { ...sample, parameters: null, absence: 'NOT_IDENTIFIED' };
  const [r, alpha, a, b] = found.at.map(Math.exp);
  const [ofR, ofAlpha, ofA, ofB] = found.errors;
  return {
    ...sample,
    parameters: { r, alpha: alpha * unit, a, b },
    standardErrors: { r: r * ofR, alpha: alpha * unit * ofAlpha, a: a * ofA, b: b * ofB },
    logLikelihood: -found.value - purchases * Math.log(unit),
    absence: null,
  };
}

/** The chance that the customer still buys (equation 2 in Fader, Hardie 2008). Who bought once had no occasion to leave: 1. */
export function aliveChance({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: History): number {
  if (x === 0) return 1;
  return 1 / (1 + Math.exp(Math.log(a) - Math.log(b + x - 1) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + recency))));
}

/**
 * How many purchases are to be expected within a time from now (Fader, Hardie, Lee 2005, equation 10), for one whose chance to be
 * there is 1. Written so that neither a = 1 nor a + b + x = 1, where the published form divides nothing by nothing, is special.
 */
function whileAlive({ r, alpha, a, b }: BgNbd, x: number, age: number, time: number): number {
  if (time <= 0) return 0;
  const z = time / (alpha + age + time);
  const left = Math.log1p(-z);
  const c = a + b + x - 1;
  // Far from 1 the series in its first form is the one whose terms shrink, and nothing cancels.
  if (a - 1 > r + x) {
    const whole = Math.exp((r + x) * left);
    return (-c * Math.expm1((r + x) * left) - whole * (b + x) * hypergeometricRest(r + x, b + x, c, z)) / (a - 1);
  }
  const near = a === 1 ? -left : -Math.expm1((a - 1) * left) / (a - 1);
  return c * near - Math.exp((a - 1) * left) * hypergeometricRest(a + b - 1 - r, a - 1, c, z);
}

export const expectedPurchases = (model: BgNbd, history: History, time: number): number =>
  whileAlive(model, history.frequency, history.age, time) * aliveChance(model, history);

/** What somebody nothing is known of buys within a time of their first purchase, that one not counted (equation 9). */
export const purchasesOfNew = (model: BgNbd, time: number): number => whileAlive(model, 0, 0, time);
