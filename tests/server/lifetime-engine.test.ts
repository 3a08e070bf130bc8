import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  aliveChance,
  type BgNbd,
  expectedPurchases,
  fitBgNbd,
  type History,
  purchasesOfNew,
} from '../../server/features/lifetime/bg-nbd.rules.js';
import { expectedValue, fitGammaGamma } from '../../server/features/lifetime/gamma-gamma.rules.js';
import { correlation, discountedValue, monthIn } from '../../server/features/lifetime/lifetime.rules.js';
import { digamma, hypergeometricRest, logGamma, logRising } from '../../server/features/lifetime/special.rules.js';

const folder = join(import.meta.dirname, '../../../shared/data/cdnow');
const absent = !existsSync(folder);
const still = async () => {};

/** The same numbers on every machine. */
function dice(seed: number) {
  let at = seed;
  const uniform = () => {
    at = (at * 1664525 + 1013904223) % 4294967296;
    return (at + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia and Tsang 2000. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a: number, b: number) => {
    const x = gamma(a);
    return x / (x + gamma(b));
  };
  return { uniform, gamma, beta };
}

/** Customers who behave exactly as the model says. */
function simulated(count: number, { r, alpha, a, b }: BgNbd, seed: number): History[] {
  const { uniform, gamma, beta } = dice(seed);
  return Array.from({ length: count }, () => {
    const rate = gamma(r) / alpha;
    const leaves = beta(a, b);
    const age = 30 + 20 * uniform();
    let [at, frequency, recency] = [0, 0, 0];
    for (;;) {
      at -= Math.log(uniform()) / rate;
      if (at > age) break;
      frequency++;
      recency = at;
      if (uniform() < leaves) break;
    }
    return { frequency, recency, age };
  });
}

/** Independent of the series: Euler's integral of ₂F₁ by the trapezoidal rule, after a change that flattens both ends. */
function hypergeometricByIntegral(a: number, b: number, c: number, z: number): number {
  let [sum, weight] = [0, 0];
  for (let k = -4000; k <= 4000; k++) {
    const s = k / 1000;
    const u = Math.PI * 0.5 * Math.sinh(s);
    // t = (1 + tanh u) / 2 without losing 1 − t.
    const t = 1 / (1 + Math.exp(-2 * u));
    const rest = 1 / (1 + Math.exp(2 * u));
    const step = Math.cosh(s) * Math.PI * t * rest;
    const mass = t ** (b - 1) * rest ** (c - b - 1) * step;
    sum += mass * (1 - z * t) ** -a;
    weight += mass;
  }
  return sum / weight;
}

test('special functions have their known values', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(101)).toBeCloseTo(363.7393755555635, 10);
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
  expect(digamma(0.25)).toBeCloseTo(-4.2274535333762655, 12);
  expect(logRising(0.3, 200)).toBeCloseTo(logGamma(200.3) - logGamma(0.3), 10);
  // ₂F₁(1, 1; 2; z) = −ln(1 − z) / z, and ₂F₁(a, b; b; z) = (1 − z)^−a.
  for (const z of [0.01, 0.5, 0.97]) {
    expect(1 + hypergeometricRest(1, 1, 2, z) / 2).toBeCloseTo(-Math.log1p(-z) / z, 11);
    expect(1 + hypergeometricRest(0.7, 3, 3, z)).toBeCloseTo((1 - z) ** -0.7, 10);
  }
  for (const [a, b, c, z] of [
    [0.24, 2.4, 3.2, 0.6],
    [2.4, 1.5, 6.1, 0.9],
    [8, 3, 4.5, 0.3],
  ])
    expect(1 + (hypergeometricRest(a, b, c, z) * b) / c).toBeCloseTo(hypergeometricByIntegral(a, b, c, z), 8);
});

