import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { exportRun } from '../support/factories/export.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { imported, sendCustomers } from '../support/import.js';
import { lettersTo } from '../support/letters.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestPerson;
let root: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [admin, root] = [await person(server, 'admin'), await person(server, 'superadmin')];
});
afterAll(() => server.stop());

const ERASE = `mutation ($input: EraseCustomerInput!) { eraseCustomer(input: $input) { customer { id name email erasedAt status }
  userErrors { path code message } } }`;
const erase = (who: TestPerson | null, id: string, name: string, more: object = {}) =>
  server.ask(who, ERASE, { input: { id, name, ...more } });
const mistakes = async (id: string, name: string, more: object = {}) =>
  (await erase(admin, id, name, more)).data.eraseCustomer.userErrors.map(({ code }: { code: string }) => code);
const stateOf = async (id: string) =>
  (await server.database.query('select name, email, phone, erased_at from customer where id = $1', [id]))[0];
const somebody = (fields: object = {}) => customer(server, { name: 'Jeanne Le Goff', ...fields });

test('what forbids it is told, all at once, and nothing goes', async () => {
  const { id } = await somebody({ email: 'j@test.example' });
  const before = await stateOf(id);
  const due = await invoice(server, id);
  const run = await exportRun(server, admin.id, 'RUNNING');
  const hold = await server.ask(
    admin,
    'mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { legalHold { id } userErrors { code } } }',
    {
      input: { customerId: id, reason: 'Litige 2026-14' },
    },
  );
  expect(hold.data.placeLegalHold.userErrors).toEqual([]);
  expect((await mistakes(id, 'Jean')).sort()).toEqual([
    'ERASE_EXPORT_RUNNING',
    'ERASE_HELD',
    'ERASE_NAME_DIFFERS',
    'ERASE_OPEN_INVOICES',
  ]);
  const { data } = await server.ask(
    admin,
    'query ($id: ID!) { customer(id: $id) { erasurePreview { obstacles { code message } } } }',
    { id },
  );
  expect(data.customer.erasurePreview.obstacles).toHaveLength(3);
  await payment(server, due.id, admin.id);
  await server.database.query('delete from export_run where id = $1', [run]);
  expect(await mistakes(id, 'Jeanne Le Goff')).toEqual(['ERASE_HELD']);
  expect(await stateOf(id)).toEqual(before);
  const again = await server.ask(
    admin,
    'mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { userErrors { code } } }',
    {
      input: { customerId: id, reason: 'Encore' },
    },
  );
  expect(again.data.placeLegalHold.userErrors).toEqual([{ code: 'HELD_ALREADY' }]);
  await server.ask(admin, 'mutation ($input: LiftLegalHoldInput!) { liftLegalHold(input: $input) { userErrors { code } } }', {
    input: { id: hold.data.placeLegalHold.legalHold.id },
  });
  expect(await mistakes(id, ' jeanne  LE GOFF ')).toEqual([]);
  expect(codesOf(await erase(admin, id, (await stateOf(id)).name)), 'once').toEqual(['FORBIDDEN']);
});

test('is for who may, and on whom they see', async () => {
  const { id } = await somebody();
  expect(codesOf(await erase(null, id, 'Jeanne Le Goff'))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await erase(await person(server, 'manager'), id, 'Jeanne Le Goff'))).toEqual(['FORBIDDEN']);
  expect(codesOf(await erase(admin, admin.id, 'Jeanne Le Goff'))).toEqual(['NOT_FOUND']);
  expect((await stateOf(id)).erased_at).toBeNull();
});

test('the books keep an invoice ten years, where only who reads the archive finds its buyer', async () => {
  const made = await somebody({ email: 'books@test.example' });
  const issued = await invoice(server, made.id, {
    issuedOn: '2026-03-31',
    buyer: { reference: made.reference, name: 'Jeanne Le Goff' } as never,
  });
  await payment(server, issued.id, admin.id);
  expect(await mistakes(made.id, 'Jeanne Le Goff')).toEqual([]);
  const staff = await person(server, 'staff');
  const shown = await server.ask(
    staff,
    'query ($id: ID!) { invoice(id: $id) { number totalCents title buyer { name } lines { label } } }',
    { id: issued.id },
  );
  expect(shown.data.invoice).toMatchObject({
    number: issued.number,
    totalCents: issued.totalCents,
    buyer: { name: `Client effacé ${made.reference}` },
  });
  expect(JSON.stringify(shown.data)).not.toContain('Jeanne');
  expect(codesOf(await server.ask(admin, '{ archivedInvoices { nodes { id } } }'))).toEqual(['FORBIDDEN']);
  const { data } = await server.ask(
    root,
    `{ archivedInvoices(filter: { search: "${issued.number!.toLowerCase()}" }) { nodes { id number keepUntil } } }`,
  );
  const [kept, ...others] = data.archivedInvoices.nodes;
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ number: issued.number, keepUntil: '2037-01-01' });
  const open = (who: TestPerson | null, reason: string) =>
    server.ask(
      who,
      `mutation ($input: OpenArchivedInvoiceInput!) { it: openArchivedInvoice(input: $input) {
        content { number netCents totalCents buyer { name } seller { name } lines { label quantity unitCents netCents } payments { amountCents } vatBreakdown { rateBp } }
        userErrors { path code } } }`,
      { input: { id: kept.id, reason } },
    );
  const reasons = () =>
    server.database.query(
      `select changes -> 'reason' ->> 1 as reason, actor_id as who from audit_entry where action = 'archivedInvoice.open' and outcome = 'CHANGED'`,
    );
  expect(codesOf(await open(admin, 'Contrôle'))).toEqual(['FORBIDDEN']);
  expect(codesOf(await open(null, 'Contrôle'))).toEqual(['UNAUTHENTICATED']);
  expect((await open(root, '  ')).data.it).toEqual({ content: null, userErrors: [{ path: ['input', 'reason'], code: 'BLANK' }] });
  expect(await reasons()).toEqual([]);
  const { content } = (await open(root, ' Contrôle fiscal ')).data.it;
  expect(content).toMatchObject({
    number: issued.number,
    buyer: { name: 'Jeanne Le Goff' },
    lines: [{ label: 'Prestation 1', quantity: 1 }],
  });
  expect(content.payments.map(({ amountCents }: { amountCents: number }) => amountCents)).toEqual([content.totalCents]);
  expect(await reasons()).toEqual([{ reason: 'Contrôle fiscal', who: root.id }]);
  await expect(server.database.query(`update invoice set title = 'x' where id = $1`, [issued.id])).rejects.toThrow(
    'never changes',
  );
  await expect(server.database.query(`update invoice_line set label = 'x' where invoice_id = $1`, [issued.id])).rejects.toThrow(
    'never change',
  );
});

