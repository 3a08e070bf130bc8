/** A line as it is being written: nothing is null until it is typed. */
export type WrittenLine = { quantity: number | null; unitCents: number | null; vatRateBp: number };
export type Totals = { netCents: number; vatCents: number; totalCents: number; vat: { rateBp: number; vatCents: number }[] };

/** A half goes away from zero, as on the server: what is shown while writing is what will be printed. */
function dividedHalfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

export function netOf({ quantity, unitCents }: WrittenLine): number {
  const milli = Math.round((quantity ?? 0) * 1000);
  return Number(dividedHalfUp(BigInt(milli) * BigInt(unitCents ?? 0), 1000n));
}

/** VAT is worked out once a rate, on the sum of its lines. The highest rate first. */
export function totalsOf(lines: readonly WrittenLine[]): Totals {
  const nets = new Map<number, number>();
  for (const line of lines) nets.set(line.vatRateBp, (nets.get(line.vatRateBp) ?? 0) + netOf(line));
  const vat = [...nets]
    .sort(([a], [b]) => b - a)
    .map(([rateBp, netCents]) => ({ rateBp, vatCents: Number(dividedHalfUp(BigInt(netCents) * BigInt(rateBp), 10_000n)) }));
  const netCents = [...nets.values()].reduce((sum, net) => sum + net, 0);
  const vatCents = vat.reduce((sum, share) => sum + share.vatCents, 0);
  return { netCents, vatCents, totalCents: netCents + vatCents, vat };
}
