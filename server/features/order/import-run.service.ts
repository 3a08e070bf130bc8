import { randomUUID } from 'node:crypto';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { claimKey, sweepSoon } from '../../core/storage/unclaimed.js';
import { isTooLarge } from '../../core/upload.js';
import '../document/document.words.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import type { ImportOrdersInput } from './import.input.js';
import { ImportKind, ImportRun, ImportStatus } from './import-run.entity.js';
import { knownField, type Mapping } from './order-columns.rules.js';
import { FileProblem } from './order-file.rules.js';
import { type ImportCounts, importOrders, type Watcher, whileAlone } from './order-import.service.js';
import type { FileOptions, Refusal } from './order-reader.rules.js';
import { decimalsOf, isTimeZone } from './order-values.rules.js';

export const usualOptions: FileOptions = { mapping: {}, currency: 'EUR', timeZone: 'Europe/Paris', dates: null };

const FILE = ['input', 'file'];

/** Keeps the sent file and makes the import of it, which waits for its turn. */
export async function receiveOrders(ctx: Context, input: ImportOrdersInput): Promise<ImportRun> {
  const options = optionsOf(input);
  const file = await input.file.catch(() => {
    throw new UserError('FILE_MISSING', FILE);
  });
  // Claimed before it is there: whatever fails from here on, the sweep finds the file.
  await claimKey(ctx, file.key);
  const { size } = await ctx.services.storage.put(file.key, file.createReadStream()).catch((error: unknown) => {
    throw isTooLarge(error) ? new UserError('IMPORT_TOO_LARGE', FILE) : error;
  });
  if (size === 0) throw new UserError('EMPTY_ORDER_FILE', FILE);
  return addRun(ctx, {
    fileName: file.filename.slice(0, 200),
    totalBytes: size,
    storageKey: file.key,
    dryRun: input.dryRun,
    options,
  });
}

/** The import is over, so its file goes. */
export async function dropFile(ctx: Context, importRunId: string): Promise<void> {
  await ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    await inside.query(sql`
      insert into unclaimed_file (key, sweep_after) select storage_key, now() from import_run where id = ${importRunId} and storage_key is not null`);
    await inside.query(sql`update import_run set storage_key = null where id = ${importRunId}`);
    await sweepSoon(inside);
  });
}

interface NewRun {
  fileName: string;
  totalBytes: number | null;
  storageKey: string | null;
  dryRun: boolean;
  options: FileOptions;
}

export async function addRun(ctx: Context, { options, ...run }: NewRun): Promise<ImportRun> {
  const made = await ctx.db.save(
    ctx.db.create(ImportRun, {
      ...run,
      kind: ImportKind.ORDERS,
      status: ImportStatus.QUEUED,
      currency: options.currency,
      options,
      createdById: ctx.viewer.role === 'system' ? null : ctx.viewer.id,
    }),
  );
  await audit(ctx, 'order.import', made, { fileName: [null, run.fileName], dryRun: [null, run.dryRun] });
  await publish(ctx, { topic: 'importRun', id: made.id });
  return made;
}

