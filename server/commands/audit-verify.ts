import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type AuditReport, type FindingKind, keepReport, verifyAudit } from '../features/audit/audit-verify.service.js';
import { type Command, command, UsageError } from './command.js';

const USAGE = `npm run audit:verify [-- --json]

  Compares every audit entry with its seal, every seal with the one before it, and the last one with the copy kept outside the
  database. Ends with status 0 only when all is well.

  --json  print the report as JSON on standard output`;

const told: Record<FindingKind, string> = {
  EDITED: 'was edited after it was sealed',
  DELETED: 'was deleted',
  INSERTED: 'was inserted by another way than the product’s own',
  SEAL_EDITED: 'was edited, or follows another one than it says',
  SEAL_MISSING: 'is missing between its neighbours',
  TRUNCATED: 'is known outside the database and gone from it',
  REWRITTEN: 'and those after it are not the ones known outside the database',
  HEAD_MISSING: 'is not known outside the database',
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
  const report = await verifyAudit(product.system());
  await keepReport(product.system(), report);
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  if (!report.ok) throw new Error(`The audit trail is not whole: ${report.findingsTotal} found.`);
}

function inWords({ entries, sealed, unsealed, seals, head, findings, findingsTotal, ok }: AuditReport): string {
  const rows: [string, string][] = [
    ['Entries', String(entries)],
    ['Sealed', `${sealed} in ${seals} seals`],
    ['Not sealed yet', unsealed > 0 ? `${unsealed}: what happens to them is not seen before the next seal` : '0'],
    ['Last seal', head ? `${head.number} of ${head.at}\n${' '.repeat(19)}${head.hash}` : 'none'],
  ];
  const lines = rows.map(([label, value]) => `  ${label.padEnd(16)} ${value}`);
  for (const { kind, entryId, seal } of findings) {
    const what = entryId ? `entry ${entryId}${seal === null ? '' : ` (seal ${seal})`}` : `seal ${seal}`;
    lines.push(`  ${kind.padEnd(16)} ${what} ${told[kind]}`);
  }
  if (findingsTotal > findings.length) lines.push(`  … and ${findingsTotal - findings.length} more`);
  if (ok) lines.push('  All is well.');
  return `${lines.join('\n')}\n`;
}

await command(readArguments, verify);
