import { expect, test } from 'vitest';
import { netOf as shownNet, totalsOf as shownTotals } from '../../portals/superadmin/invoice/invoice-amounts.js';
import { netOf, thousandthsOf, totalsOf, VAT_RATES } from '../../server/features/invoice/invoice.rules.js';

/** A fixed row of numbers between 0 and 1: the same at each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let now = seed; ; ) {
    now = (now * 1_103_515_245 + 12_345) % 2 ** 31;
    yield now / 2 ** 31;
  }
}

test('what is shown while an invoice is written is what the server makes of it', () => {
  const some = numbers(42);
  const next = () => some.next().value;
  for (let i = 0; i < 500; i++) {
    const lines = Array.from({ length: 1 + Math.floor(next() * 6) }, () => ({
      quantity: Math.round(next() * 100_000) / 1000,
      unitCents: Math.round((next() - 0.1) * 1_000_000),
      vatRateBp: VAT_RATES[Math.floor(next() * VAT_RATES.length)] ?? 0,
    }));
    const nets = lines.map((line) => ({
      netCents: netOf({ quantityMilli: thousandthsOf(line.quantity) ?? 0, unitCents: line.unitCents }),
      vatRateBp: line.vatRateBp,
    }));
    expect(lines.map(shownNet)).toEqual(nets.map(({ netCents }) => netCents));
    const { netCents, vatCents, totalCents } = totalsOf(nets);
    expect(shownTotals(lines)).toMatchObject({ netCents, vatCents, totalCents });
  }
});