function optionsOf({ currency, mapping, timeZone, dates }: ImportOrdersInput): FileOptions {
  const columns: Mapping = {};
  for (const [i, { field, column }] of (mapping ?? []).entries()) {
    try {
      columns[knownField(field)] = column;
    } catch (error) {
      throw error instanceof FileProblem
        ? new UserError(error.code, ['input', 'mapping', String(i), 'field'], error.params)
        : error;
    }
  }
  const options = {
    mapping: columns,
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

const TOLD_EVERY_MS = 500;
/** How much of the work reading is; the rest is writing. */
const READING = 0.6;

export interface Running {
  id: string;
  totalBytes: number | null;
  dryRun: boolean;
  options: FileOptions;
}

/** Does an import that is kept, and keeps how far it is. A file that can't be read ends it; any other failure may be tried again. */
export async function runImport(
  ctx: Context,
  run: Running,
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal,
  also: Partial<Watcher> = {},
): Promise<ImportCounts | FileProblem> {
  return whileAlone(ctx, signal, also.waiting ?? (() => {}), async (alone) => {
    // Nobody else imports now: whatever still says so was cut off.
    await alone.query(sql`
      update import_run set status = 'FAILED', error_code = 'INTERRUPTED', finished_at = now() where status = 'RUNNING' and id <> ${run.id}`);
    await alone.query(sql`delete from import_refusal where import_run_id = ${run.id}`);
    await alone.query(sql`
      update import_run set status = 'RUNNING', error_code = null, error_params = null, finished_at = null where id = ${run.id}`);
    const keeper = new ProgressKeeper(alone, run);
    const watcher: Watcher = {
      refused: async (refusals) => {
        await addRefusals(alone, run.id, refusals);
        await also.refused?.(refusals);
      },
      progress: async (counts, written) => {
        await keeper.keep(counts, written);
        await also.progress?.(counts, written);
      },
    };
    try {
      const counts = await importOrders(alone, keeper.counted(bytes), { ...run.options, dryRun: run.dryRun }, watcher, signal);
      await keeper.end(counts, null);
      return counts;
    } catch (error) {
      if (signal.aborted) throw error;
      const problem = error instanceof FileProblem ? error : new FileProblem('IMPORT_FAILED');
      await keeper.end(null, problem);
      if (problem === error) return problem;
      throw error;
    }
  });
}

async function addRefusals(ctx: Context, runId: string, refusals: readonly Refusal[]): Promise<void> {
  await ctx.query(sql`
    insert into import_refusal (import_run_id, line, code, value)
    select ${runId}::uuid, line, code, value from json_to_recordset(${JSON.stringify(refusals)}::json) as r (line integer, code text, value text)`);
}

/** Writes how far an import is, seldom enough not to slow it down. */
class ProgressKeeper {
  private doneBytes = 0;
  private told = 0;

  constructor(
    private readonly ctx: Context,
    private readonly run: Running,
  ) {}

  async *counted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.doneBytes += chunk.length;
      yield chunk;
    }
  }

  async keep(counts: ImportCounts, written: number): Promise<void> {
    if (performance.now() - this.told < TOLD_EVERY_MS) return;
    this.told = performance.now();
    const reading = this.run.totalBytes ? Math.min(1, this.doneBytes / this.run.totalBytes) : 0;
    await this.write(counts, READING * (written > 0 ? 1 : reading) + (1 - READING) * written);
  }

  async end(counts: ImportCounts | null, problem: FileProblem | null): Promise<void> {
    const { ctx, run } = this;
    await ctx.db.transaction(async (transaction) => {
      const inside = ctx.inside(transaction);
      if (counts) await this.write(counts, 1, inside);
      const [{ file, by }] = await inside.query<{ file: string; by: string | null }>(sql`
        update import_run set status = ${problem ? ImportStatus.FAILED : ImportStatus.DONE}, finished_at = now(),
          error_code = ${problem?.code ?? null}, error_params = ${problem ? JSON.stringify(problem.params) : null}::jsonb
        where id = ${run.id} returning file_name as file, created_by_id as by`);
      await publish(inside, { topic: 'importRun', id: run.id });
      const { created = 0, updated = 0, refusedTotal: refused = 0 } = counts ?? {};
      // The person is told what they started themselves, hence not by themselves.
      const teller = inside.as({ ...ctx.viewer, id: randomUUID() });
      await notify(teller, [by], {
        kind: NotificationKind.IMPORT_FINISHED,
        details: { file, created, updated, refused },
        link: `/imports/${run.id}`,
      });
    });
  }

  private async write(
    { read, created, updated, unchanged, refusedTotal, orders, customers }: ImportCounts,
    progress: number,
    ctx = this.ctx,
  ) {
    await ctx.query(sql`
      update import_run set done_bytes = ${this.doneBytes}, progress = ${progress}, read = ${read}, created = ${created}, updated = ${updated},
        unchanged = ${unchanged}, refused_total = ${refusedTotal}, orders = ${orders}, customers = ${customers} where id = ${this.run.id}`);
    await publish(ctx, { topic: 'importRun', id: this.run.id });
  }
}
