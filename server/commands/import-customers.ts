import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { customerColumns } from '../features/customer-import/customer-columns.rules.js';
import { type CustomerImportOptions, importCustomers } from '../features/customer-import/customer-import.service.js';
import { readMapping } from '../features/import/columns.rules.js';
import { ImportKind } from '../features/import/import-run.entity.js';
import { UsageError } from './command.js';
import { importCommand, importOptions } from './import-command.js';

const USAGE = `npm run import:customers -- FILE [options]

  FILE                  a file of customers, CSV, plain or gzip, or .xlsx; - reads standard input
  --dry-run             say what would happen, write nothing
  --map FIELD=HEADER,…  columns whose header is not guessed; FIELD= leaves a field out. The fields:
                        ${fieldLines(customerColumns.fields)}
  --existing WHAT       update (the file prevails where it says something) or leave customers who are there already
  --prefix TEXT         put before each reference, so that the numbers of two older systems don't meet
  --sheet NAME          of a workbook; the first that is not hidden unless said
  --refused FILE.csv    write every refused line there, with its reason
  --json                print the report as JSON on standard output`;

function fieldLines(fields: readonly string[]): string {
  const lines = [''];
  for (const field of fields) {
    if (lines.at(-1)!.length + field.length > 78) lines.push('');
    lines[lines.length - 1] += `${field}, `;
  }
  return lines.join(`\n${' '.repeat(24)}`).replace(/, $/, '');
}

await importCommand(USAGE, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...importOptions,
      existing: { type: 'string', default: 'update' },
      prefix: { type: 'string', default: '' },
      sheet: { type: 'string' },
    },
  });
  if (positionals.length !== 1) throw new UsageError(USAGE);
  const { existing, 'dry-run': dryRun } = values;
  if (existing !== 'update' && existing !== 'leave') throw new UsageError('--existing is update or leave');
  const options: CustomerImportOptions = {
    mapping: readMapping(customerColumns, values.map),
    prefix: values.prefix.trim(),
    sheet: values.sheet ?? null,
    existing,
  };
  return {
    kind: ImportKind.CUSTOMERS,
    file: positionals[0],
    dryRun,
    json: values.json,
    refusedTo: values.refused ?? null,
    currency: null,
    options,
    work: (ctx, bytes, watcher, signal) => importCustomers(ctx, bytes, { ...options, dryRun }, watcher, signal),
    noun: 'customers',
    found: ({ customers }) => [['Customers in the file', customers, '']],
  };
});
