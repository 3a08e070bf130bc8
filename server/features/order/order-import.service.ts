import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { isTimeZone } from '../import/dates.rules.js';
import { FileProblem } from '../import/file-problem.rules.js';
import { type ImportCounts, noCounts, type Watcher } from '../import/import-work.service.js';
import type { Refusal } from '../import/refusal.rules.js';
import { suppressedAmong } from '../suppression/suppression.service.js';
import { type FileOptions, readOrderFile, type StagedLine } from './order-reader.rules.js';
import { emptyStaging, judgeStaging, stageLines } from './order-staging.service.js';
import { nextRange, upsertOrders } from './order-upsert.service.js';

const STAGED_AT_ONCE = 2_000;

const NOBODY: Partial<StagedLine> = {
  customer: null,
  email: null,
  phone: null,
  valid_email: null,
  valid_phone: null,
  name: null,
  address: null,
  city: null,
  postal_code: null,
};

/** By what somebody who was erased would be known again. */
const knownIn = ({ customer, email, phone }: StagedLine) => [
  { kind: 'EMAIL' as const, text: email },
  { kind: 'PHONE' as const, text: phone },
  { kind: 'REFERENCE' as const, text: customer },
];

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
  const counts = noCounts();
  const refuse = async (refusals: readonly Refusal[]) => {
    counts.refusedTotal += refusals.length;
    if (refusals.length > 0) await watcher.refused(refusals);
  };
  await emptyStaging(ctx);
  try {
    let [staged, refused]: [StagedLine[], Refusal[]] = [[], []];
    const flush = async () => {
      signal.throwIfAborted();
      // An order of somebody who was erased counts, and says no more whose it is.
      for (const line of await suppressedAmong(ctx, staged, knownIn)) Object.assign(line, NOBODY);
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
