import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invitationOf } from '../support/factories/invitation.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';
import { subscribed } from '../support/socket.js';

let server: TestServer;
let admin: TestPerson;
let staff: TestPerson;
let client: TestPerson;
let customerId: string;

beforeAll(async () => {
  server = await startServer();
  [admin, staff] = [await person(server, 'admin'), await person(server, 'staff')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  client = await person(server, 'client');
  customerId = (await customer(server)).id;
});

const ADD = `mutation ($input: AddMembershipInput!) { addMembership(input: $input) {
  membership { id finance documents projects tickets user { id } customer { id } viewerCan { update end } } userErrors { path code } } }`;
const UPDATE = `mutation ($input: UpdateMembershipInput!) { updateMembership(input: $input) {
  membership { finance documents projects tickets } userErrors { path code } } }`;
const END = 'mutation ($id: ID!) { endMembership(input: { id: $id }) { deletedId userErrors { path code } } }';
const MEMBERS = `query ($id: ID!) { customer(id: $id) { members { id finance user { name lastLoginAt } } } }`;
const OF_USER = `query ($id: ID!) { user(id: $id) { memberships { id customer { id } } } }`;
const SEEN = 'query ($id: ID!) { customer(id: $id) { id balance } invoices(first: 10) { totalCount } }';

const add = (asker: TestPerson | null, input: object = {}) =>
  server.ask(asker, ADD, { input: { customerId, userId: client.id, ...input } });
const counted = async () =>
  (
    await server.database.query(
      `select (select count(*) from membership) as rows, (select count(*) from audit_entry where outcome = 'CHANGED') as entries`,
    )
  )[0];

describe('giving access', () => {
  test('opens the customer to the account, as far as it says, and leaves its trace', async () => {
    await invoice(server, customerId);
    expect((await server.ask(client, SEEN, { id: customerId })).data.customer).toBeNull();
    const { membership, userErrors } = (await add(admin, { finance: false })).data.addMembership;
    expect(userErrors).toEqual([]);
    expect(membership).toMatchObject({
      finance: false,
      documents: true,
      user: { id: client.id },
      customer: { id: customerId },
      viewerCan: { update: true, end: true },
    });
    const seen = await server.ask(client, SEEN, { id: customerId });
    expect(seen.data).toMatchObject({ customer: { id: customerId }, invoices: { totalCount: 0 } });
    expect((await server.ask(staff, MEMBERS, { id: customerId })).data.customer.members).toEqual([
      { id: membership.id, finance: false, user: { name: client.name, lastLoginAt: null } },
    ]);
    expect((await server.ask(staff, OF_USER, { id: client.id })).data.user.memberships).toEqual([
      { id: membership.id, customer: { id: customerId } },
    ]);
    const [entry] = await server.database.query(`select * from audit_entry where action = 'membership.add' and subject_id = $1`, [
      membership.id,
    ]);
    expect(entry).toMatchObject({ actor_id: admin.id, about_id: customerId });
  });

  test('is for client accounts, once each; who may not is refused, and nothing is kept', async () => {
    await member(server, client.id, customerId);
    const worker = await person(server, 'prestataire');
    const before = await counted();
    const mistakes = async (input: object) => (await add(admin, input)).data.addMembership.userErrors;
    const at = (code: string) => [{ path: ['input', 'userId'], code }];
    expect(await mistakes({})).toEqual(at('ALREADY_MEMBER'));
    expect(await mistakes({ userId: worker.id })).toEqual(at('NOT_A_CLIENT'));
    expect(await mistakes({ userId: randomUUID() })).toEqual(at('UNKNOWN_USER'));
    expect(await mistakes({ userId: 'nobody' })).toEqual(at('UNKNOWN_USER'));
    expect(codesOf(await add(admin, { customerId: randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await add(staff))).toEqual(['FORBIDDEN']);
    expect(codesOf(await add(client))).toEqual(['FORBIDDEN']);
    expect(codesOf(await add(null))).toEqual(['UNAUTHENTICATED']);
    expect(await counted()).toEqual(before);
  });
});

describe('what a member sees', () => {
  test('changes with the next request', async () => {
    const id = await member(server, client.id, customerId);
    await invoice(server, customerId);
    const total = async () => (await server.ask(client, SEEN, { id: customerId })).data.invoices.totalCount;
    expect(await total()).toBe(1);
    const { data } = await server.ask(admin, UPDATE, { input: { id, finance: false, tickets: null } });
    expect(data.updateMembership).toEqual({
      membership: { finance: false, documents: true, projects: true, tickets: true },
      userErrors: [],
    });
    expect(await total()).toBe(0);

    const before = await counted();
    const input = { id, finance: true };
    expect(codesOf(await server.ask(staff, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(client, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, UPDATE, { input }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(admin, UPDATE, { input: { ...input, id: randomUUID() } }))).toEqual(['NOT_FOUND']);
    expect(await counted()).toEqual(before);
  });

  test('ends with the membership: at once, and on an open socket; the account and its other customers stay', async () => {
    const other = (await customer(server)).id;
    await member(server, client.id, other);
    const id = await member(server, client.id, customerId);
    const page = await subscribed(server, client, 'customer', 'subscription { customerChanged { id topic } }');
    expect(codesOf(await server.ask(staff, END, { id }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, END, { id }))).toEqual(['UNAUTHENTICATED']);
    expect((await server.ask(admin, END, { id })).data.endMembership).toEqual({ deletedId: id, userErrors: [] });
    expect(codesOf(await server.ask(admin, END, { id }))).toEqual(['NOT_FOUND']);
    expect((await server.ask(client, SEEN, { id: customerId })).data.customer).toBeNull();
    expect((await server.ask(client, SEEN, { id: other })).data.customer).toEqual({ id: other, balance: expect.anything() });
    const RENAME = 'mutation ($id: ID!) { updateCustomer(input: { id: $id, name: "Cale" }) { userErrors { code } } }';
    for (const each of [customerId, other]) await server.ask(admin, RENAME, { id: each });
    expect(await page.next()).toMatchObject([{ data: { customerChanged: { id: other, topic: 'CUSTOMER' } } }]);
    await page.client.dispose();
  });
});

test('a reseller is not told who enters, nor that it changed; waiting invitations are found by their customer', async () => {
  const seller = await person(server, 'revendeur');
  await server.database.query('update customer set reseller_id = $1 where id = $2', [seller.id, customerId]);
  const { invitation } = await invitationOf(server, customerId, admin.id);
  await invitationOf(server, (await customer(server)).id, admin.id);
  const page = await subscribed(server, seller, 'customer', 'subscription { customerChanged { topic } }');
  const { membership } = (await add(admin)).data.addMembership;
  await server.ask(admin, END, { id: membership.id });
  await server.ask(admin, 'mutation ($id: ID!) { updateCustomer(input: { id: $id, name: "Cale" }) { userErrors { code } } }', {
    id: customerId,
  });
  expect(await page.next()).toMatchObject([{ data: { customerChanged: { topic: 'CUSTOMER' } } }]);
  await page.client.dispose();
  expect((await server.ask(seller, MEMBERS, { id: customerId })).data.customer.members).toBeNull();

  const WAITING = 'query ($id: ID!) { invitations(filter: { customerId: $id, status: PENDING }) { nodes { id } } }';
  expect((await server.ask(admin, WAITING, { id: customerId })).data.invitations.nodes).toEqual([{ id: invitation }]);
});
