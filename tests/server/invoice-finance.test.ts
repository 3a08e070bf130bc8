import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { daysAfter, today } from '../../server/features/invoice/invoice.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let port: Customer;

const ago = (days: number) => daysAfter(today(), -days);

/** Each is 120.00 with tax: paid after 20 days, half paid and late, very late, not due, a draft, and one of last year. */
beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  port = await customer(server, { name: 'Crêperie de l’Océan' });
  const made = async (issuedDaysAgo: number, more: object = {}) =>
    invoice(server, port.id, { issuedOn: ago(issuedDaysAgo), ...more });
  const paid = await made(100, { title: 'Étude' });
  await payment(server, paid.id, staff.id, { paidOn: ago(80) });
  const half = await made(50, { title: 'Pose' });
  await payment(server, half.id, staff.id, { amountCents: 6_000, paidOn: ago(5) });
  await made(150, { number: 'F1999-00007' });
  await made(10);
  await made(0, { status: InvoiceStatus.DRAFT });
  const old = await made(500);
  await payment(server, old.id, staff.id, { paidOn: ago(490) });
});
afterAll(() => server.stop());

test('the summary counts what was issued, and how late it is', async () => {
  const { data } = await server.ask(
    staff,
    `{ customer(id: "${port.id}") { balance financialSummary { currency billedCents paidCents dueCents openCount overdueCents overdueCount oldestOverdueOn
      daysToPay revenue12mCents revenuePrevious12mCents ageing { notDue d30 d60 d90 more } } } }`,
  );
  expect(data.customer).toEqual({
    balance: 30_000,
    financialSummary: {
      currency: 'EUR',
      billedCents: 60_000,
      paidCents: 30_000,
      dueCents: 30_000,
      openCount: 3,
      overdueCents: 18_000,
      overdueCount: 2,
      oldestOverdueOn: ago(120),
      daysToPay: 20,
      revenue12mCents: 40_000,
      revenuePrevious12mCents: 10_000,
      ageing: { notDue: 12_000, d30: 6_000, d60: 0, d90: 0, more: 12_000 },
    },
  });
  const none = await customer(server);
  const empty = await server.ask(
    staff,
    `{ customer(id: "${none.id}") { balance financialSummary { dueCents daysToPay oldestOverdueOn } } }`,
  );
  expect(empty.data.customer).toEqual({ balance: 0, financialSummary: { dueCents: 0, daysToPay: null, oldestOverdueOn: null } });
});

test('the statement of account carries the balance from line to line', async () => {
  const asked = (args = '') =>
    server.ask(
      staff,
      `{ transactions(customerId: "${port.id}"${args}) { kind on label amountCents balanceCents invoice { totalCents } payment { amountCents } } }`,
    );
  const { data } = await asked();
  expect(data.transactions.map(({ balanceCents }: { balanceCents: number }) => balanceCents)).toEqual([
    30_000, 36_000, 24_000, 12_000, 24_000, 12_000, 0, 12_000,
  ]);
  expect(data.transactions[0]).toMatchObject({
    kind: 'PAYMENT',
    on: ago(5),
    amountCents: -6_000,
    invoice: null,
    payment: { amountCents: 6_000 },
  });
  expect(data.transactions[5]).toMatchObject({
    kind: 'INVOICE',
    label: 'F1999-00007',
    invoice: { totalCents: 12_000 },
    payment: null,
  });
  const part = await asked(`, from: "${ago(60)}", to: "${ago(8)}", first: 1`);
  expect(part.data.transactions).toMatchObject([{ on: ago(10), balanceCents: 36_000 }]);
  expect(codesOf(await asked(', first: 101'))).toEqual(['BAD_USER_INPUT']);
});

test('invoices are found by number, title and customer, by state, lateness and date', async () => {
  const count = async (filter: string) =>
    (await server.ask(staff, `{ invoices(filter: { ${filter} }) { totalCount nodes { id } } }`)).data.invoices.totalCount;
  expect(await count('search: "f1999-00007"')).toBe(1);
  expect(await count('search: "etude"')).toBe(1);
  expect(await count('search: "creperie de l’ocean"')).toBe(6);
  expect(await count('search: "100%"')).toBe(0);
  expect(await count('status: [PAID]')).toBe(2);
  expect(await count('status: [ISSUED, PARTIALLY_PAID]')).toBe(3);
  expect(await count('overdue: true')).toBe(2);
  expect(await count('overdue: false')).toBe(4);
  expect(await count(`from: "${ago(60)}", to: "${ago(10)}"`)).toBe(2);
  expect(await count(`customerId: "${port.id}"`)).toBe(6);
  expect(await count('customerId: "no id"')).toBe(0);
  const flags = await server.ask(staff, '{ invoices(filter: { overdue: true }) { nodes { overdue } } }');
  expect(flags.data.invoices.nodes).toEqual([{ overdue: true }, { overdue: true }]);
});

test.each(['ISSUED_ON', 'DUE_ON', 'CREATED_AT', 'TOTAL'])('pages by %s hold every invoice once', async (sort) => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await server.ask(
      staff,
      `query ($after: String) { customer(id: "${port.id}") { invoices(first: 2, after: $after, sort: ${sort}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    seen.push(...data.customer.invoices.nodes.map(({ id }: { id: string }) => id));
    after = data.customer.invoices.pageInfo.hasNextPage ? data.customer.invoices.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(6);
  expect(seen).toHaveLength(6);
});

test('the whole finance tab is one statement', async () => {
  const { statements } = await server.count(() =>
    server.ask(
      staff,
      `{ customer(id: "${port.id}") { name balance financialSummary { dueCents ageing { more } }
        invoices(first: 10) { totalCount nodes { number overdue lines { quantity } payments { amountCents } customer { name } project { name } } } } }`,
    ),
  );
  expect(statements).toBe(1);
});
