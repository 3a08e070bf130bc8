import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { type Invoice, InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { type Answer, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let people: Record<'staff' | 'seller' | 'otherSeller' | 'client' | 'blind' | 'stranger' | 'prestataire', TestPerson>;
let port: Customer;
let draft: Invoice;
let issued: Invoice;

beforeAll(async () => {
  server = await startServer();
  people = {
    staff: await person(server, 'staff'),
    seller: await person(server, 'revendeur'),
    otherSeller: await person(server, 'revendeur'),
    client: await person(server, 'client'),
    blind: await person(server, 'client'),
    stranger: await person(server, 'client'),
    prestataire: await person(server, 'prestataire'),
  };
  port = await customer(server, { resellerId: people.seller.id });
  await member(server, people.client.id, port.id);
  await member(server, people.blind.id, port.id, { finance: false });
  const elsewhere = await customer(server);
  await member(server, people.stranger.id, elsewhere.id);
  draft = await invoice(server, port.id, { status: InvoiceStatus.DRAFT });
  issued = await invoice(server, port.id);
  await payment(server, issued.id, people.staff.id, { amountCents: 2_000 });
});
afterAll(() => server.stop());

const SEEN = `query ($draft: ID!, $issued: ID!) { draft: invoice(id: $draft) { id } issued: invoice(id: $issued) { id lines { label } payments { amountCents } }
  invoices { totalCount nodes { id } } }`;
const seenBy = async (who: keyof typeof people) => server.ask(people[who], SEEN, { draft: draft.id, issued: issued.id });
const MONEY = `query ($id: ID!) { payments { totalCount } transactions(customerId: $id) { amountCents balanceCents }
  customer(id: $id) { balance financialSummary { dueCents } invoices { totalCount } } }`;

describe('who sees what', () => {
  test.each([
    ['staff', true, true],
    ['seller', false, true],
    ['otherSeller', false, false],
    ['client', false, true],
    ['blind', false, false],
    ['stranger', false, false],
  ] as const)('%s: the draft %s, the issued one %s', async (who, seesDraft, seesIssued) => {
    const { data } = await seenBy(who);
    expect(data.draft).toEqual(seesDraft ? { id: draft.id } : null);
    expect(data.issued).toEqual(
      seesIssued ? { id: issued.id, lines: [{ label: 'Prestation 1' }], payments: [{ amountCents: 2_000 }] } : null,
    );
    expect(data.invoices.totalCount).toBe(Number(seesDraft) + Number(seesIssued));
  });

  test('a prestataire sees no money, even of the customer they work for', async () => {
    await server.database.query(
      `insert into mission (reference, customer_id, prestataire_id, title, status) values ('T-1', $1, $2, 'Pose', 'ASSIGNED')`,
      [port.id, people.prestataire.id],
    );
    expect(codesOf(await seenBy('prestataire'))).toContain('FORBIDDEN');
    const { data } = await server.ask(
      people.prestataire,
      `{ customer(id: "${port.id}") { id balance financialSummary { dueCents } invoices { totalCount nodes { id } } } }`,
    );
    expect(data.customer).toEqual({
      id: port.id,
      balance: null,
      financialSummary: null,
      invoices: { totalCount: 0, nodes: [] },
    });
  });

  test('nobody sees nothing', async () => {
    for (const asked of [
      '{ invoices { totalCount } }',
      '{ payments { totalCount } }',
      `{ transactions(customerId: "${port.id}") { id } }`,
    ])
      expect(codesOf(await server.ask(null, asked))).toEqual(['UNAUTHENTICATED']);
  });

  test('the account is for those who see the money', async () => {
    for (const who of ['staff', 'seller', 'client'] as const) {
      const { data } = await server.ask(people[who], MONEY, { id: port.id });
      expect(data.customer).toMatchObject({ balance: 10_000, financialSummary: { dueCents: 10_000 } });
      expect(data.transactions).toEqual([
        { amountCents: -2_000, balanceCents: 10_000 },
        { amountCents: 12_000, balanceCents: 12_000 },
      ]);
    }
    const { data } = await server.ask(people.blind, MONEY, { id: port.id });
    expect(data).toEqual({
      payments: { totalCount: 0 },
      transactions: [],
      customer: { balance: null, financialSummary: null, invoices: { totalCount: 0 } },
    });
    const stranger = await server.ask(people.stranger, MONEY, { id: port.id });
    expect(stranger.data).toEqual({ payments: { totalCount: 0 }, transactions: [], customer: null });
  });
});

describe('who changes what', () => {
  const line = { label: 'Pose', quantity: 1, unitCents: 100 };
  const inputs: Record<string, (id: string) => object> = {
    createInvoice: (customerId) => ({ customerId, title: 'Pose', lines: [line] }),
    updateInvoice: (id) => ({ id, title: 'Autre' }),
    deleteInvoice: (id) => ({ id }),
    issueInvoice: (id) => ({ id }),
  };
  const call = (who: TestPerson | null, verb: string, input: object): Promise<Answer> =>
    server.ask(
      who,
      `mutation ($input: ${verb[0].toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { userErrors { code } } }`,
      { input },
    );
  const targetOf = (verb: string) => (verb === 'createInvoice' ? port.id : draft.id);
  const kept = () =>
    server.database.query(
      `select (select count(*)::int from audit_entry where outcome = 'CHANGED') as entries, (select sum(version)::int from invoice) as versions`,
    );

  test.each(Object.keys(inputs))('%s is for our own people', async (verb) => {
    const before = await kept();
    expect(codesOf(await call(null, verb, inputs[verb](targetOf(verb))))).toEqual(['UNAUTHENTICATED']);
    for (const who of ['seller', 'client', 'blind', 'stranger', 'prestataire'] as const)
      expect(codesOf(await call(people[who], verb, inputs[verb](targetOf(verb))))).toEqual(['FORBIDDEN']);
    for (const id of [randomUUID(), 'no id', people.staff.id])
      expect(codesOf(await call(people.staff, verb, inputs[verb](id)))).toEqual(['NOT_FOUND']);
    expect(await kept()).toEqual(before);
  });

  test('with the permission, what isn’t visible was never found', async () => {
    await server.database.query(
      `insert into role (key, name, reach, rank, permissions) values ('writer', 'Rédacteur', 'revendeur', 31, $1)`,
      [['invoice.read', 'invoice.create', 'invoice.update', 'invoice.delete', 'invoice.issue']],
    );
    const writer = await person(server, 'writer');
    for (const verb of Object.keys(inputs)) {
      const foreign = await call(writer, verb, inputs[verb](targetOf(verb)));
      const unknown = await call(writer, verb, inputs[verb](randomUUID()));
      expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
      expect(foreign.errors?.map(({ message }) => message)).toEqual(unknown.errors?.map(({ message }) => message));
    }
  });
});
