import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readMapping } from '../features/import/columns.rules.js';
import { ImportKind } from '../features/import/import-run.entity.js';
import { orderColumns } from '../features/order/order-columns.rules.js';
import { importOrders } from '../features/order/order-import.service.js';
import { usualOptions } from '../features/order/order-import-request.service.js';
import type { FileOptions } from '../features/order/order-reader.rules.js';
import { UsageError } from './command.js';
import { importCommand, importOptions } from './import-command.js';

const USAGE = `npm run import:orders -- FILE [options]

  FILE                  a file of order lines, CSV, plain or gzip, or .xlsx; - reads standard input
  --dry-run             say what would happen, write nothing
  --map FIELD=HEADER,…  columns whose header is not guessed: number, placedAt, customer, email, phone, name,
                        country, sku, description, quantity, unitPrice, status, currency
  --currency EUR        of orders that name none
  --time-zone ZONE      of dates without an offset (Europe/Paris)
  --dates ORDER         day-first or month-first, for dates such as 02/03/2026 (else the file shows it)
  --refused FILE.csv    write every refused line there, with its reason
  --json                print the report as JSON on standard output`;

await importCommand(USAGE, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...importOptions,
      currency: { type: 'string', default: usualOptions.currency },
      'time-zone': { type: 'string', default: usualOptions.timeZone },
      dates: { type: 'string' },
    },
  });
  if (positionals.length !== 1) throw new UsageError(USAGE);
  const { dates, 'dry-run': dryRun } = values;
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    throw new UsageError('--dates is day-first or month-first');
  const options: FileOptions = {
    mapping: readMapping(orderColumns, values.map),
    currency: values.currency.toUpperCase(),
    timeZone: values['time-zone'],
    dates: dates ?? null,
  };
  return {
    kind: ImportKind.ORDERS,
    file: positionals[0],
    dryRun,
    json: values.json,
    refusedTo: values.refused ?? null,
    currency: options.currency,
    options,
    work: (ctx, bytes, watcher, signal) => importOrders(ctx, bytes, { ...options, dryRun }, watcher, signal),
    noun: 'orders',
    found: ({ orders, customers }) => [['Orders in the file', orders, `of ${customers} customers`]],
  };
});
