import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hangings, pairs, workedOut } from '../../server/features/customer-merge/hanging.scope.js';
import { customersOf, type MergeWorld, mergeWorld, rowsOf, tablesOfCustomers } from '../support/merge-world.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: MergeWorld;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  world = await mergeWorld(server);
});

type Rows = Awaited<ReturnType<typeof rowsOf>>;
test('every table that references customers has its rule, and a row for both in this test', async () => {
  const tables = [...(await tablesOfCustomers(server)).keys()];
  expect(tables.sort()).toEqual([...hangings.map(({ place }) => place), ...workedOut, pairs].sort());
  const { survivor, other } = world;
  for (const id of [survivor.id, other.id])
    for (const [table, rows] of Object.entries(await rowsOf(server, [id]))) expect(rows.length, table).toBeGreaterThan(0);
});

const sorted = <T>(rows: T[]): T[] => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What the acts themselves leave is told apart from what was there. */
function withoutTraces(rows: Rows, merge: string): Rows {
  const { consent_state, customer_duplicate, match_profile: _worked, ...plain } = rows;
  return {
    ...plain,
    activity: rows.activity.filter(({ subject_type }) => subject_type !== 'CustomerMerge'),
    customer_merge: rows.customer_merge.filter(({ id }) => id !== merge),
    consent_event: rows.consent_event.filter(({ note }) => note === null),
    consent_state: sorted(consent_state.map(({ since: _since, ...state }) => state)),
    customer_duplicate: customer_duplicate.map(({ decided_at: _at, decided_by_id: _by, ...pair }) => pair),
  };
}

test('merged and split, every row is whose it was, as it was', async () => {
  const { survivor, other, merge, split } = world;
  const ids = [survivor.id, other.id];
  const [before, people] = [await rowsOf(server, ids), await customersOf(server, ids)];
  const merged = (await merge()).data.mergeCustomers;
  expect(merged.userErrors).toEqual([]);

  const now = await rowsOf(server, ids);
  for (const [table, columns] of await tablesOfCustomers(server))
    expect(
      now[table].filter((row) => columns.some((column) => row[column] === other.id)),
      table,
    ).toEqual([]);
  const dropped = { membership: 1, invitation_customer: 1, custom_field_value: 1, vehicle: 1, order_link: 1 };
  const added = { activity: 1, consent_event: 1, customer_merge: 1 };
  for (const { place } of hangings) {
    const of = (counts: Record<string, number>) => counts[place] ?? 0;
    expect(now[place].length, place).toBe(before[place].length - of(dropped) + of(added));
  }
  expect((await server.database.query('select count(*)::int as n from customer where id = $1', [other.id]))[0].n).toBe(0);

  const parted = (await split(merged.merge.id)).data.splitCustomer;
  expect(parted).toMatchObject({ userErrors: [], leftFields: [], other: { id: other.id, reference: other.reference } });
  expect(withoutTraces(await rowsOf(server, ids), merged.merge.id)).toEqual(withoutTraces(before, ''));
  expect(await customersOf(server, ids)).toEqual(people);
});

test('values: the survivor’s, filled up, unless somebody chooses', async () => {
  const { other, merge, shared, fresh, survivor } = world;
  const choices = [
    { field: 'email', keep: 'OTHER' },
    { field: `customFields.${shared.key}`, keep: 'OTHER' },
  ];
  const { customer: merged } = (await merge({ choices })).data.mergeCustomers;
  expect(merged).toMatchObject({
    id: survivor.id,
    name: 'Boulangerie Le Goff',
    email: 'jean@legoff.test',
    phone: '+33298001122',
    tags: ['boulanger', 'pain'],
    internalNote: 'Paie bien.\n\nLivrer tôt.',
    version: 2,
  });
  expect(await fresh(survivor.id)).toMatchObject({ externalId: 'ERP-1', resellerId: other.resellerId });
  const [value] = await server.database.query('select text from custom_field_value where field_id = $1', [shared.id]);
  expect(value.text).toBe(other.name);
});

test('rights of whoever is a member of both: what both let them see', async () => {
  const { both, merge, survivor } = world;
  await merge();
  const rows = await server.database.query(
    'select customer_id, finance, documents, projects from membership where user_id = $1',
    [both.id],
  );
  expect(rows).toEqual([{ customer_id: survivor.id, finance: false, documents: false, projects: true }]);
});

test('consents: a refusal of either wins, as an event of its own; nothing that was said is changed', async () => {
  const { survivor, other, merge, split } = world;
  const said = () =>
    server.database.query(
      `select id, action, at, method, note from consent_event where customer_id = any($1) and note is null order by id`,
      [[survivor.id, other.id]],
    );
  const before = await said();
  const { merge: made } = (await merge()).data.mergeCustomers;
  expect(await said()).toEqual(before);
  const states = () =>
    server.database.query(
      `select purpose || ' ' || channel as what, status from consent_state where customer_id = $1 order by what`,
      [survivor.id],
    );
  expect(await states()).toEqual([
    { what: 'ANALYTICS POST', status: 'GRANTED' },
    { what: 'MARKETING EMAIL', status: 'WITHDRAWN' },
    { what: 'MARKETING SMS', status: 'GRANTED' },
    { what: 'PARTNERS POST', status: 'GRANTED' },
  ]);
  const [event] = await server.database.query(
    `select action, method, actor_id from consent_event where customer_id = $1 and note like '%' || $2 || '%'`,
    [survivor.id, other.reference],
  );
  expect(event).toEqual({ action: 'WITHDRAWN', method: 'PHONE', actor_id: world.manager.id });
  await split(made.id);
  expect(await said()).toEqual(before);
  expect(await states()).toEqual([
    { what: 'MARKETING EMAIL', status: 'GRANTED' },
    { what: 'MARKETING SMS', status: 'GRANTED' },
    { what: 'PARTNERS POST', status: 'GRANTED' },
  ]);
});
