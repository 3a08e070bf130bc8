import 'reflect-metadata';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Stringifier } from 'csv-stringify';
import { type Locale, say } from '../core/words.js';
import { addRun, runImport, usualOptions } from '../features/order/import-run.service.js';
import { readMapping } from '../features/order/order-columns.rules.js';
import { FileProblem } from '../features/order/order-file.rules.js';
import { type ImportCounts, importOrders, type Watcher, whileAlone } from '../features/order/order-import.service.js';
import type { FileOptions, Refusal } from '../features/order/order-reader.rules.js';
import { messageOf, refusalRow, refusalTable } from '../features/order/refusal-report.service.js';
import { type Command, command, terminalLocale, UsageError } from './command.js';
import { ProgressBar } from './progress-bar.js';

const USAGE = `npm run import:orders -- FILE [options]

  FILE                  a CSV file of order lines, plain or gzip; - reads standard input
  --dry-run             say what would happen, write nothing
  --map FIELD=HEADER,…  columns whose header is not guessed: number, placedAt, customer, email, phone, name,
                        country, sku, description, quantity, unitPrice, status, currency
  --currency EUR        of orders that name none
  --time-zone ZONE      of dates without an offset (Europe/Paris)
  --dates ORDER         day-first or month-first, for dates such as 02/03/2026 (else the file shows it)
  --refused FILE.csv    write every refused line there, with its reason
  --json                print the report as JSON on standard output`;

/** As many refused lines as the report itself holds; `--refused` gets all. */
const MOST_LISTED = 1_000;

interface Asked {
  file: string;
  dryRun: boolean;
  json: boolean;
  refusedTo: string | null;
  options: FileOptions;
}

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      map: { type: 'string', default: '' },
      currency: { type: 'string', default: usualOptions.currency },
      'time-zone': { type: 'string', default: usualOptions.timeZone },
      dates: { type: 'string' },
      refused: { type: 'string' },
    },
  });
  if (positionals.length !== 1) throw new UsageError(USAGE);
  const { dates } = values;
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    throw new UsageError('--dates is day-first or month-first');
  return {
    file: positionals[0],
    dryRun: values['dry-run'],
    json: values.json,
    refusedTo: values.refused ?? null,
    options: {
      mapping: readMapping(values.map),
      currency: values.currency.toUpperCase(),
      timeZone: values['time-zone'],
      dates: dates ?? null,
    },
  };
}

/** From where the person stood when they typed the command. */
const fromTheirs = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

async function openFile(file: string): Promise<{ bytes: AsyncIterable<Buffer>; size: number | null; name: string }> {
  if (file === '-') return { bytes: process.stdin, size: null, name: '-' };
  const path = fromTheirs(file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`${path}: there is no such file`);
  return { bytes: createReadStream(path), size: found.size, name: basename(path) };
}

/** Keeps the first refused lines for the report, and writes all of them where the person wants them. */
class RefusedLines {
  readonly first: Refusal[] = [];
  private readonly table: Stringifier | null;
  private readonly written: Promise<void> | null;

  constructor(
    path: string | null,
    private readonly locale: Locale,
  ) {
    this.table = path === null ? null : refusalTable();
    this.written = this.table && finished(this.table.pipe(createWriteStream(fromTheirs(path!))));
    this.written?.catch(() => {});
  }

  async add(refusals: readonly Refusal[]): Promise<void> {
    this.first.push(...refusals.slice(0, MOST_LISTED - this.first.length));
    for (const refusal of refusals)
      if (this.table && !this.table.write(refusalRow(refusal, this.locale)))
        await Promise.race([once(this.table, 'drain'), this.written]);
  }

  async close(): Promise<void> {
    this.table?.end();
    await this.written;
  }
}

async function importFile({ product, signal, locale }: Command, asked: Asked): Promise<void> {
  const { bytes, size, name } = await openFile(asked.file);
  const refused = new RefusedLines(asked.refusedTo, locale);
  const bar = new ProgressBar();
  let doneBytes = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      doneBytes += chunk.length;
      yield chunk;
    }
  }
  const watcher: Watcher = {
    refused: (refusals) => refused.add(refusals),
    waiting: () => process.stderr.write('  Waiting for the import that is under way…\n'),
    progress: async ({ read, created, updated, unchanged }, written) => {
      const reading = size === null ? null : Math.min(1, doneBytes / Math.max(1, size));
      const done = written > 0 ? 0.6 + 0.4 * written : reading && reading * 0.6;
      bar.show(done, written > 0 ? `${created + updated + unchanged} orders` : `${read} lines`);
    },
  };
  const begun = performance.now();
  const outcome = await work().finally(() => bar.clear());
  await refused.close();
  if (outcome instanceof FileProblem) throw outcome;
  report(outcome, refused.first, asked, locale, (performance.now() - begun) / 1000);

  async function work(): Promise<ImportCounts | FileProblem> {
    const ctx = product.system();
    const { options, dryRun } = asked;
    if (dryRun)
      return whileAlone(ctx, signal, watcher.waiting!, (alone) =>
        importOrders(alone, counted(), { ...options, dryRun }, watcher, signal),
      );
    const run = await ctx.db.transaction((transaction) =>
      addRun(ctx.inside(transaction), { fileName: name, totalBytes: size, storageKey: null, dryRun, options }),
    );
    return runImport(ctx, { id: run.id, totalBytes: size, dryRun, options }, counted(), signal, watcher);
  }
}

function report(
  counts: ImportCounts,
  first: Refusal[],
  { json, dryRun, refusedTo }: Asked,
  locale: Locale,
  seconds: number,
): void {
  const { read, created, updated, unchanged, refusedTotal, orders, customers } = counts;
  const refused = [...first]
    .sort((a, b) => a.line - b.line)
    .map((refusal) => ({ line: refusal.line, code: refusal.code, message: messageOf(refusal, locale) }));
  if (json) {
    const answer = { read, created, updated, unchanged, refused, refusedTotal, orders, customers };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const rows: [string, number, string][] = [
    ['Lines read', read, ''],
    ['Orders in the file', orders, `of ${customers} customers`],
    [dryRun ? 'Would be created' : 'Created', created, ''],
    [dryRun ? 'Would be updated' : 'Updated', updated, ''],
    ['Unchanged', unchanged, ''],
    ['Lines refused', refusedTotal, refusedTo ? `all in ${refusedTo}` : ''],
  ];
  for (const [label, count, note] of rows) process.stdout.write(`  ${label.padEnd(20)} ${String(count).padStart(9)}  ${note}\n`);
  for (const { line, message } of refused.slice(0, 10)) process.stdout.write(`    line ${line}: ${message}\n`);
  if (refusedTotal > 10 && !refusedTo) process.stdout.write('    … and more: --refused FILE.csv writes all of them\n');
  process.stdout.write(`  ${dryRun ? 'Nothing was written.' : 'Done'} in ${seconds.toFixed(1)} s\n`);
}

/** What is wrong with the file or with what was typed, in words. */
function told(error: unknown): unknown {
  if (error instanceof FileProblem) return new Error(say(error.code, terminalLocale(), error.params), { cause: error });
  if (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
    return new UsageError(`${error.message}\n\n${USAGE}`);
  return error;
}

await command(
  () => {
    try {
      return readArguments();
    } catch (error) {
      throw told(error);
    }
  },
  (running, asked) =>
    importFile(running, asked).catch((error: unknown) => {
      throw told(error);
    }),
);
