import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type BrokenLinkKind, type ConsentReport, verifyConsents } from '../features/consent/consent-verify.service.js';
import { type Command, command, UsageError } from './command.js';

const USAGE = `npm run consents:verify [-- --json]

  Compares every consent with its hash and with the one before it, customer by customer. Ends with status 0 only when all is well.

  --json  print the report as JSON on standard output`;

const told: Record<BrokenLinkKind, string> = {
  EDITED: 'was edited after it was written',
  MOVED: 'follows another one than it says',
  MISSING: 'has lost the one before it',
  NOTE_EDITED: 'has another note than it was written with',
};

function readArguments(): { json: boolean } {
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

async function verify({ product }: Command, { json }: { json: boolean }): Promise<void> {
  const report = await verifyConsents(product.system());
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  if (!report.ok) throw new Error(`The consents are not whole: ${report.brokenTotal} chains are broken.`);
}

function inWords({ ok, events, chains, broken, brokenTotal }: ConsentReport): string {
  const lines = [`  ${'Events'.padEnd(12)} ${events}`, `  ${'Chains'.padEnd(12)} ${chains}`];
  for (const { kind, customer, eventId, seq } of broken)
    lines.push(`  ${kind.padEnd(12)} event ${eventId} (${seq} of customer ${customer}) ${told[kind]}`);
  if (brokenTotal > broken.length) lines.push(`  … and ${brokenTotal - broken.length} more`);
  if (ok) lines.push('  All is well.');
  return `${lines.join('\n')}\n`;
}

await command(readArguments, verify);
