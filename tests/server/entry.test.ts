import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActivityKind } from '../../server/features/activity/activity.kinds.js';
import type { Customer } from '../../server/features/customer/customer.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;
let client: TestPerson;
let theirs: Customer;

beforeAll(async () => {
  server = await startServer();
  [staff, seller, client] = [await person(server, 'staff'), await person(server, 'revendeur'), await person(server, 'client')];
  theirs = await customer(server, { resellerId: seller.id });
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const counted = async () => (await server.database.query('select count(*)::int as n from activity'))[0].n as number;

describe('whom and what an entry names', () => {
  const FULL = `mutation ($input: AddCustomerActivityInput!) { it: addCustomerActivity(input: $input) {
    activity { id title body: text mentions { id } attachments { id } viewerCan { update delete } } userErrors { path code } } }`;
  const add = (input: object, asker = staff) =>
    server.ask(asker, FULL, { input: { customerId: theirs.id, kind: 'NOTE', title: 'Vu', ...input } });
  const noticesOf = async ({ id }: TestPerson): Promise<string[]> =>
    (await server.database.query('select kind from notification where user_id = $1', [id])).map(
      ({ kind }: { kind: string }) => kind,
    );

  test('a colleague is kept by id, shown by name, and told once', async () => {
    const colleague = await person(server, 'staff', 'Gwenn Avant');
    const { data } = await add({ title: `Pour @[${colleague.id}]`, body: `Et @[${seller.id}], @[${staff.id}]` });
    expect(data.it).toMatchObject({
      userErrors: [],
      activity: {
        title: 'Pour @Gwenn Avant',
        body: `Et @${seller.name}, @${staff.name}`,
        viewerCan: { update: true, delete: true },
      },
    });
    expect(await noticesOf(colleague)).toEqual(['MENTIONED']);
    expect(await noticesOf(seller)).toEqual(['MENTIONED']);
    expect(await noticesOf(staff)).toEqual([]);
    await server.database.query(`update "user" set name = 'Gwenn Après' where id = $1`, [colleague.id]);
    const found = await server.ask(
      staff,
      'query ($id: ID!) { customer(id: $id) { activities(first: 1) { nodes { title } } mentionable { id } } }',
      {
        id: theirs.id,
      },
    );
    expect(found.data.customer.activities.nodes).toEqual([{ title: 'Pour @Gwenn Après' }]);
    expect(found.data.customer.mentionable).toEqual(expect.arrayContaining([{ id: colleague.id }, { id: seller.id }]));
    const { id } = data.it.activity;
    await server.ask(staff, 'mutation ($input: UpdateActivityInput!) { updateActivity(input: $input) { userErrors { code } } }', {
      input: { id, title: `Encore @[${colleague.id}]`, body: null },
    });
    expect(await noticesOf(colleague)).toEqual(['MENTIONED']);
  });

  test('whoever does not see the record is not named, and another customer’s document is not attached', async () => {
    const before = await counted();
    const stranger = await person(server, 'revendeur');
    for (const one of [stranger, client])
      expect((await add({ body: `@[${one.id}]` })).data.it.userErrors).toEqual([
        { path: ['input', 'body'], code: 'UNKNOWN_MENTION' },
      ]);
    const elsewhere = await document(server, { customerId: (await customer(server)).id, uploadedById: staff.id } as never);
    expect((await add({ documentIds: [elsewhere.id] })).data.it.userErrors).toEqual([
      { path: ['input', 'documentIds'], code: 'UNKNOWN_ATTACHMENT' },
    ]);
    expect(await counted()).toBe(before);
    const own = await document(server, { customerId: theirs.id, uploadedById: staff.id } as never);
    expect((await add({ documentIds: [own.id] })).data.it.activity.attachments).toEqual([{ id: own.id }]);
  });

  test('one’s own entry is changed and deleted, and the trail keeps what it was; nobody else’s, and none of the product’s', async () => {
    const UPDATE =
      'mutation ($input: UpdateActivityInput!) { it: updateActivity(input: $input) { activity { title body editedAt } userErrors { code } } }';
    const DELETE =
      'mutation ($input: DeleteActivityInput!) { it: deleteActivity(input: $input) { deletedId userErrors { code } } }';
    const { id } = (await add({ body: 'Premier' })).data.it.activity;
    const other = await person(server, 'superadmin');
    expect(codesOf(await server.ask(other, UPDATE, { input: { id, title: 'Autre' } }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(other, DELETE, { input: { id } }))).toEqual(['FORBIDDEN']);
    const changed = await server.ask(staff, UPDATE, { input: { id, title: 'Revu' } });
    expect(changed.data.it.activity).toMatchObject({ title: 'Revu', body: 'Premier', editedAt: expect.any(String) });
    expect((await server.ask(staff, DELETE, { input: { id } })).data.it).toEqual({ deletedId: id, userErrors: [] });
    const trail = await server.database.query(
      `select action, changes from audit_entry where subject_id = $1 and outcome = 'CHANGED' order by id`,
      [id],
    );
    expect(trail.map(({ action }: { action: string }) => action)).toEqual(['activity.add', 'activity.update', 'activity.delete']);
    expect(trail[1].changes).toEqual({ title: ['Vu', 'Revu'] });
    expect(trail[2].changes).toMatchObject({ title: ['Revu', null], body: ['Premier', null] });
    const made = await activity(server, theirs.id, { kind: ActivityKind.CUSTOMER_UPDATED, authorId: staff.id } as never);
    expect(codesOf(await server.ask(staff, UPDATE, { input: { id: made.id, title: 'Non' } }))).toEqual(['FORBIDDEN']);
  });
});