test('expected purchases are those of buyers who behave as the model says', () => {
  for (const [model, within] of [
    [{ r: 0.5, alpha: 5, a: 0.8, b: 3 }, 39],
    // Far from 1 the other form of the series is used.
    [{ r: 0.5, alpha: 5, a: 4, b: 3 }, 39],
    [{ r: 2, alpha: 8, a: 1, b: 2 }, 20],
  ] as const) {
    const { uniform, gamma, beta } = dice(7);
    const people = 200_000;
    let bought = 0;
    for (let n = 0; n < people; n++) {
      const rate = gamma(model.r) / model.alpha;
      const leaves = beta(model.a, model.b);
      const wait = () => -Math.log(uniform()) / rate;
      for (let at = wait(); at <= within; at += wait()) {
        bought++;
        if (uniform() < leaves) break;
      }
    }
    expect(Math.abs(bought / people / purchasesOfNew(model, within) - 1)).toBeLessThan(0.02);
  }
});

test('no value of a parameter is special', () => {
  const history = { frequency: 3, recency: 20, age: 30 };
  const at = (a: number, b: number, one: History) => expectedPurchases({ r: 0.24, alpha: 4.4, a, b }, one, 39);
  expect(at(1, 2.4, history) / at(1 + 1e-9, 2.4, history)).toBeCloseTo(1, 7);
  // Where the first series gives way to the second.
  expect(at(4.24, 2.4, history) / at(4.24 + 1e-9, 2.4, history)).toBeCloseTo(1, 7);
  const once = { frequency: 0, recency: 0, age: 10 };
  expect(at(0.5, 0.5, once) / at(0.5 + 1e-9, 0.5, once)).toBeCloseTo(1, 7);
  expect(at(0.1, 0.2, once)).toBeGreaterThan(0);
  // One who bought 5,000 times to the end keeps the pace, less the chance to leave; one who stopped long ago does not.
  const steady = expectedPurchases({ r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 }, { frequency: 5000, recency: 30, age: 30 }, 1);
  expect(steady).toBeGreaterThan(100);
  expect(steady).toBeLessThan(5000 / 30);
  expect(at(0.8, 2.4, { frequency: 5000, recency: 20, age: 30 })).toBe(0);
  expect(Number.isFinite(at(0.8, 2.4, { frequency: 0, recency: 0, age: 0 }))).toBe(true);
  expect(aliveChance({ r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 }, once)).toBe(1);
});

test('a fit finds again what the buyers were made by, in whatever unit', async () => {
  const model = { r: 0.5, alpha: 5, a: 0.8, b: 3 };
  const histories = simulated(4_000, model, 11);
  const fit = await fitBgNbd(histories, still);
  const { parameters, standardErrors } = fit as Extract<typeof fit, { absence: null }>;
  for (const name of ['r', 'alpha', 'a', 'b'] as const)
    expect(Math.abs(parameters[name] - model[name]) / standardErrors[name]).toBeLessThan(4);
  const inDays = await fitBgNbd(
    histories.map(({ frequency, recency, age }) => ({ frequency, recency: recency * 7, age: age * 7 })),
    still,
  );
  const days = inDays as Extract<typeof inDays, { absence: null }>;
  expect(days.parameters.alpha / 7).toBeCloseTo(parameters.alpha, 5);
  expect(days.parameters.b).toBeCloseTo(parameters.b, 5);
  expect(await fitBgNbd([...histories].reverse(), still)).toMatchObject({ customers: 4_000, absence: null });
});

