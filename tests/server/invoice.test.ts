import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { Invoice, InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { daysAfter, today } from '../../server/features/invoice/invoice.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let port: Customer;

beforeAll(async () => {
  server = await startServer();
  [staff, client] = [await person(server, 'staff'), await person(server, 'client')];
  port = await customer(
    server,
    { siret: '73282932000074' },
    { street: '3 rue du Port', postalCode: '29900', city: 'Concarneau' },
  );
  await member(server, client.id, port.id);
});
afterAll(() => server.stop());

const FIELDS = `id number status title issuedOn dueOn issuedAt netCents vatCents totalCents paidCents dueCents overdue version notes category
  vatBreakdown { rateBp netCents vatCents } lines { position label quantity unit unitCents vatRateBp netCents }
  seller { name siren address { city } paymentTerms } buyer { name siren address { street } } customer { id } viewerCan { update issue delete pay }`;
const CREATE = `mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { invoice { ${FIELDS} } userErrors { path code message } } }`;
const UPDATE = `mutation ($input: UpdateInvoiceInput!) { updateInvoice(input: $input) { invoice { ${FIELDS} } userErrors { path code } } }`;
const DELETE = `mutation ($input: DeleteInvoiceInput!) { deleteInvoice(input: $input) { deletedId userErrors { path code } } }`;
const ISSUE = `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { invoice { ${FIELDS} } userErrors { path code } } }`;

const line = { label: 'Pose', quantity: 1.5, unit: 'jour', unitCents: 33_333, vatRateBp: 2000 };
const inputFor = (customerId: string, more: object = {}) => ({ customerId, title: 'Pose du comptoir', lines: [line], ...more });
const draftOf = (customerId = port.id) => invoice(server, customerId, { status: InvoiceStatus.DRAFT });
const kept = () =>
  server.database.query(
    `select (select count(*)::int from invoice) as invoices, (select count(*)::int from invoice_line) as lines, (select count(*)::int from audit_entry where outcome = 'CHANGED') as entries`,
  );

describe('a draft', () => {
  test('is made with its lines and totals, and has no number', async () => {
    const lines = [line, { label: 'Remise', quantity: 1, unitCents: -5_000, vatRateBp: 2000 }, { ...line, vatRateBp: 1000 }];
    const { data } = await server.ask(staff, CREATE, { input: inputFor(port.id, { lines, paymentDays: 45, notes: ' Merci ' }) });
    expect(data.createInvoice.userErrors).toEqual([]);
    expect(data.createInvoice.invoice).toMatchObject({
      number: null,
      status: 'DRAFT',
      issuedAt: null,
      dueOn: daysAfter(today(), 45),
      notes: 'Merci',
      category: 'SERVICES',
      netCents: 95_000,
      vatCents: 14_000,
      totalCents: 109_000,
      paidCents: 0,
      dueCents: 109_000,
      seller: null,
      vatBreakdown: [
        { rateBp: 2000, netCents: 45_000, vatCents: 9_000 },
        { rateBp: 1000, netCents: 50_000, vatCents: 5_000 },
      ],
      customer: { id: port.id },
      viewerCan: { update: true, issue: true, delete: true, pay: false },
    });
    expect(data.createInvoice.invoice.lines[0]).toEqual({ position: 1, ...line, netCents: 50_000 });
    expect(data.createInvoice.invoice.lines[1].unit).toBe('unité');
  });

  test('is made once a key', async () => {
    const input = inputFor(port.id, { idempotencyKey: randomUUID() });
    const [one, two] = await Promise.all([server.ask(staff, CREATE, { input }), server.ask(staff, CREATE, { input })]);
    expect(one.data.createInvoice.invoice.id).toBe(two.data.createInvoice.invoice.id);
    const other = await server.ask(staff, CREATE, { input: { ...input, title: 'Autre' } });
    expect(other.data.createInvoice.userErrors).toMatchObject([{ code: 'KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
  });

  test('says all that is wrong with it, in the field where it is, and nothing is kept', async () => {
    const before = await kept();
    const lines = [
      { ...line, label: ' ' },
      { ...line, quantity: 0 },
      { ...line, quantity: 1.2345 },
      { ...line, vatRateBp: 1960 },
      { ...line, unitCents: Number.MAX_SAFE_INTEGER },
      { ...line, quantity: 1_000_000, unitCents: 999_999_999 },
    ];
    const { data } = await server.ask(staff, CREATE, {
      input: inputFor(port.id, { title: ' ', lines, projectId: randomUUID() }),
    });
    expect(data.createInvoice.invoice).toBeNull();
    expect(
      data.createInvoice.userErrors.map(
        ({ path, code }: { path: string[]; code: string }) => `${path.slice(1).join('.')} ${code}`,
      ),
    ).toEqual([
      'title BLANK',
      'projectId NOT_THEIR_PROJECT',
      'lines.0.label BLANK',
      'lines.1.quantity QUANTITY_NOT_POSITIVE',
      'lines.2.quantity QUANTITY_TOO_FINE',
      'lines.3.vatRateBp UNKNOWN_VAT_RATE',
      'lines.4.unitCents INVOICE_TOO_LARGE',
      'lines.5.unitCents INVOICE_TOO_LARGE',
    ]);
    expect(data.createInvoice.userErrors[6].message).toMatch(/10 milliards/);
    const refused = async (more: object) =>
      (await server.ask(staff, CREATE, { input: inputFor(port.id, more) })).data.createInvoice.userErrors.map(
        ({ code }: { code: string }) => code,
      );
    expect(await refused({ lines: [] })).toEqual(['NOTHING']);
    expect(await refused({ lines: [{ ...line, unitCents: 0 }] })).toEqual(['NOTHING_TO_PAY']);
    expect(await refused({ lines: [{ ...line, vatRateBp: 0 }] })).toEqual(['VAT_MENTION_NEEDED']);
    expect(await refused({ lines: Array(11).fill({ ...line, quantity: 100, unitCents: 999_999_999 }) })).toEqual([
      'INVOICE_TOO_LARGE',
    ]);
    expect(await refused({ paymentDays: 61 })).toEqual(['TOO_LARGE']);
    expect(await refused({ title: 'x'.repeat(201) })).toEqual(['TOO_LONG']);
    expect(
      await refused({
        lines: [
          { ...line, label: 'x'.repeat(10_000) },
          { ...line, quantity: 1e300, unitCents: 0 },
        ],
      }),
    ).toEqual(['TOO_LONG', 'TOO_LARGE']);
    expect(await refused({ title: 'x\u0000' })).toEqual(['CONTROL_CHARACTER']);
    expect(
      codesOf(await server.ask(staff, CREATE, { input: inputFor(port.id, { lines: [{ ...line, unitCents: 2 ** 53 }] }) })),
    ).toEqual(['BAD_USER_INPUT']);
    expect(await kept()).toEqual(before);
  });

  test('changes, and whoever was slower is told', async () => {
    const { id } = await draftOf();
    const { data } = await server.ask(staff, UPDATE, { input: { id, version: 1, title: 'Pose', lines: [line, line] } });
    expect(data.updateInvoice.invoice).toMatchObject({ title: 'Pose', version: 2, netCents: 100_000, totalCents: 120_000 });
    expect(data.updateInvoice.invoice.lines).toHaveLength(2);
    expect(codesOf(await server.ask(staff, UPDATE, { input: { id, version: 1, title: 'Trop tard' } }))).toEqual(['CONFLICT']);
    const kept = await server.ask(staff, UPDATE, { input: { id, notes: 'Merci' } });
    expect(kept.data.updateInvoice.invoice).toMatchObject({ title: 'Pose', notes: 'Merci', version: 3, netCents: 100_000 });
    const bad = await server.ask(staff, UPDATE, { input: { id, lines: [{ ...line, vatRateBp: 1 }] } });
    expect(bad.data.updateInvoice.userErrors).toEqual([{ path: ['input', 'lines', '0', 'vatRateBp'], code: 'UNKNOWN_VAT_RATE' }]);
  });

  test('can be deleted', async () => {
    const { id } = await draftOf();
    expect((await server.ask(staff, DELETE, { input: { id } })).data.deleteInvoice).toEqual({ deletedId: id, userErrors: [] });
    expect((await server.ask(staff, `{ invoice(id: "${id}") { id } }`)).data.invoice).toBeNull();
  });
});

describe('an issued invoice', () => {
  test('has a number, today’s date, and who sold and bought as they were', async () => {
    const { id } = await draftOf();
    const { data } = await server.ask(staff, ISSUE, { input: { id } });
    expect(data.issueInvoice.invoice).toMatchObject({
      status: 'ISSUED',
      number: expect.stringMatching(new RegExp(`^F${today().slice(0, 4)}-\\d{5}$`)),
      issuedOn: today(),
      overdue: false,
      seller: {
        name: 'Prisme Services',
        siren: '912487360',
        address: { city: 'Brest' },
        paymentTerms: expect.stringContaining('40 €'),
      },
      buyer: { name: port.name, siren: '732829320', address: { street: '3 rue du Port' } },
      viewerCan: { update: false, issue: false, delete: false, pay: true },
    });
    await server.database.query(`update customer set name = 'Autre nom' where id = $1`, [port.id]);
    const later = await server.ask(client, `{ invoice(id: "${id}") { buyer { name } viewerCan { issue pay } } }`);
    expect(later.data.invoice).toEqual({ buyer: { name: port.name }, viewerCan: { issue: false, pay: true } });
  });

  test('is told to the customer’s people, on the timeline and to those who see money', async () => {
    const { id } = await draftOf();
    const blind = await person(server, 'client');
    await member(server, blind.id, port.id, { finance: false });
    await server.ask(staff, ISSUE, { input: { id } });
    const told = await server.database.query('select user_id from notification where link = $1', [`/invoices/${id}`]);
    expect(told).toEqual([{ user_id: client.id }]);
    const noted = await server.database.query('select kind, audience from activity where subject_id = $1', [id]);
    expect(noted).toEqual([{ kind: 'INVOICE_ISSUED', audience: 'EVERYONE' }]);
  });

  test('is not issued, changed or deleted again', async () => {
    const { id } = await invoice(server, port.id);
    const before = await kept();
    const answers = [
      (await server.ask(staff, ISSUE, { input: { id } })).data.issueInvoice,
      (await server.ask(staff, UPDATE, { input: { id, title: 'Autre' } })).data.updateInvoice,
      (await server.ask(staff, DELETE, { input: { id } })).data.deleteInvoice,
    ];
    for (const { userErrors } of answers) expect(userErrors).toEqual([{ path: ['input', 'id'], code: 'NOT_A_DRAFT' }]);
    expect(await kept()).toEqual(before);
  });

  test('is kept as it is by the database itself', async () => {
    const { id } = await invoice(server, port.id);
    for (const statement of [
      `update invoice set title = 'Autre' where id = $1`,
      `update invoice set total_cents = 1, net_cents = 1, vat_cents = 0 where id = $1`,
      `update invoice set number = 'F1' where id = $1`,
      `update invoice set status = 'DRAFT', number = null where id = $1`,
      'delete from invoice where id = $1',
      `update invoice_line set label = 'Autre' where invoice_id = $1`,
      'delete from invoice_line where invoice_id = $1',
      `insert into invoice_line (invoice_id, position, label, quantity_milli, unit, unit_cents, vat_rate_bp, net_cents)
        values ($1, 9, 'x', 1000, 'h', 1, 2000, 1)`,
    ])
      await expect(server.database.query(statement, [id]), statement).rejects.toMatchObject({ driverError: { code: '23001' } });
    const draft = await draftOf();
    await expect(server.database.query(`update invoice set status = 'PAID' where id = $1`, [draft.id])).rejects.toThrow();
  });
});

test('80 at once, some twice, some refused: numbers go from 1 to n without a gap', { timeout: 60_000 }, async () => {
  const alone = await startServer();
  try {
    const hand = await person(alone, 'staff');
    const shop = await customer(alone);
    const drafts: Invoice[] = [];
    for (let i = 0; i < 50; i++) drafts.push(await invoice(alone, shop.id, { status: InvoiceStatus.DRAFT }));
    const asked = [
      ...drafts.map(({ id }) => ({ id })),
      ...drafts.slice(0, 15).map(({ id }) => ({ id })),
      ...drafts.slice(40).map(({ id }) => ({ id, version: 7 })),
      ...Array.from({ length: 5 }, () => ({ id: randomUUID() })),
    ];
    expect(asked).toHaveLength(80);
    // Some fail after their number was taken: the timeline refuses what is about every fifth draft.
    await alone.asSuperuser(`create function refuse() returns trigger language plpgsql as $$ begin
      if new.subject_id = any('{${drafts.filter((_, i) => i % 5 === 0).map(({ id }) => id)}}'::uuid[]) then raise exception 'refused'; end if;
      return new; end $$; create trigger refuse before insert on activity for each row execute function refuse()`);
    await Promise.all(asked.map((input) => alone.ask(hand, ISSUE, { input })));
    const rows: { number: string }[] = await alone.database.query(
      'select number from invoice where number is not null order by number',
    );
    const year = today().slice(0, 4);
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, i) => `F${year}-${String(i + 1).padStart(5, '0')}`),
    );
  } finally {
    await alone.stop();
  }
});
