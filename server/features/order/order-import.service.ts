import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { FileProblem } from './order-file.rules.js';
import { type FileOptions, type Refusal, readOrderFile, type StagedLine } from './order-reader.rules.js';
import { emptyStaging, judgeStaging, stageLines } from './order-staging.service.js';
import { nextRange, upsertOrders } from './order-upsert.service.js';
import { isTimeZone } from './order-values.rules.js';

export interface ImportCounts {
  /** Lines of the file. */
  read: number;
  /** Orders, as are the next two. */
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
  /** Called after each piece of work. `written` is the part of the orders that is done, from 0 to 1. */
  progress(counts: ImportCounts, written: number): Promise<void>;
  /** Another import is under way; this one begins after it. */
  waiting?(): void;
}

const IMPORTING = 7_310_010;
const WAIT_MS = 500;
const STAGED_AT_ONCE = 2_000;

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

/**
 * Reads the whole file, then makes or changes its orders piece by piece, each piece in a transaction. Whatever stops it, the same
 * file again goes on: what is there already counts as unchanged.
 */
export async function importOrders(
  ctx: Context,
  bytes: AsyncIterable<Buffer>,
  { dryRun, ...options }: FileOptions & { dryRun: boolean },
  watcher: Watcher,
  signal: AbortSignal,
): Promise<ImportCounts> {
  if (!isTimeZone(options.timeZone)) throw new FileProblem('UNKNOWN_TIME_ZONE', { timeZone: options.timeZone });
  const counts: ImportCounts = { read: 0, created: 0, updated: 0, unchanged: 0, refusedTotal: 0, orders: 0, customers: 0 };
  const refuse = async (refusals: readonly Refusal[]) => {
    counts.refusedTotal += refusals.length;
    if (refusals.length > 0) await watcher.refused(refusals);
  };
  await emptyStaging(ctx);
  try {
    let [staged, refused]: [StagedLine[], Refusal[]] = [[], []];
    const flush = async () => {
      signal.throwIfAborted();
      await stageLines(ctx, staged);
      await refuse(refused);
      [staged, refused] = [[], []];
      await watcher.progress(counts, 0);
    };
    for await (const line of readOrderFile(bytes, options)) {
      counts.read += 1;
      if ('staged' in line) staged.push(line.staged);
      else refused.push(line.refused);
      if (staged.length + refused.length >= STAGED_AT_ONCE) await flush();
    }
    await flush();

    const { orders, customers, monthFirst } = await judgeStaging(ctx);
    Object.assign(counts, { orders, customers });
    const [{ lines }] = await ctx.query<{ lines: string }>(sql`select count(*) as lines from import_line`);
    let pieces = 0;
    for (let after: string | null = ''; after !== null; ) {
      signal.throwIfAborted();
      const range = await nextRange(ctx, after);
      const done = await ctx.db.transaction((transaction) => upsertOrders(ctx.inside(transaction), range, monthFirst, dryRun));
      counts.created += done.created;
      counts.updated += done.updated;
      counts.unchanged += done.unchanged;
      await refuse(done.refused);
      pieces += 1;
      await watcher.progress(counts, Math.min(1, (pieces * 5_000) / Math.max(1, Number(lines))));
      after = range.upTo;
    }
    return counts;
  } finally {
    await emptyStaging(ctx).catch(() => {});
  }
}
