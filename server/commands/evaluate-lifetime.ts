import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { MONTHLY_DISCOUNT, monthIn, type TimeUnit, timeUnits, VALUE_MONTHS } from '../features/lifetime/lifetime.rules.js';
import { figuresOf, fitModels, type Models } from '../features/lifetime/lifetime-figures.rules.js';
import { readHistoryFile } from '../features/lifetime/lifetime-file.rules.js';
import type { Evaluation } from './evaluate.js';
import { tellRefusals } from './evaluate-refusals.js';
import { UsageError } from './typed.js';

/** How far ahead purchases are counted, in the file’s unit. */
const AHEAD = 39;

/** Expected purchases, the chance to be there still, and the value of the coming year, from a file of histories. */
export const evaluateLifetime: Evaluation = {
  usage: 'CSV ID, frequency, recency, T, monetary → forecasts    --unit hour|day|week|month (week)',
  options: ['unit'],
  async run({ input, output, options }) {
    const unit = timeUnits.find((one) => one === options.unit?.toLowerCase().replace(/s$/, '')) ?? null;
    if (options.unit !== undefined && unit === null) throw new UsageError(`--unit is one of ${timeUnits.join(', ')}`);
    const { histories, refused } = await readHistoryFile(createReadStream(input));
    const models = await fitModels(histories, async () => {});
    const month = monthIn[unit ?? 'week'];
    const rows = histories.map((history) => {
      const { alive, purchases, value, discounted } = figuresOf(models, history, AHEAD, month);
      return [history.id, ...[alive, purchases, value, discounted].map(rounded)];
    });
    const columns = ['ID', 'p_alive', 'purchases_39', 'value', 'clv_12m_1pct'];
    await writeFile(output, stringify(rows, { header: true, columns }));
    process.stdout.write(`${JSON.stringify({ ...report(models, unit ?? 'week'), refused: refused.length }, null, 2)}\n`);
    tellRefusals(refused);
  },
};

/** Empty where there is not enough data. */
const rounded = (value: number | null): number | string => (value === null ? '' : Number(value.toFixed(6)));

const digits = (value: number) => Number(value.toPrecision(8));

const allRounded = (parameters: object): Record<string, number> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, digits(value)]));

function report({ purchases, values, correlation }: Models, unit: TimeUnit) {
  const none = (names: string[]) => Object.fromEntries(names.map((name) => [name, null]));
  const ofPurchases = purchases.parameters ? purchases : null;
  const ofValues = values.parameters ? values : null;
  return {
    unit,
    customers: purchases.customers,
    repeat_customers: purchases.repeaters,
    ...(ofPurchases ? allRounded(ofPurchases.parameters) : none(['r', 'alpha', 'a', 'b'])),
    log_likelihood: ofPurchases && digits(ofPurchases.logLikelihood),
    paying_repeat_customers: values.repeaters,
    ...(ofValues ? allRounded(ofValues.parameters) : none(['p', 'q', 'v'])),
    log_likelihood_of_values: ofValues && digits(ofValues.logLikelihood),
    standard_errors: { ...allRounded(ofPurchases?.standardErrors ?? {}), ...allRounded(ofValues?.standardErrors ?? {}) },
    frequency_value_correlation: correlation === null ? null : digits(correlation),
    not_enough_data: { purchases: purchases.absence, value: values.absence },
    value_of: { months: VALUE_MONTHS, month_in_units: monthIn[unit], monthly_discount: MONTHLY_DISCOUNT },
  };
}
