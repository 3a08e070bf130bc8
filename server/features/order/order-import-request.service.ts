import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { isTimeZone } from '../import/dates.rules.js';
import { ImportKind, type ImportRun } from '../import/import-run.entity.js';
import { mappingOf, receiveFile } from '../import/import-run.service.js';
import { orderColumns } from './order-columns.rules.js';
import type { ImportOrdersInput } from './order-import.input.js';
import type { FileOptions } from './order-reader.rules.js';
import { decimalsOf } from './order-values.rules.js';

export const usualOptions: FileOptions = { mapping: {}, currency: 'EUR', timeZone: 'Europe/Paris', dates: null };

/** Takes a file of orders and how to read it. */
export async function receiveOrders(ctx: Context, input: ImportOrdersInput): Promise<ImportRun> {
  const options = optionsOf(input);
  return receiveFile(ctx, input, { kind: ImportKind.ORDERS, currency: options.currency, options });
}

function optionsOf({ currency, mapping, timeZone, dates }: ImportOrdersInput): FileOptions {
  const options = {
    mapping: mappingOf(orderColumns, mapping),
    currency: currency?.toUpperCase() ?? usualOptions.currency,
    timeZone: timeZone ?? usualOptions.timeZone,
    dates: dates ?? null,
  };
  if (decimalsOf(options.currency) === null)
    throw new UserError('UNKNOWN_CURRENCY', ['input', 'currency'], { currency: options.currency });
  if (!isTimeZone(options.timeZone))
    throw new UserError('UNKNOWN_TIME_ZONE', ['input', 'timeZone'], { timeZone: options.timeZone });
  return options;
}
