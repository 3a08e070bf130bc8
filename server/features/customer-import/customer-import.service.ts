import type { Context } from '../../core/context.js';
import { type ImportCounts, noCounts, type Watcher } from '../import/import-work.service.js';
import type { Refusal } from '../import/refusal.rules.js';
import { suppressedAmong } from '../suppression/suppression.service.js';
import { fillableFields } from './custom-values.service.js';
import { type Existing, planOf } from './customer-plan.service.js';
import { type CustomerFileOptions, readCustomerFile } from './customer-reader.service.js';
import { emptyStaging, judgeStaging, nextCustomers, type StagedCustomer, stageCustomers } from './customer-staging.service.js';
import { writePlan } from './customer-write.service.js';
import { lockKnown } from './known-customers.service.js';

export interface CustomerImportOptions extends CustomerFileOptions {
  existing: Existing;
}

const STAGED_AT_ONCE = 2_000;

/** By what somebody who was erased would be known again. */
const knownIn = ({ read: { reference, customer, contact } }: StagedCustomer) => [
  { kind: 'EMAIL' as const, text: customer.email },
  { kind: 'EMAIL' as const, text: contact?.email },
  { kind: 'PHONE' as const, text: customer.phone },
  { kind: 'PHONE' as const, text: contact?.phone },
  { kind: 'REFERENCE' as const, text: reference },
];

/** The command line may do what the person may who sits there. */
const readerOf = ({ viewer }: Context) =>
  viewer.role === 'system' ? { permissions: new Set(['customer.internal', 'customer.tags']) } : viewer;

/**
 * Reads the whole file, then makes or changes its customers piece by piece, each piece in a transaction. Whatever stops it, the same
 * file again goes on: what is there already counts as unchanged.
 */
export async function importCustomers(
  ctx: Context,
  bytes: AsyncIterable<Buffer>,
  { dryRun, existing, ...options }: CustomerImportOptions & { dryRun: boolean },
  watcher: Watcher,
  signal: AbortSignal,
): Promise<ImportCounts> {
  const counts = noCounts();
  const by = { viewer: readerOf(ctx), fields: await fillableFields(ctx) };
  const refuse = async (refusals: readonly Refusal[]) => {
    counts.refusedTotal += new Set(refusals.map(({ line }) => line)).size;
    if (refusals.length > 0) await watcher.refused(refusals);
  };
  await emptyStaging(ctx);
  try {
    let [staged, refused]: [StagedCustomer[], Refusal[]] = [[], []];
    const flush = async () => {
      signal.throwIfAborted();
      const gone = await suppressedAmong(ctx, staged, knownIn);
      const told = [...gone].map(({ line }) => ({ line, code: 'SUPPRESSED', value: '', column: null }));
      await stageCustomers(
        ctx,
        staged.filter((line) => !gone.has(line)),
      );
      await refuse([...refused, ...told]);
      [staged, refused] = [[], []];
      await watcher.progress(counts, 0);
    };
    for await (const line of readCustomerFile(by, bytes, options)) {
      counts.read += 1;
      if ('read' in line) staged.push(line);
      else refused.push(...line.refused);
      if (staged.length + refused.length >= STAGED_AT_ONCE) await flush();
    }
    await flush();

    const { customers, refused: twice } = await judgeStaging(ctx);
    await refuse(twice);
    counts.customers = customers;
    let done = 0;
    for (let after: number | null = 0; after !== null; ) {
      signal.throwIfAborted();
      const { groups, upTo } = await nextCustomers(ctx, after);
      const plan = await ctx.db.transaction(async (transaction) => {
        const inside = ctx.inside(transaction);
        const known = await lockKnown(
          inside,
          groups.flatMap(({ lines }) => lines.map(({ read }) => read)),
          !dryRun,
        );
        const planned = planOf(groups, known, existing);
        if (!dryRun) await writePlan(inside, planned);
        return planned;
      });
      counts.created += plan.created.length;
      counts.updated += plan.updated;
      counts.unchanged += plan.unchanged;
      await refuse(plan.refused);
      done += groups.length;
      await watcher.progress(counts, Math.min(1, done / Math.max(1, customers)));
      after = upTo;
    }
    return counts;
  } finally {
    await emptyStaging(ctx).catch(() => {});
  }
}
