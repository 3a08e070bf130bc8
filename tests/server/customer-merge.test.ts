import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hangings, laidAside, pairs, workedOut } from '../../server/features/customer-merge/hanging.scope.js';
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
  // What is held back is noted without a foreign key, and moves all the same.
  expect([...tables, 'contact_refusal'].sort()).toEqual(
    [...hangings.map(({ place }) => place), ...workedOut, ...laidAside, pairs].sort(),
  );
  const { survivor, other } = world;
  for (const id of [survivor.id, other.id])
    for (const [table, rows] of Object.entries(await rowsOf(server, [id]))) expect(rows.length, table).toBeGreaterThan(0);
});

const sorted = <T>(rows: T[]): T[] => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What the acts themselves leave is told apart from what was there. */
function withoutTraces(rows: Rows, merge: string): Rows {
  const { consent_state, customer_duplicate, match_profile: _worked, figures_before: _past, ...plain } = rows;
  return {
    ...plain,
    activity: rows.activity.filter(({ subject_type }) => subject_type !== 'CustomerMerge'),
    customer_merge: rows.customer_merge.filter(({ id }) => id !== merge),
    consent_event: rows.consent_event.filter(({ method }) => method !== 'MERGE'),
    // Who was never asked, and of whom a merge said something, is as good as never asked.
    consent_state: sorted(consent_state.map(({ since: _since, ...state }) => state).filter(({ status }) => status !== 'EXPIRED')),
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
  const dropped = { membership: 1, invitation_customer: 1, custom_field_value: 1, vehicle: 1, order_link: 1, segment_member: 1 };
  const added = { activity: 1, customer_merge: 1 };
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

test('consents: the strictest wins, as an event of its own; nothing that was said is changed or moved', async () => {
  const { survivor, other, merge, split } = world;
  const said = () =>
    server.database.query(
      `select to_jsonb(it) as row from consent_event it where customer_id = any($1) and method <> 'MERGE' order by customer_id, seq`,
      [[survivor.id, other.id]],
    );
  const standing = async (id: string) =>
    Object.fromEntries(
      (
        await server.database.query(
          `select purpose || ' ' || channel as what, status from consent where customer_id = $1 and status <> 'UNKNOWN' order by what`,
          [id],
        )
      ).map(({ what, status }: { what: string; status: string }) => [what, status]),
    );
  const before = await said();
  const theirs = await standing(other.id);
  const mine = { 'MARKETING EMAIL': 'GRANTED', 'MARKETING SMS': 'GRANTED', 'PARTNERS POST': 'GRANTED' };
  expect(await standing(survivor.id)).toEqual(mine);
  const { merge: made } = (await merge()).data.mergeCustomers;
  expect(await said()).toEqual(before);
  expect(await standing(survivor.id)).toEqual({ ...mine, 'MARKETING EMAIL': 'WITHDRAWN', 'ANALYTICS POST': 'GRANTED' });
  const [event] = await server.database.query(
    `select action, actor_id, proof ->> 'mergedCustomerId' as of from consent_event
      where customer_id = $1 and method = 'MERGE' and purpose = 'MARKETING' and channel = 'EMAIL'`,
    [survivor.id],
  );
  expect(event).toEqual({ action: 'WITHDRAWN', actor_id: world.manager.id, of: other.id });
  await split(made.id);
  expect(await said()).toEqual(before);
  // Never asked can't be said again: that agreement is over.
  expect(await standing(survivor.id)).toEqual({ ...mine, 'ANALYTICS POST': 'EXPIRED' });
  expect(await standing(other.id)).toEqual(theirs);
});
