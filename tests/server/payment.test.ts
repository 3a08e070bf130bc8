import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAfter, today } from '../../server/features/invoice/invoice.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let manager: TestPerson;
let client: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [staff, manager, client] = [await person(server, 'staff'), await person(server, 'manager'), await person(server, 'client')];
});
afterAll(() => server.stop());

const PAY = `mutation ($input: CreatePaymentInput!) { createPayment(input: $input) {
  payment { id amountCents method paidOn reference recordedBy { id } customer { id } allocations { amountCents invoice { id status paidCents dueCents paidOn } } }
  userErrors { path code message } } }`;
const inputFor = (customerId: string, amountCents: number, more: object = {}) => ({
  customerId,
  amountCents,
  method: 'TRANSFER',
  ...more,
});
const pay = (who: TestPerson | null, input: object) => server.ask(who, PAY, { input });
const mistakesOf = async (who: TestPerson, input: object) =>
  (await pay(who, input)).data.createPayment.userErrors.map(
    ({ path, code }: { path: string[]; code: string }) => `${path.slice(1).join('.')} ${code}`,
  );
const kept = () =>
  server.database.query(
    `select (select count(*)::int from payment) as payments, (select count(*)::int from payment_allocation) as parts, (select sum(paid_cents)::text from invoice) as paid, (select count(*)::int from audit_entry where outcome = 'CHANGED') as entries`,
  );

/** A customer of the client's with one invoice of 120.00 due in 30 days and one due in 10. */
async function shop() {
  const { id } = await customer(server, { managerId: manager.id });
  await member(server, client.id, id);
  const late = await invoice(server, id);
  const early = await invoice(server, id, { dueOn: daysAfter(today(), 10) });
  return { id, late, early };
}

describe('a payment', () => {
  test('goes to what is due first, and settles it', async () => {
    const { id, late, early } = await shop();
    const { data } = await pay(staff, inputFor(id, 15_000, { reference: ' VIR 42 ' }));
    expect(data.createPayment.userErrors).toEqual([]);
    expect(data.createPayment.payment).toMatchObject({
      amountCents: 15_000,
      method: 'TRANSFER',
      paidOn: today(),
      reference: 'VIR 42',
      recordedBy: { id: staff.id },
      customer: { id },
    });
    expect(data.createPayment.payment.allocations).toEqual(
      expect.arrayContaining([
        { amountCents: 12_000, invoice: { id: early.id, status: 'PAID', paidCents: 12_000, dueCents: 0, paidOn: today() } },
        {
          amountCents: 3_000,
          invoice: { id: late.id, status: 'PARTIALLY_PAID', paidCents: 3_000, dueCents: 9_000, paidOn: null },
        },
      ]),
    );
  });

  test('goes where the payer says, and the day it was settled is the last it was paid', async () => {
    const { id, late, early } = await shop();
    const paidOn = daysAfter(today(), -3);
    const parts = [{ invoiceId: late.id, amountCents: 12_000 }];
    await pay(client, inputFor(id, 12_000, { allocations: parts, paidOn, method: 'CARD' }));
    const { data } = await server.ask(
      client,
      `{ invoice(id: "${late.id}") { status paidOn payments { method } allocations { amountCents } } }`,
    );
    expect(data.invoice).toEqual({
      status: 'PAID',
      paidOn,
      payments: [{ method: 'CARD' }],
      allocations: [{ amountCents: 12_000 }],
    });
    expect((await server.ask(client, `{ invoice(id: "${early.id}") { status } }`)).data.invoice.status).toBe('ISSUED');
  });

  test('is told on the timeline and to whoever looks after the customer', async () => {
    const { id, early } = await shop();
    await pay(client, inputFor(id, 100));
    const told = await server.database.query('select user_id, kind from notification where link = $1', [`/invoices/${early.id}`]);
    expect(told).toEqual([{ user_id: manager.id, kind: 'PAYMENT_RECEIVED' }]);
    const noted = await server.database.query('select kind, audience, details from activity where customer_id = $1', [id]);
    expect(noted).toEqual([
      { kind: 'PAYMENT_RECEIVED', audience: 'EVERYONE', details: { number: early.number, amountCents: 100, currency: 'EUR' } },
    ]);
  });

  test('is recorded once a key', async () => {
    const { id } = await shop();
    const input = inputFor(id, 1_000, { idempotencyKey: randomUUID() });
    const answers = await Promise.all([pay(client, input), pay(client, input), pay(client, input)]);
    expect(new Set(answers.map(({ data }) => data.createPayment.payment.id)).size).toBe(1);
    expect((await server.ask(client, `{ customer(id: "${id}") { balance } }`)).data.customer.balance).toBe(23_000);
    expect(await mistakesOf(client, { ...input, amountCents: 2_000 })).toEqual(['idempotencyKey KEY_REUSED']);
  });

  test('is never changed', async () => {
    const { id } = await shop();
    const { data } = await pay(staff, inputFor(id, 1_000));
    for (const statement of [
      'update payment set amount_cents = 1 where id = $1',
      'delete from payment where id = $1',
      'update payment_allocation set amount_cents = 1 where payment_id = $1',
      'delete from payment_allocation where payment_id = $1',
    ]) {
      const values = [data.createPayment.payment.id];
      await expect(server.database.query(statement, values)).rejects.toThrow(/permission denied/);
      await expect(server.asSuperuser(statement, values)).rejects.toMatchObject({ code: '23001' });
    }
  });
});

