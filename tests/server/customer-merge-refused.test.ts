import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { customersOf, type MergeWorld, mergeWorld, rowsOf } from '../support/merge-world.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: MergeWorld;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await mergeWorld(server);
});

test('the old id and reference find the survivor, for whoever sees them', async () => {
  const { survivor, other, merge, split, staff, seller, another } = world;
  const { merge: made } = (await merge()).data.mergeCustomers;
  const ASK = `query ($id: ID!, $reference: String!) { customer(id: $id) { id } node(id: $id) { id } searchCustomers(search: $reference) { id } }`;
  const asked = (who: typeof staff) => server.ask(who, ASK, { id: other.id, reference: other.reference });
  const found = { customer: { id: survivor.id }, node: { id: survivor.id }, searchCustomers: [{ id: survivor.id }] };
  for (const who of [staff, seller, another]) expect((await asked(who)).data).toEqual(found);
  const stranger = await person(server, 'client');
  expect((await asked(stranger)).data).toEqual({ customer: null, node: null, searchCustomers: [] });
  await split(made.id);
  expect((await asked(staff)).data).toEqual({
    customer: { id: other.id },
    node: { id: other.id },
    searchCustomers: [{ id: other.id }],
  });
});

test('is refused, and then nothing changed', async () => {
  const { survivor, other, third, merge, split, staff, seller, one } = world;
  const all = [survivor.id, other.id, third.id];
  const [before, people] = [await rowsOf(server, all), await customersOf(server, [survivor.id, other.id])];
  const errors = async (answer: ReturnType<typeof merge>) =>
    (await answer).data.mergeCustomers.userErrors.map(({ code }: { code: string }) => code);
  expect(codesOf(await merge({}, null))).toEqual(['UNAUTHENTICATED']);
  for (const who of [staff, seller, one]) expect(codesOf(await merge({}, who))).toEqual(['FORBIDDEN']);
  expect(await errors(merge({}, world.manager, [survivor, survivor]))).toEqual(['MERGE_WITH_ITSELF']);
  for (const id of [randomUUID(), 'no-id']) expect(codesOf(await merge({ otherId: id }))).toEqual(['NOT_FOUND']);
  expect(codesOf(await merge({ otherVersion: 7 }))).toEqual(['CONFLICT']);
  expect(codesOf(await merge({ survivorVersion: 7 }))).toEqual(['CONFLICT']);
  expect(await errors(merge({ choices: [{ field: 'nothing', keep: 'OTHER' }] }))).toEqual(['UNKNOWN_MERGE_FIELD']);
  expect(await errors(merge({ choices: [{ field: 'name', keep: 'BOTH' }] }))).toEqual(['NOT_BOTH']);
  await server.database.query(`update customer set kind = 'PERSON' where id = $1`, [other.id]);
  expect(await errors(merge({ choices: [{ field: 'kind', keep: 'OTHER' }] }))).toEqual(['NOT_FOR_A_PERSON']);
  await server.database.query(`update customer set kind = 'COMPANY' where id = $1`, [other.id]);
  expect(codesOf(await split(randomUUID()))).toEqual(['NOT_FOUND']);
  expect(await rowsOf(server, all)).toEqual(before);
  expect(await customersOf(server, [survivor.id, other.id])).toEqual(people);
});

test('two at once: one merges, the other is told; a split can be made once', async () => {
  const { survivor, other, third, merge, split, staff } = world;
  const answers = await Promise.all([
    merge(),
    merge({}, world.manager, [third, other]),
    merge({}, world.manager, [other, survivor]),
  ]);
  const won = answers.filter(({ data }) => data?.mergeCustomers?.merge);
  expect(won.length).toBeGreaterThan(0);
  const lost = answers.filter(({ data }) => !data?.mergeCustomers?.merge);
  expect(won.length + lost.length).toBe(3);
  for (const { data, errors } of lost) {
    const code = errors?.[0].extensions.code ?? data?.mergeCustomers.userErrors[0].code;
    expect(['ALREADY_MERGED', 'CONFLICT']).toContain(code);
  }
  const { id } = won[0].data.mergeCustomers.merge;
  expect(codesOf(await split(id, [], staff))).toEqual(['FORBIDDEN']);
  expect(codesOf(await split(id, [], null))).toEqual(['UNAUTHENTICATED']);
  const splits = await Promise.all([split(id), split(id)]);
  const codes = splits.map(({ data }) => data.splitCustomer.userErrors.map((one: { code: string }) => one.code));
  expect(codes.flat()).toEqual(['ALREADY_SPLIT']);
});

test('leaves its entries and lines, and a preview changes nothing', async () => {
  const { survivor, other, merge, split, manager, staff, shared } = world;
  const before = await rowsOf(server, [survivor.id, other.id]);
  const PREVIEW = `query ($survivorId: ID!, $otherId: ID!) { customerMergePreview(survivorId: $survivorId, otherId: $otherId) {
    survivor { id } other { id } fields { field label survivor other same keep } moves { kind label count }
    consents { purpose channel survivor other result } } }`;
  const asked = { survivorId: survivor.id, otherId: other.id };
  expect(codesOf(await server.ask(staff, PREVIEW, asked))).toEqual(['FORBIDDEN']);
  const { customerMergePreview: preview } = (await server.ask(manager, PREVIEW, asked)).data;
  expect(preview.fields).toContainEqual({
    field: 'email',
    label: null,
    survivor: 'contact@legoff.test',
    other: 'jean@legoff.test',
    same: false,
    keep: 'SURVIVOR',
  });
  expect(preview.fields.find(({ field }: { field: string }) => field === `customFields.${shared.key}`)).toMatchObject({
    other: other.name,
    keep: 'SURVIVOR',
  });
  expect(preview.moves).toContainEqual({ kind: 'invoice', label: 'Factures', count: 2 });
  expect(preview.consents).toContainEqual({
    purpose: 'MARKETING',
    channel: 'EMAIL',
    survivor: 'GRANTED',
    other: 'WITHDRAWN',
    result: 'WITHDRAWN',
  });
  expect((await server.ask(manager, PREVIEW, { ...asked, otherId: survivor.id })).data.customerMergePreview).toBeNull();
  expect(await rowsOf(server, [survivor.id, other.id])).toEqual(before);

  const { merge: made } = (await merge()).data.mergeCustomers;
  expect(made.moved).toContainEqual({ kind: 'invoice', count: 2 });
  await split(made.id);
  const entries = await server.database.query(
    `select action, subject_id from audit_entry where action in ('customer.merge', 'customer.split') and subject_id = any($1) order by id`,
    [[survivor.id, other.id]],
  );
  expect(entries).toEqual([
    { action: 'customer.merge', subject_id: survivor.id },
    { action: 'customer.split', subject_id: survivor.id },
    { action: 'customer.split', subject_id: other.id },
  ]);
  const lines = await server.database.query(
    `select kind, customer_id from activity where subject_type = 'CustomerMerge' and customer_id = any($1) order by id`,
    [[survivor.id, other.id]],
  );
  expect(lines).toEqual([
    { kind: 'CUSTOMER_MERGED', customer_id: survivor.id },
    { kind: 'CUSTOMER_SPLIT', customer_id: survivor.id },
    { kind: 'CUSTOMER_SPLIT', customer_id: other.id },
  ]);
});

test('only a merge moves what never changes', async () => {
  const { survivor, other } = world;
  for (const table of ['invoice', 'payment', 'consent_event'])
    await expect(
      server.asSuperuser(`update ${table} set customer_id = $1 where customer_id = $2`, [survivor.id, other.id]),
    ).rejects.toThrow(/never changes|append-only/);
});
