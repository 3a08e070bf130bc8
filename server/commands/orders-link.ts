import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { OrderLinkOrigin, type SampledChange } from '../features/order-link/order-link-run.entity.js';
import { addLinkRun, runLinking, tryLinking } from '../features/order-link/order-link-run.service.js';
import type { RunCounts } from '../features/order-link/order-link-write.service.js';
import { buildSchema } from '../schema.js';
import { type Command, command, UsageError } from './command.js';
import { ProgressBar } from './progress-bar.js';

const USAGE = `npm run orders:link -- [--dry-run] [--force] [--bar 0.99] [--json]

  Looks whose the orders without a customer are, links what is sure, and proposes the rest for somebody to look at.

  --dry-run  say what would change, write nothing
  --force    also look again at orders that a run linked; never at those somebody decided
  --bar      from this probability on several agreements link by themselves, 0.9 to 1
  --json     print the report as JSON on standard output`;

interface Asked {
  dryRun: boolean;
  force: boolean;
  bar: number;
  json: boolean;
}

function readArguments(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        bar: { type: 'string', default: '0.99' },
        json: { type: 'boolean', default: false },
      },
    });
    const bar = Number(values.bar);
    if (!(bar >= 0.9 && bar <= 1)) throw new Error('--bar is from 0.9 to 1');
    return { dryRun: values['dry-run'], force: values.force, bar, json: values.json };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

async function link({ product, signal }: Command, { dryRun, force, bar, json }: Asked): Promise<void> {
  buildSchema();
  const ctx = product.system();
  const progress = new ProgressBar();
  const begun = performance.now();
  const told = ({ seen }: RunCounts, part: number) => progress.show(part, `${seen} orders`);
  const asked = { origin: OrderLinkOrigin.COMMAND, force, bar };
  const { counts, sample, runId } = await work().finally(() => progress.clear());
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...counts, dryRun, runId, changes: sample }, null, 2)}\n`);
    return;
  }
  process.stdout.write(inWords(counts, sample, dryRun));
  process.stdout.write(`  ${dryRun ? 'Nothing was written.' : 'Done'} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);

  async function work(): Promise<{ counts: RunCounts; sample: readonly SampledChange[]; runId: string | null }> {
    if (dryRun) return { ...(await tryLinking(ctx, asked, signal, told)), runId: null };
    const run = await ctx.db.transaction((transaction) => addLinkRun(ctx.inside(transaction), { ...asked, dryRun }));
    const done = await runLinking(ctx, run, false, signal, told);
    return { counts: done.counts, sample: done.sample, runId: run.id };
  }
}

function inWords(
  { seen, linked, moved, unlinked, proposed }: RunCounts,
  sample: readonly SampledChange[],
  dryRun: boolean,
): string {
  const rows: [string, number][] = [
    ['Orders looked at', seen],
    [dryRun ? 'Would be linked' : 'Linked', linked],
    [dryRun ? 'Would move' : 'Moved', moved],
    [dryRun ? 'Would be unlinked' : 'Unlinked', unlinked],
    ['Proposed', proposed],
  ];
  const lines = rows.map(([label, count]) => `  ${label.padEnd(20)} ${String(count).padStart(9)}`);
  for (const { number, customer, before, method, probability } of sample.slice(0, 20))
    lines.push(
      `    ${number}: ${before ?? '-'} → ${customer ?? '-'}${method ? ` (${method}, ${(100 * probability).toFixed(1)} %)` : ''}`,
    );
  if (sample.length > 20) lines.push('    …');
  return `${lines.join('\n')}\n`;
}

await command(readArguments, link);
