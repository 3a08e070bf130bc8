import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Stringifier } from 'csv-stringify';
import { type Locale, say } from '../core/words.js';
import { FileProblem } from '../features/import/file-problem.rules.js';
import { addRun, type NewRun } from '../features/import/import-run.service.js';
import { type ImportCounts, runImport, type Watcher, type Work, whileAlone } from '../features/import/import-work.service.js';
import type { Refusal } from '../features/import/refusal.rules.js';
import { messageOf, refusalRow, refusalTable } from '../features/import/refusal-report.service.js';
import { type Command, command, terminalLocale, UsageError } from './command.js';
import { ProgressBar } from './progress-bar.js';

/** What every import may be asked for. */
export const importOptions = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  map: { type: 'string', default: '' },
  refused: { type: 'string' },
} as const;

export interface ImportAsked extends Pick<NewRun, 'kind' | 'currency' | 'options' | 'dryRun'> {
  file: string;
  json: boolean;
  refusedTo: string | null;
  work: Work;
  /** What is counted, in English: what comes, and what stands below the lines that were read. */
  noun: string;
  found(counts: ImportCounts): [label: string, count: number, note: string][];
}

/** As many refused lines as the report itself holds; `--refused` gets all. */
const MOST_LISTED = 1_000;

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

async function importFile({ product, signal, locale }: Command, asked: ImportAsked): Promise<void> {
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
      bar.show(done, written > 0 ? `${created + updated + unchanged} ${asked.noun}` : `${read} lines`);
    },
  };
  const begun = performance.now();
  const outcome = await work().finally(() => bar.clear());
  await refused.close();
  if (outcome instanceof FileProblem) throw outcome;
  report(outcome, refused.first, asked, locale, (performance.now() - begun) / 1000);

  async function work(): Promise<ImportCounts | FileProblem> {
    const ctx = product.system();
    const { kind, currency, options, dryRun } = asked;
    if (dryRun) return whileAlone(ctx, signal, watcher.waiting!, (alone) => asked.work(alone, counted(), watcher, signal));
    const run = await ctx.db.transaction((transaction) =>
      addRun(ctx.inside(transaction), { kind, fileName: name, totalBytes: size, storageKey: null, dryRun, currency, options }),
    );
    return runImport(ctx, run, counted(), signal, asked.work, watcher);
  }
}

function report(counts: ImportCounts, first: Refusal[], asked: ImportAsked, locale: Locale, seconds: number): void {
  const { json, dryRun, refusedTo } = asked;
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
    ...asked.found(counts),
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
function told(error: unknown, usage: string): unknown {
  if (error instanceof FileProblem) return new Error(say(error.code, terminalLocale(), error.params), { cause: error });
  if (error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
    return new UsageError(`${error.message}\n\n${usage}`);
  return error;
}

/** Runs the command of an import: its arguments are read, its file is imported, what came of it is said. */
export const importCommand = (usage: string, readArguments: () => ImportAsked): Promise<void> =>
  command(
    () => {
      try {
        return readArguments();
      } catch (error) {
        throw told(error, usage);
      }
    },
    (running, asked) =>
      importFile(running, asked).catch((error: unknown) => {
        throw told(error, usage);
      }),
  );
