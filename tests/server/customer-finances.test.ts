import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAfter, today } from '../../server/features/invoice/invoice.rules.js';
import { gradeOf, type PaymentFigures, riskOf } from '../../server/features/invoice/payment-risk.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let port: { id: string };

/** Each is 120.00 with tax, 100.00 without; due 30 days later. */
const billed = (issuedOn: string) => invoice(server, port.id, { issuedOn });

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  port = await customer(server);
  const january = await billed('2026-01-10');
  const march = await billed('2026-03-05');
  await billed('2026-03-20');
  const old = await billed('2025-02-01');
  await payment(server, old.id, staff.id, { paidOn: '2025-03-03' });
  await payment(server, january.id, staff.id, { paidOn: '2026-03-01' });
  await payment(server, march.id, staff.id, { amountCents: 5_000, paidOn: '2026-05-02' });
});
afterAll(() => server.stop());

const ask = async (fields: string, id = port.id, who = staff) =>
  server.ask(who, `query ($id: ID!) { customer(id: $id) { ${fields} } }`, { id });
const HISTORY = 'month billedCents revenueCents paidCents balanceCents currency';
const RISK = 'paymentRisk(asOf: "2026-05-31") { grade score sample asOf reasons { factor value points mostPoints text } }';

describe('the account month by month', () => {
  test('is what was owed at the end of each month, and what moved it', async () => {
    const { data } = await ask(`balanceHistory(months: 5, asOf: "2026-05-31") { ${HISTORY} }`);
    const month = (first: string, billedCents: number, revenueCents: number, paidCents: number, balanceCents: number) => ({
      month: first,
      billedCents,
      revenueCents,
      paidCents,
      balanceCents,
      currency: 'EUR',
    });
    expect(data.customer.balanceHistory).toEqual([
      month('2026-01-01', 12_000, 10_000, 0, 12_000),
      month('2026-02-01', 0, 0, 0, 12_000),
      month('2026-03-01', 24_000, 20_000, 12_000, 24_000),
      month('2026-04-01', 0, 0, 0, 24_000),
      month('2026-05-01', 0, 0, 5_000, 19_000),
    ]);
  });

  test('ends where the balance and the ageing do', async () => {
    const { data } = await ask(
      'balance balanceHistory(months: 1) { balanceCents } financialSummary { dueCents ageing { notDue d30 d60 d90 more } }',
    );
    const { balance, balanceHistory, financialSummary } = data.customer;
    expect(balanceHistory).toEqual([{ balanceCents: balance }]);
    const ages = Object.values(financialSummary.ageing as Record<string, number>);
    expect(ages.reduce((sum, cents) => sum + cents, 0)).toBe(balance);
    expect(financialSummary.dueCents).toBe(balance);
  });

  test('stops where it is told to, counts nothing later, and refuses too many months', async () => {
    const { data } = await ask(`balanceHistory(months: 1, asOf: "2026-03-02") { ${HISTORY} }`);
    expect(data.customer.balanceHistory).toMatchObject([
      { month: '2026-03-01', billedCents: 0, paidCents: 12_000, balanceCents: 0 },
    ]);
    expect(codesOf(await ask('balanceHistory(months: 61) { month }'))).toEqual(['BAD_USER_INPUT']);
    const none = await customer(server);
    expect((await ask('balanceHistory(months: 2) { balanceCents }', none.id)).data.customer.balanceHistory).toEqual([
      { balanceCents: 0 },
      { balanceCents: 0 },
    ]);
  });
});

describe('the risk', () => {
  test('is made of reasons, each with its figure and in words', async () => {
    const { data } = await ask(RISK);
    // Four were due: one paid in time, one 20 days late, one 57 and one 42 days late by then.
    expect(data.customer.paymentRisk).toEqual({
      grade: 'HIGH',
      score: 67,
      sample: 4,
      asOf: '2026-05-31',
      reasons: [
        { factor: 'LATE_SHARE', value: 0.75, points: 26, mostPoints: 35, text: '3 factures en retard sur 4 échues' },
        { factor: 'MEAN_DELAY', value: 29.8, points: 12, mostPoints: 25, text: '29,8 jours de retard en moyenne' },
        {
          factor: 'OVERDUE_NOW',
          value: 57,
          points: 19,
          mostPoints: 30,
          text: expect.stringMatching(/^190,00\s€ en retard, depuis 57 jours pour le plus ancien$/),
        },
        expect.objectContaining({ factor: 'TREND', points: 10 }),
      ],
    });
    const { score, reasons } = data.customer.paymentRisk;
    expect(reasons.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(score);
  });

  test('is not said of too few invoices, unless one is overdue', async () => {
    const fresh = await customer(server);
    expect((await ask(RISK, fresh.id)).data.customer.paymentRisk).toEqual({
      grade: null,
      score: null,
      sample: 0,
      asOf: '2026-05-31',
      reasons: [],
    });
    await invoice(server, fresh.id, { issuedOn: daysAfter(today(), -160) });
    const { paymentRisk } = (await ask('paymentRisk { grade sample asOf reasons { factor text } }', fresh.id)).data.customer;
    expect(paymentRisk).toMatchObject({ grade: 'CRITICAL', sample: 1, asOf: today() });
  });

  test('is for our own people; a client’s member for finance has the account, another one neither', async () => {
    const [treasurer, colleague] = [await person(server, 'client'), await person(server, 'client')];
    await member(server, treasurer.id, port.id);
    await member(server, colleague.id, port.id, { finance: false });
    const theirs = await ask('balanceHistory(months: 1) { month } paymentRisk { grade }', port.id, treasurer);
    expect(theirs.data.customer).toMatchObject({ balanceHistory: [{}], paymentRisk: null });
    const none = await ask('balanceHistory(months: 1) { month }', port.id, colleague);
    expect(none.data.customer.balanceHistory).toBeNull();
  });

  test.each<[string, Partial<PaymentFigures>, string | null]>([
    ['too few', { observed: 2 }, null],
    ['always in time', {}, 'LOW'],
    ['late now and then', { late: 5, meanDelay: 6 }, 'MODERATE'],
    ['late as a rule', { late: 10, meanDelay: 40 }, 'HIGH'],
    ['nothing comes', { late: 10, meanDelay: 90, overdueCount: 3, overdueCents: 1, oldestDays: 200 }, 'CRITICAL'],
  ])('%s', (_, figures, grade) => {
    const steady = { recent: 5, recentDelay: 0, earlier: 5, earlierDelay: 0 };
    const clean = { asOf: '2026-01-01', observed: 10, late: 0, meanDelay: 0, overdueCents: 0, overdueCount: 0, oldestDays: 0 };
    const risk = riskOf({ ...clean, ...steady, ...figures });
    expect(risk.grade).toBe(grade);
    if (risk.score !== null) expect(gradeOf(risk.score)).toBe(grade);
  });
});

test('account, ageing, risk and orders take one statement', async () => {
  const fields = `balance balanceHistory { month } ${RISK} orderStats { total } financialSummary { dueCents ageing { notDue } }
    invoices(first: 20) { totalCount nodes { id number } }`;
  await ask(fields);
  const { texts } = await server.count(() => ask(fields));
  expect(texts.filter((text) => text.includes('invoice'))).toHaveLength(1);
});