test('what the data does not tell is not told', async () => {
  const all = simulated(400, { r: 0.5, alpha: 5, a: 0.8, b: 3 }, 3);
  const once = all.map(({ age }) => ({ frequency: 0, recency: 0, age }));
  const absenceOf = async (histories: History[]) => (await fitBgNbd(histories, still)).absence;
  expect(await absenceOf([])).toBe('TOO_FEW_CUSTOMERS');
  expect(await absenceOf(all.slice(0, 12))).toBe('TOO_FEW_CUSTOMERS');
  expect(await absenceOf(once)).toBe('TOO_FEW_REPEATERS');
  // All alike, nobody ever left, and no time at all.
  expect(await absenceOf(Array.from({ length: 100 }, () => ({ frequency: 3, recency: 20, age: 30 })))).toBe('NOT_IDENTIFIED');
  expect(await absenceOf(simulated(1_000, { r: 0.5, alpha: 5, a: 1e-7, b: 3 }, 5))).toBe('NOT_IDENTIFIED');
  expect(await absenceOf(Array.from({ length: 60 }, (_, i) => ({ frequency: i % 3, recency: 0, age: 0 })))).toBe(
    'NOT_IDENTIFIED',
  );

  const valuesOf = async (spending: { frequency: number; mean: number }[]) => (await fitGammaGamma(spending, still)).absence;
  expect(await valuesOf(Array.from({ length: 60 }, () => ({ frequency: 2, mean: 0 })))).toBe('TOO_FEW_REPEATERS');
  expect(await valuesOf(Array.from({ length: 60 }, () => ({ frequency: 2, mean: 20 })))).toBe('NOT_IDENTIFIED');
});

test('a purchase is expected between one’s own mean and that of all', () => {
  const model = { p: 6, q: 4, v: 15 };
  expect(expectedValue(model, { frequency: 0, mean: 0 })).toBeCloseTo((6 * 15) / 3, 12);
  expect(expectedValue(model, { frequency: 1e9, mean: 12 })).toBeCloseTo(12, 6);
  const some = expectedValue(model, { frequency: 2, mean: 12 });
  expect(some).toBeGreaterThan(12);
  expect(some).toBeLessThan(30);
  expect(
    correlation([
      [1, 2],
      [2, 4],
      [3, 6],
    ]),
  ).toBeCloseTo(1, 12);
  expect(
    correlation([
      [1, 2],
      [1, 4],
    ]),
  ).toBeNull();
});

describe.skipIf(absent)(`the published figures${absent ? ' (skipped: ../shared/data/cdnow is not there)' : ''}`, () => {
  test('come out of the fit, and those of every customer', async () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'reference_predictions_summary_table.csv')), {
      columns: true,
    });
    const all = rows.map(({ frequency, recency, T, monetary }) => ({
      frequency: Number(frequency),
      recency: Number(recency),
      age: Number(T),
      mean: Number(monetary),
    }));
    const purchases = await fitBgNbd(all, still);
    const values = await fitGammaGamma(all, still);
    if (purchases.absence !== null || values.absence !== null) throw new Error('no fit');
    const near = (found: object, published: Record<string, number>, share: number) => {
      for (const [name, value] of Object.entries(published))
        expect(Math.abs((found as Record<string, number>)[name] / value - 1), name).toBeLessThan(share);
    };
    near(purchases.parameters, { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425753 }, 1e-5);
    near(purchases.standardErrors, { r: 0.0126, alpha: 0.378, a: 0.186, b: 0.705 }, 0.005);
    near(values.parameters, { p: 6.25, q: 3.74, v: 15.44 }, 0.01);
    expect(values.repeaters).toBe(946);
    expect(purchases.logLikelihood).toBeCloseTo(-9582.43, 2);
    rows.forEach((row, i) => {
      const value = expectedValue(values.parameters, all[i]);
      const figures = {
        p_alive: aliveChance(purchases.parameters, all[i]),
        exp_purchases_39w: expectedPurchases(purchases.parameters, all[i], 39),
        exp_avg_value: value,
        'clv_12m_d0.01_weekly': discountedValue(purchases.parameters, all[i], value, monthIn.week),
      };
      // The reference has six decimals.
      for (const [name, figure] of Object.entries(figures))
        expect(Math.abs(figure - Number(row[name])), `${name} of ${row.id}`).toBeLessThan(1e-6 + 1e-5 * Number(row[name]));
    });
  });
});