test('a request is answered by it, at the address they gave, which is not kept with it', async () => {
  const { id } = await somebody({ email: 'asked@test.example' });
  const client = await person(server, 'client', 'Jeanne Le Goff');
  await member(server, client.id, id);
  const asked = await server.ask(
    client,
    'mutation ($input: CreateDataSubjectRequestInput!) { createDataSubjectRequest(input: $input) { requests { id } } }',
    {
      input: { customerIds: [id], right: 'ERASURE', details: 'Tout' },
    },
  );
  const requestId = asked.data.createDataSubjectRequest.requests[0].id;
  expect(await mistakes(id, 'Jeanne Le Goff', { requestId })).toEqual(['ERASE_ANSWER_NEEDED']);
  expect(await mistakes(id, 'Jeanne Le Goff', { requestId: admin.id, answer: 'Fait.' })).toEqual(['ERASE_UNKNOWN_REQUEST']);
  expect(await mistakes(id, 'Jeanne Le Goff', { requestId, answer: 'Vos données sont effacées.' })).toEqual([]);
  const [kept] = await server.database.query('select * from data_subject_request where id = $1', [requestId]);
  expect(kept).toMatchObject({ status: 'COMPLETED', person: 'Effacé', contact: null, details: null, answer: null });
  expect((await lettersTo(server, client.email)).at(-1)?.text).toContain('Vos données sont effacées.');
  expect((await server.ask(client, '{ viewer { id } }')).data?.viewer ?? null).toBeNull();
});

test('who is a member elsewhere keeps their account, and the other customer is as it was', async () => {
  const [one, other] = [await somebody(), await somebody({ email: 'other@test.example' })];
  const client = await person(server, 'client', 'Jeanne Le Goff');
  for (const { id } of [one, other]) await member(server, client.id, id);
  const before = await stateOf(other.id);
  expect(await mistakes(one.id, 'Jeanne Le Goff')).toEqual([]);
  expect((await server.ask(client, '{ viewer { name } }')).data.viewer.name).toBe('Jeanne Le Goff');
  expect(await stateOf(other.id)).toEqual(before);
});

test('a file of customers or orders does not bring them back, however the address is written', async () => {
  const { id } = await somebody({ email: 'j.legoff@gmail.com', phone: '+33298445566', externalId: 'EXT-9' });
  expect(await mistakes(id, 'Jeanne Le Goff')).toEqual([]);
  const manager = await person(server, 'manager');
  const files =
    'Raison sociale;Courriel;Téléphone\nJeanne;J.LeGoff+promo@googlemail.com;\nJeanne;;02 98 44 55 66\nAutre;autre@test.example;';
  const run = await imported(server, manager, files, {}, sendCustomers);
  expect(run).toMatchObject({ status: 'DONE', created: 1, refusedTotal: 2 });
  expect(run.refusals.nodes).toMatchObject([
    { line: 2, code: 'SUPPRESSED', value: '' },
    { line: 3, code: 'SUPPRESSED', value: '' },
  ]);
  const orders =
    'number,date,customer,email,name,quantity,price\nO-1,2026-01-02,EXT-9,,Jeanne Le Goff,1,10\nO-2,2026-01-02,NEW-1,jlegoff@gmail.com,Jeanne Le Goff,1,10\nO-3,2026-01-02,NEW-2,z@test.example,Zoé,1,10';
  const bought = await imported(server, manager, orders);
  expect(bought).toMatchObject({ status: 'DONE', created: 3 });
  const kept = await server.database.query(
    `select number, email, name, customer_id is not null as known from "order" where number like 'O-%' order by number`,
  );
  expect(kept).toEqual([
    { number: 'O-1', email: null, name: null, known: false },
    { number: 'O-2', email: null, name: null, known: false },
    { number: 'O-3', email: 'z@test.example', name: 'Zoé', known: true },
  ]);
  expect(await server.database.query(`select from customer where name ilike '%jeanne%' and external_id is not null`)).toEqual([]);
});

test('their history no longer says who they were, but to who reads the archive', async () => {
  const { id } = await somebody({ email: 'past@test.example' });
  await server.ask(admin, 'mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { code } } }', {
    input: { id, website: 'https://secret.example' },
  });
  const HISTORY =
    'query ($id: ID!) { customer(id: $id) { history { nodes { action changes { property before after hidden } } } } }';
  expect(JSON.stringify(await server.ask(admin, HISTORY, { id }))).toContain('secret.example');
  expect(await mistakes(id, 'Jeanne Le Goff')).toEqual([]);
  expect(JSON.stringify(await server.ask(admin, HISTORY, { id }))).not.toContain('secret.example');
  expect(JSON.stringify(await server.ask(root, HISTORY, { id }))).toContain('secret.example');
});
