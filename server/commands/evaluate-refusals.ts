import type { Refusal } from '../features/import/refusal.rules.js';

const MOST_TOLD = 20;

/** Lines that were left out, where what is printed for machines is not. */
export function tellRefusals(refused: readonly Refusal[]): void {
  for (const { line, code, value } of refused.slice(0, MOST_TOLD))
    process.stderr.write(`line ${line} left out: ${code}${value ? ` “${value}”` : ''}\n`);
  if (refused.length > MOST_TOLD) process.stderr.write(`… and ${refused.length - MOST_TOLD} more lines left out\n`);
}
