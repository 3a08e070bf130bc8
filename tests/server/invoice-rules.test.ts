import { describe, expect, test } from 'vitest';
import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import {
  daysAfter,
  isOverdue,
  netOf,
  spread,
  statusOf,
  thousandthsOf,
  today,
  totalsOf,
  vatOf,
} from '../../server/features/invoice/invoice.rules.js';

describe('VAT', () => {
  const line = (netCents: number, vatRateBp = 2000) => ({ netCents, vatRateBp });

  test('is rounded once a rate, on the sum of its lines', () => {
    // Line by line 0.33 at 20 % is 0.07 three times: 0.21 instead of 0.20.
    expect(vatOf([line(33), line(33), line(33)])).toEqual([{ rateBp: 2000, netCents: 99, vatCents: 20 }]);
    expect(vatOf([line(999, 550)])).toEqual([{ rateBp: 550, netCents: 999, vatCents: 55 }]);
  });

  test('goes up at the half, and away from zero where something is taken off', () => {
    expect(vatOf([line(250, 1000)])[0].vatCents).toBe(25);
    expect(vatOf([line(5, 1000)])[0].vatCents).toBe(1);
    expect(vatOf([line(-5, 1000)])[0].vatCents).toBe(-1);
    expect(vatOf([line(4, 1000)])[0].vatCents).toBe(0);
  });

  test('stands by rate, the highest first, and adds up', () => {
    expect(totalsOf([line(10_000, 550), line(20_000), line(5_000, 550)])).toEqual({
      netCents: 35_000,
      vatCents: 4_825,
      totalCents: 39_825,
      vatBreakdown: [
        { rateBp: 2000, netCents: 20_000, vatCents: 4_000 },
        { rateBp: 550, netCents: 15_000, vatCents: 825 },
      ],
    });
  });
});

test('a net is exact however large, and rounded half up', () => {
  expect(netOf({ quantityMilli: 1500, unitCents: 333 })).toBe(500);
  expect(netOf({ quantityMilli: 1, unitCents: 500 })).toBe(1);
  expect(netOf({ quantityMilli: 1, unitCents: 499 })).toBe(0);
  expect(netOf({ quantityMilli: 999_999_999, unitCents: 999_999_999 })).toBe(999_999_998_000_000);
});

test('a quantity has three decimals at most', () => {
  expect(thousandthsOf(1.234)).toBe(1234);
  expect(thousandthsOf(0.1 + 0.2)).toBeNull();
  expect(thousandthsOf(1.2345)).toBeNull();
});

test('a day later may be in another month', () => {
  expect(daysAfter('2026-12-15', 30)).toBe('2027-01-14');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('a day begins at midnight in Paris', () => {
  expect(today(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
  expect(today(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  expect(today(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
});

test('late is open and past its day', () => {
  const due = (status: InvoiceStatus) => isOverdue({ status, dueOn: '2026-01-31' }, '2026-02-01');
  expect([InvoiceStatus.ISSUED, InvoiceStatus.PARTIALLY_PAID].map(due)).toEqual([true, true]);
  expect([InvoiceStatus.DRAFT, InvoiceStatus.PAID].map(due)).toEqual([false, false]);
  expect(isOverdue({ status: InvoiceStatus.ISSUED, dueOn: '2026-01-31' }, '2026-01-31')).toBe(false);
});

test('what is paid decides the status', () => {
  const paid = (paidCents: number) => statusOf({ totalCents: 100, paidCents });
  expect([0, 1, 99, 100].map(paid)).toEqual(['ISSUED', 'PARTIALLY_PAID', 'PARTIALLY_PAID', 'PAID']);
});

test('money goes to the first, then to the next; what is too much is refused', () => {
  const open = [
    { id: 'a', dueCents: 100 },
    { id: 'b', dueCents: 50 },
  ];
  expect(spread(100, open)).toEqual([{ invoiceId: 'a', amountCents: 100 }]);
  expect(spread(120, open)).toEqual([
    { invoiceId: 'a', amountCents: 100 },
    { invoiceId: 'b', amountCents: 20 },
  ]);
  expect(spread(151, open)).toBeNull();
  expect(spread(1, [])).toBeNull();
});
