import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { habitsOf, type Known, type PurchaseDay, warningsOf } from '../../server/features/health/habits.rules.js';
import { healthOf, usualWeights } from '../../server/features/health/health.rules.js';
import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { order } from '../support/factories/order.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

const paid = { issued: 1, overdue: 0, oldestDays: 0, daysToPay: 20 };
const nobody = { issued: 0, overdue: 0, oldestDays: 0, daysToPay: null };

function known(days: PurchaseDay[], pay: Known['pay'] = paid, contactDays: number | null = 10): Known {
  return { days, pay, contactDays, habits: habitsOf(days, 'EUR', pay, '2026-06-30') };
}
/** A purchase of 100 every `wait` days, the earliest first, the last one `ago` days ago. */
const regular = (count: number, wait: number, ago: number, cents = 10_000): PurchaseDay[] =>
  Array.from({ length: count }, (_, i) => ({ ago: ago + wait * (count - 1 - i), month: 1, cents }));

describe('the rules', () => {
  test('habits are medians and means of what was bought', () => {
    const days = [
      { ago: 100, month: 1, cents: 1_000 },
      { ago: 90, month: 1, cents: 2_000 },
      { ago: 50, month: 2, cents: 6_000 },
    ];
    expect(habitsOf(days, 'EUR', paid, '2026-06-30')).toMatchObject({
      purchases: 3,
      averageBasketCents: 3_000,
      daysBetween: 25,
      daysSinceLast: 50,
      daysToPay: 20,
      latestCents: 9_000,
      beforeCents: 0,
      trend: null,
      seasonality: null,
    });
    expect(habitsOf([], 'EUR', paid, '2026-06-30')).toBeNull();
  });

  test('seasons are told over whole years alone', () => {
    // Two years with a purchase a month; twice as much in December.
    const days = Array.from({ length: 24 }, (_, i) => ({
      ago: 729 - Math.floor(i * 30.4),
      month: (i % 12) + 1,
      cents: i % 12 === 11 ? 20_000 : 10_000,
    }));
    const { seasonality } = habitsOf(days, 'EUR', paid, '2026-06-30') ?? {};
    expect(seasonality?.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(seasonality?.[11].index).toBeCloseTo((12 * 2) / 13, 10);
    expect(seasonality?.[0].index).toBeCloseTo(12 / 13, 10);
    expect(habitsOf(days.slice(2), 'EUR', paid, '2026-06-30')?.seasonality).toBeNull();
  });

  test('health is the mean of what is known, by the weights', () => {
    const scoresOf = (one: Known, weights = usualWeights) => healthOf(one, weights, '2026-06-30');
    const fine = scoresOf(known(regular(30, 30, 10)));
    expect(fine.factors.map(({ score }) => score)).toEqual([100, expect.any(Number), 100, 100]);
    expect(fine.grade).toBe('GOOD');
    const gone = scoresOf(known(regular(30, 10, 400), { issued: 4, overdue: 2, oldestDays: 90, daysToPay: 80 }, null));
    expect(gone).toMatchObject({ score: 0, grade: 'POOR' });
    // Two factors are known: 100 for paying, 0 for never having spoken.
    const weights = { ...usualWeights, PAYMENT: 30, CONTACT: 10 };
    expect(scoresOf(known([], paid, null), weights)).toMatchObject({ score: 75, grade: 'GOOD' });
    expect(scoresOf(known([], paid, null), { ...weights, CONTACT: 0 })).toMatchObject({ score: null, grade: null });
    expect(scoresOf(known([], nobody, 0))).toMatchObject({ score: null, grade: null });
  });

  test('warnings', () => {
    const kinds = (one: Known) => warningsOf(one).map(({ kind }) => kind);
    expect(kinds(known(regular(12, 30, 10)))).toEqual([]);
    expect(kinds(known([], { ...paid, overdue: 1, oldestDays: 3 }))).toEqual(['LATE']);
    expect(kinds(known(regular(8, 30, 61)))).toEqual(['SILENT']);
    expect(kinds(known(regular(8, 30, 60)))).toEqual([]);
    expect(kinds(known(regular(3, 10, 300)))).toEqual([]);
    const falling = [...regular(6, 30, 400), ...regular(3, 30, 20)];
    expect(kinds(known(falling))).toEqual(['FALLING']);
    const spread = [9_000, 10_000, 11_000, 10_500, 9_500, 10_000].map((cents, i) => ({ ago: 190 - 30 * i, month: 1, cents }));
    expect(kinds(known([...spread, { ago: 10, month: 1, cents: 50_000 }]))).toEqual(['UNUSUAL']);
    expect(kinds(known([...spread, { ago: 10, month: 1, cents: 13_000 }]))).toEqual([]);
  });
});

describe('over the product', () => {
  let server: TestServer;
  let manager: TestPerson;
  let admin: TestPerson;
  beforeAll(async () => {
    server = await startServer();
    manager = await person(server, 'manager');
    admin = await person(server, 'admin');
  });
  afterAll(() => server.stop());

  const READ = `query ($id: ID!, $asOf: Date) { customer(id: $id) { analytics(asOf: $asOf) {
    habits { currency purchases averageBasketCents daysBetween daysSinceLast daysToPay trend asOf }
    health { score grade asOf factors { factor score weight text } } warnings { kind text } } } }`;
  const UPDATE = `mutation ($input: UpdateHealthWeightsInput!) { updateHealthWeights(input: $input) {
    healthWeights { rhythm trend payment contact } userErrors { path code message } } }`;
  const WEIGHTS = '{ healthWeights { rhythm trend payment contact } }';
  const read = async (id: string, asOf?: string) => (await server.ask(manager, READ, { id, asOf })).data.customer.analytics;

  test('a customer’s habits, health and warnings, on the day asked for', async () => {
    const { id } = await customer(server);
    expect(await read(id, '2026-06-30')).toMatchObject({ habits: null, warnings: [], health: { score: null, grade: null } });
    for (const day of ['2026-01-01', '2026-01-11', '2026-01-21', '2026-01-31'])
      await order(server, { customerId: id, totalCents: 5_000, placedAt: new Date(`${day}T12:00:00Z`) });
    await invoice(server, id, { status: InvoiceStatus.ISSUED, issuedOn: '2026-01-31', dueOn: '2026-03-01' });
    const soon = await read(id, '2026-02-05');
    expect(soon.habits).toMatchObject({ currency: 'EUR', purchases: 4, daysBetween: 10, daysSinceLast: 5, asOf: '2026-02-05' });
    expect(soon.warnings).toEqual([]);
    const late = await read(id, '2026-03-31');
    expect(late.warnings.map(({ kind }: { kind: string }) => kind)).toEqual(['LATE', 'SILENT']);
    expect(late.warnings[0].text).toBe('Factures en retard : 1, depuis 30 j');
    const factors = Object.fromEntries(
      late.health.factors.map((one: { factor: string; score: number }) => [one.factor, one.score]),
    );
    expect(factors).toEqual({ RHYTHM: 0, TREND: null, PAYMENT: 50, CONTACT: 0 });
    // (0 × 30 + 50 × 25 + 0 × 20) / 75
    expect(late.health).toMatchObject({ score: 17, grade: 'POOR', asOf: '2026-03-31' });
  });

  test('who administers weighs the factors, and it counts at once', async () => {
    const input = { rhythm: 0, trend: 0, payment: 100, contact: 100 };
    const before = (await server.ask(manager, WEIGHTS)).data.healthWeights;
    expect(before).toEqual({ rhythm: 30, trend: 25, payment: 25, contact: 20 });
    expect(codesOf(await server.ask(null, UPDATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(manager, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    const refused = async (change: object) =>
      (await server.ask(admin, UPDATE, { input: { ...input, ...change } })).data.updateHealthWeights;
    expect(await refused({ payment: 101 })).toMatchObject({
      healthWeights: null,
      userErrors: [{ path: ['input', 'payment'], code: 'BAD_HEALTH_WEIGHT' }],
    });
    expect(await refused({ contact: 0 })).toMatchObject({ userErrors: [{ path: ['input'], code: 'NO_HEALTH_WEIGHT' }] });
    expect((await server.ask(manager, WEIGHTS)).data.healthWeights).toEqual(before);
    expect((await server.ask(admin, UPDATE, { input })).data.updateHealthWeights).toEqual({
      healthWeights: input,
      userErrors: [],
    });
    expect((await server.ask(manager, WEIGHTS)).data.healthWeights).toEqual(input);
    const [entry] = await server.database.query(`select action, changes from audit_entry where action = 'healthWeights.update'`);
    expect(entry.changes).toMatchObject({ rhythm: [30, 0] });
  });

  test('many customers cost no statement more than one', async () => {
    const asked = (first: number) =>
      `{ customers(first: ${first}) { nodes { analytics { habits { purchases } warnings { kind } } } } }`;
    for (let n = 0; n < 4; n++) await customer(server);
    await server.ask(manager, asked(1));
    const one = await server.count(() => server.ask(manager, asked(1)));
    const many = await server.count(() => server.ask(manager, asked(5)));
    expect(many.statements).toBe(one.statements);
  });
});
