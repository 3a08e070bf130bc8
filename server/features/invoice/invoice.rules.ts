import { InvoiceStatus } from './invoice.entity.js';

/** Money is whole cents, quantities whole thousandths, rates basis points: nothing here is ever a fraction. */

/** 10 billion euros: thousands of such invoices still add up to a safe integer. */
export const MOST_CENTS = 1_000_000_000_000;
export const MOST_QUANTITY = 1_000_000_000;
export const MOST_LINES = 200;
/** The longest delay the law allows from the date of the invoice (C. com. L441-10). */
export const MOST_PAYMENT_DAYS = 60;

/** French VAT in force: mainland 20, 10, 5.5, 2.1; overseas 8.5, 1.75, 1.05; Corsica 13, 0.9; and none. */
export const VAT_RATES: readonly number[] = [2000, 1000, 550, 210, 1300, 850, 175, 105, 90, 0];

interface Amounts {
  quantityMilli: number;
  unitCents: number;
  vatRateBp: number;
}

export interface VatShare {
  rateBp: number;
  netCents: number;
  vatCents: number;
}

/** A half goes away from zero, so that what takes an amount back takes back all of it. Exact, whatever the size. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** A quantity as whole thousandths; null where it has more than three decimals. */
export function thousandthsOf(quantity: number): number | null {
  const milli = Math.round(quantity * 1000);
  return milli / 1000 === quantity ? milli : null;
}

/** A line's net. May be beyond what an invoice can hold: see `isTooMuch`. */
export const netOf = ({ quantityMilli, unitCents }: Omit<Amounts, 'vatRateBp'>): number =>
  Number(divideHalfUp(BigInt(quantityMilli) * BigInt(unitCents), 1000n));

export const isTooMuch = (cents: number): boolean => Math.abs(cents) > MOST_CENTS;

/** VAT is worked out once a rate, on the sum of its lines; rounding line by line would drift. The highest rate first. */
export function vatOf(lines: readonly { netCents: number; vatRateBp: number }[]): VatShare[] {
  const nets = new Map<number, number>();
  for (const { vatRateBp, netCents } of lines) nets.set(vatRateBp, (nets.get(vatRateBp) ?? 0) + netCents);
  return [...nets]
    .sort(([a], [b]) => b - a)
    .map(([rateBp, netCents]) => ({
      rateBp,
      netCents,
      vatCents: Number(divideHalfUp(BigInt(netCents) * BigInt(rateBp), 10_000n)),
    }));
}

export interface Totals {
  netCents: number;
  vatCents: number;
  totalCents: number;
  vatBreakdown: VatShare[];
}

export function totalsOf(lines: readonly { netCents: number; vatRateBp: number }[]): Totals {
  const vatBreakdown = vatOf(lines);
  const netCents = vatBreakdown.reduce((sum, share) => sum + share.netCents, 0);
  const vatCents = vatBreakdown.reduce((sum, share) => sum + share.vatCents, 0);
  return { netCents, vatCents, totalCents: netCents + vatCents, vatBreakdown };
}

/** The states a verb applies in. The database refuses any other step too. */
export const statesOf: Record<'update' | 'delete' | 'issue' | 'pay', readonly InvoiceStatus[]> = {
  update: [InvoiceStatus.DRAFT],
  delete: [InvoiceStatus.DRAFT],
  issue: [InvoiceStatus.DRAFT],
  pay: [InvoiceStatus.ISSUED, InvoiceStatus.PARTIALLY_PAID],
};

/** The state of an issued invoice of which this much is paid. */
export const statusOf = ({ totalCents, paidCents }: { totalCents: number; paidCents: number }): InvoiceStatus =>
  paidCents === 0 ? InvoiceStatus.ISSUED : paidCents < totalCents ? InvoiceStatus.PARTIALLY_PAID : InvoiceStatus.PAID;

/** A day some days later. */
export function daysAfter(day: string, days: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}

/** Today in Paris, where the seller is. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(now);

/** Something is still due though its day is past. */
export const isOverdue = ({ status, dueOn }: { status: InvoiceStatus; dueOn: string }, day = today()): boolean =>
  statesOf.pay.includes(status) && dueOn < day;

/** What goes to which invoice when the payer doesn't say: the first in the list first. Null when it is more than is due. */
export function spread(
  amountCents: number,
  open: readonly { id: string; dueCents: number }[],
): { invoiceId: string; amountCents: number }[] | null {
  let left = amountCents;
  const shares: { invoiceId: string; amountCents: number }[] = [];
  for (const { id, dueCents } of open) {
    if (left === 0) break;
    const share = Math.min(left, dueCents);
    shares.push({ invoiceId: id, amountCents: share });
    left -= share;
  }
  return left === 0 ? shares : null;
}
