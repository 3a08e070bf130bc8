import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { FileProblem } from './file-problem.rules.js';
import { type ImportKind, ImportStatus } from './import-run.entity.js';
import type { Refusal } from './refusal.rules.js';

export interface ImportCounts {
  /** Lines of the file. */
  read: number;
  /** Orders or customers, as are the next two. */
  created: number;
  updated: number;
  unchanged: number;
  refusedTotal: number;
  /** Different order numbers and customers in the file. */
  orders: number;
  customers: number;
}

export interface Watcher {
  /** In no particular order. */
  refused(refusals: readonly Refusal[]): Promise<void>;
  /** Called after each piece of work. `written` is the part of what it brings that is done, from 0 to 1. */
  progress(counts: ImportCounts, written: number): Promise<void>;
  /** Another import is under way; this one begins after it. */
  waiting?(): void;
}

export const noCounts = (): ImportCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refusedTotal: 0,
  orders: 0,
  customers: 0,
});

const IMPORTING = 7_310_010;
const WAIT_MS = 500;

/** Does it while no other import runs, on one connection: when that breaks, the next import may begin. */
export async function whileAlone<T>(
  ctx: Context,
  signal: AbortSignal,
  waiting: () => void,
  work: (alone: Context) => Promise<T>,
): Promise<T> {
  const runner = ctx.db.connection.createQueryRunner();
  try {
    const alone = ctx.inside(runner.manager);
    for (let told = false; ; told = true) {
      const [{ mine }] = await alone.query<{ mine: boolean }>(sql`select pg_try_advisory_lock(${IMPORTING}) as mine`);
      if (mine) break;
      if (!told) waiting();
      await pause(WAIT_MS, undefined, { signal });
    }
    try {
      return await work(alone);
    } finally {
      await alone.query(sql`select pg_advisory_unlock(${IMPORTING})`).catch(() => {});
    }
  } finally {
    await runner.release();
  }
}

const TOLD_EVERY_MS = 500;
/** How much of the work reading is; the rest is writing. */
const READING = 0.6;

interface Ended {
  file: string;
  by: string | null;
  kind: ImportKind;
  dryRun: boolean;
}

export interface Running {
  id: string;
  totalBytes: number | null;
}

/** Reads the file and writes what it brings; what it told the watcher of refused lines is not told again. */
export type Work = (ctx: Context, bytes: AsyncIterable<Buffer>, watcher: Watcher, signal: AbortSignal) => Promise<ImportCounts>;

/** Does an import that is kept, and keeps how far it is. A file that can't be read ends it; any other failure may be tried again. */
export async function runImport(
  ctx: Context,
  run: Running,
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal,
  work: Work,
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
      const counts = await work(alone, keeper.counted(bytes), watcher, signal);
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
    insert into import_refusal (import_run_id, line, code, value, "column")
    select ${runId}::uuid, line, code, value, "column"
    from json_to_recordset(${JSON.stringify(refusals)}::json) as r (line integer, code text, value text, "column" text)`);
}

type Hear = (ctx: Context, counts: ImportCounts) => Promise<void>;

const hearers = new Map<ImportKind, Hear[]>();

/** For a feature below: what follows once a file of this kind has brought something, in the transaction that ends the import. */
export function onImported(kind: ImportKind, hear: Hear): void {
  hearers.set(kind, [...(hearers.get(kind) ?? []), hear]);
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
      const [{ file, by, kind, dryRun }] = await inside.query<Ended>(sql`
        update import_run set status = ${problem ? ImportStatus.FAILED : ImportStatus.DONE}, finished_at = now(),
          error_code = ${problem?.code ?? null}, error_params = ${problem ? JSON.stringify(problem.params) : null}::jsonb
        where id = ${run.id} returning file_name as file, created_by_id as by, kind, dry_run as "dryRun"`);
      await publish(inside, { topic: 'importRun', id: run.id });
      const { created = 0, updated = 0, refusedTotal: refused = 0 } = counts ?? {};
      if (counts && !problem && !dryRun && created + updated > 0)
        for (const hear of hearers.get(kind) ?? []) await hear(inside, counts);
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