test('50 at once: every euro has one winner', { timeout: 60_000 }, async () => {
  const { id } = await shop();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => pay(i % 2 ? staff : client, inputFor(id, 1_000))));
  const won = answers.filter(({ data }) => data.createPayment.payment);
  expect(won).toHaveLength(24);
  const lost = answers.flatMap(({ data }) => data.createPayment.userErrors.map(({ code }: { code: string }) => code));
  expect(lost).toEqual(Array(26).fill('OVERPAID'));
  const { data } = await server.ask(
    client,
    `{ customer(id: "${id}") { balance invoices { nodes { status paidCents payments { amountCents } } } } payments(filter: { customerId: "${id}" }) { totalCount } }`,
  );
  expect(data.payments.totalCount).toBe(24);
  expect(data.customer.balance).toBe(0);
  for (const { status, paidCents, payments } of data.customer.invoices.nodes) {
    expect({ status, paidCents }).toEqual({ status: 'PAID', paidCents: 12_000 });
    expect(payments).toHaveLength(12);
  }
});

describe('what is refused', () => {
  test('is said in the field where it is, and nothing is kept', async () => {
    const { id, late, early } = await shop();
    const elsewhere = await shop();
    const before = await kept();
    const parts = (...allocations: [string, number][]) => ({
      allocations: allocations.map(([invoiceId, amountCents]) => ({ invoiceId, amountCents })),
    });
    expect(await mistakesOf(client, inputFor(id, 24_001))).toEqual(['amountCents OVERPAID']);
    expect(await mistakesOf(client, inputFor(id, Number.MAX_SAFE_INTEGER))).toEqual(['amountCents OVERPAID']);
    expect(await mistakesOf(client, inputFor(id, 0, { paidOn: daysAfter(today(), 1) }))).toEqual([
      'amountCents AMOUNT_NOT_POSITIVE',
      'paidOn PAID_IN_THE_FUTURE',
    ]);
    expect(await mistakesOf(client, inputFor(id, 12_001, parts([late.id, 12_001])))).toEqual([
      'allocations.0.amountCents OVERPAID',
    ]);
    expect(await mistakesOf(client, inputFor(id, 200, parts([late.id, 100], [late.id, 100])))).toEqual([
      'allocations.1.invoiceId INVOICE_TWICE',
    ]);
    expect(await mistakesOf(client, inputFor(id, 200, parts([late.id, 300], [early.id, -100])))).toEqual([
      'allocations.1.amountCents AMOUNT_NOT_POSITIVE',
    ]);
    expect(await mistakesOf(client, inputFor(id, 200, parts([late.id, 100])))).toEqual(['amountCents ALLOCATIONS_DIFFER']);
    for (const foreign of [elsewhere.late.id, randomUUID(), 'no id'])
      expect(await mistakesOf(client, inputFor(id, 100, parts([foreign, 100])))).toEqual([
        'allocations.0.invoiceId UNKNOWN_INVOICE',
      ]);
    expect(await mistakesOf(client, inputFor(id, 100, { allocations: [] }))).toEqual(['allocations NOTHING']);
    expect(await mistakesOf(client, inputFor(id, 100, { reference: 'x'.repeat(141) }))).toEqual(['reference TOO_LONG']);
    expect(codesOf(await pay(client, inputFor(id, 2 ** 53)))).toEqual(['BAD_USER_INPUT']);
    expect(await kept()).toEqual(before);
  });

  test('who may not', async () => {
    const { id } = await shop();
    const before = await kept();
    const [seller, prestataire, blind, stranger] = [
      await person(server, 'revendeur'),
      await person(server, 'prestataire'),
      await person(server, 'client'),
      await person(server, 'client'),
    ];
    await server.database.query('update customer set reseller_id = $1 where id = $2', [seller.id, id]);
    await member(server, blind.id, id, { finance: false });
    expect(codesOf(await pay(null, inputFor(id, 100)))).toEqual(['UNAUTHENTICATED']);
    for (const who of [seller, prestataire, blind]) expect(codesOf(await pay(who, inputFor(id, 100)))).toEqual(['FORBIDDEN']);
    const foreign = await pay(stranger, inputFor(id, 100));
    const unknown = await pay(stranger, inputFor(randomUUID(), 100));
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    expect(foreign.errors?.map(({ message }) => message)).toEqual(unknown.errors?.map(({ message }) => message));
    expect(await kept()).toEqual(before);
  });
});
