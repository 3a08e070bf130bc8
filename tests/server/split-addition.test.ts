import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ActivityKind } from '../../server/features/activity/activity.kinds.js';
import { hangings } from '../../server/features/customer-merge/hanging.scope.js';
import { person } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customField } from '../support/factories/custom-field.factory.js';
import { member } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { order } from '../support/factories/order.factory.js';
import { project } from '../support/factories/project.factory.js';
import { type MergeWorld, mergeWorld, rowsOf } from '../support/merge-world.js';
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

/** Who is in a segment is worked out, and who was merged into the survivor stays so. */
const NEVER = ['segment_member', 'customer_merge'];

/** A new row in every table that hangs on a customer, named so that the two of it are told apart. */
async function addEverywhere(customerId: string, name: string): Promise<void> {
  const { manager } = world;
  const query = (statement: string, values: unknown[] = []) => server.database.query(statement, [customerId, ...values]);
  const guest = await person(server, 'client');
  await member(server, guest.id, customerId);
  await query(`insert into contact (customer_id, name) values ($1, $2)`, [name]);
  await query(
    `insert into address (customer_id, kind, street, postal_code, city) values ($1, 'DELIVERY', $2, '29200', 'Brest')`,
    [name],
  );
  await query(
    `with asked as (
      insert into invitation (email, role_id, invited_by_id, locale, token_hash, expires_at)
      select $2, id, $3, 'fr', gen_random_uuid()::text, now() + interval '7 days' from role where key = 'client' returning id)
    insert into invitation_customer (invitation_id, customer_id, finance, documents, projects, tickets)
    select id, $1, true, true, true, true from asked`,
    [`${name.toLowerCase()}@invite.test`, manager.id],
  );
  const { id: fieldId } = await customField(server, { key: `later_${randomUUID().slice(0, 6)}`, labelFr: name });
  await query(`insert into custom_field_value (customer_id, field_id, text) values ($1, $2, '120')`, [fieldId]);
  await activity(server, customerId, { typedTitle: name });
  await document(server, { customerId, uploadedById: manager.id, name: `${name}.pdf` });
  await query(
    `insert into consent_confirmation (customer_id, purpose, channel, token_hash, email_sha256, method, expires_at)
      values ($1, 'PARTNERS', 'EMAIL', gen_random_uuid(), 'x', 'PHONE', now() + interval '1 day')`,
  );
  await query(
    `insert into contact_refusal (customer_id, purpose, channel, reason) values ($1, 'MARKETING', 'SMS', 'NEVER_ASKED')`,
  );
  await query(
    `insert into data_subject_request ("right", status, origin, person, received_on, due_on, customer_id)
      values ('ACCESS', 'RECEIVED', 'EMAIL', $2, current_date, current_date + 30, $1)`,
    [name],
  );
  await query(
    `insert into data_archive (request_id, customer_id, status, locale) select id, $1, 'FAILED', 'fr' from data_subject_request
      where customer_id = $1 and person = $2`,
    [name],
  );
  await query(`insert into legal_hold (customer_id, reason) values ($1, $2)`, [name]);
  await query(`insert into segment_member (segment_id, customer_id) select id, $1 from customer_segment where key = $2`, [
    name === 'Reste' ? 'regular' : 'sleeping',
  ]);
  await query(
    `insert into segment_change (segment_id, customer_id, entered, cause) select id, $1, true, 'CUSTOMER' from customer_segment where key = 'regular'`,
  );
  const [vehicle] = await query(
    `insert into vehicle (customer_id, plate, brand, model) values ($1, $2, 'Renault', 'Kangoo') returning id`,
    [name === 'Reste' ? 'BB-111-BB' : 'CC-222-CC'],
  );
  await query(`insert into work_order (customer_id, vehicle_id, reference, description) values ($1, $2, $3, 'Freins')`, [
    vehicle.id,
    `W-${randomUUID().slice(0, 8)}`,
  ]);
  const { id: projectId } = await project(server, customerId, { name });
  await mission(server, customerId, { projectId, title: name });
  const { id: orderId } = await order(server, { customerId: null });
  await order(server, { customerId });
  await query(
    `insert into order_link (order_id, customer_id, status, method, probability, evidence) values ($2, $1, 'PROPOSED', 'EVIDENCE', 0.9, '[]')`,
    [orderId],
  );
  const { id: invoiceId } = await invoice(server, customerId, { projectId });
  await payment(server, invoiceId, manager.id);
  await opportunity(server, manager.id, { customerId, title: name });
  await query(
    `insert into mail ("to", subject, text, html, status, purpose, customer_id) values ('a@b.test', $2, 't', 'h', 'KEPT', 'SERVICE', $1)`,
    [name],
  );
  await query(
    `insert into export_run (kind, format, status, file_name, created_by_id, portal, locale, customer_id)
      values ('CUSTOMER', 'CSV', 'FAILED', $3, $2, 'superadmin', 'fr', $1)`,
    [manager.id, `${name}.csv`],
  );
  await query(
    `insert into customer_merge (customer_id, survivor_id, other_id, other_reference, other_name, other_before, changes, counts)
      values ($1, $1, gen_random_uuid(), $2, 'Plus tard', '{}', '{}', '{}')`,
    [`LATER-${randomUUID().slice(0, 6)}`],
  );
}

type Addition = { id: string; kind: string; label: string; title: string; owner: string };
const ADDITIONS = `query ($id: ID!) { customerMerge(id: $id) { additions { id kind label title owner } } }`;
const listed = async (id: string, who = world.manager): Promise<Addition[]> =>
  (await server.ask(who, ADDITIONS, { id })).data.customerMerge.additions;

const idsOf = (rows: Record<string, unknown>[], customerId: string) =>
  rows.filter((row) => row.customer_id === customerId).map(({ id }) => id as string);

test('what came since in every table goes to whom a person says, and what was there before to whose it was', async () => {
  const { survivor, other, merge, split } = world;
  const both = [survivor.id, other.id];
  const before = await rowsOf(server, both);
  const made = (await merge()).data.mergeCustomers.merge;
  const merged = await rowsOf(server, both);
  await addEverywhere(survivor.id, 'Reste');
  const first = new Set((await listed(made.id)).map(({ id }) => id));
  await addEverywhere(survivor.id, 'Part');
  const additions = await listed(made.id);
  const goes = additions.filter(({ id }) => !first.has(id));

  const assignable = hangings.map(({ place }) => place).filter((place) => !NEVER.includes(place));
  expect([...new Set(goes.map(({ kind }) => kind))].sort()).toEqual([...assignable].sort());
  expect(additions.filter(({ owner }) => owner !== 'SURVIVOR')).toEqual([]);
  expect(additions.filter(({ title }) => title === '')).toEqual([]);
  const since = await rowsOf(server, both);
  for (const { place } of hangings) {
    const added = since[place].length - merged[place].length;
    expect(added, place).toBeGreaterThanOrEqual(2);
    if (assignable.includes(place)) expect(additions.filter(({ kind }) => kind === place).length, place).toBe(added);
  }

  const parted = (
    await split(
      made.id,
      goes.map(({ id }) => ({ id, owner: 'OTHER' })),
    )
  ).data.splitCustomer;
  expect(parted.userErrors).toEqual([]);
  const after = await rowsOf(server, both);
  const added = (place: string, whose: (one: Addition) => boolean) =>
    additions.filter((one) => one.kind === place && whose(one)).map(({ id }) => id);
  for (const place of assignable) {
    const noted = place === 'activity' ? 1 : 0;
    const mine = idsOf(after[place], survivor.id);
    const theirs = idsOf(after[place], other.id);
    const kept = added(place, ({ id }) => first.has(id));
    const given = added(place, ({ id }) => !first.has(id));
    const was = idsOf(before[place], survivor.id);
    const theirsWas = idsOf(before[place], other.id);
    expect([mine.length, theirs.length], place).toEqual([
      was.length + kept.length + 2 * noted,
      theirsWas.length + given.length + noted,
    ]);
    expect(mine, place).toEqual(expect.arrayContaining([...was, ...kept]));
    expect(theirs, place).toEqual(expect.arrayContaining([...theirsWas, ...given]));
  }
  expect(idsOf(after.customer_merge, other.id)).toEqual(idsOf(before.customer_merge, other.id));
});

test('a refusal said while they were one holds for both, an agreement for the survivor', async () => {
  const { survivor, other, merge, split } = world;
  const made = (await merge()).data.mergeCustomers.merge;
  const say = (channel: string, action: string) =>
    server.database.query(
      `insert into consent_event (customer_id, purpose, channel, action, method) values ($1, 'MARKETING', $2, $3, 'PHONE')`,
      [survivor.id, channel, action],
    );
  await say('SMS', 'WITHDRAWN');
  await say('PHONE', 'GRANTED');
  await split(made.id);
  const standing = async (id: string) =>
    Object.fromEntries(
      (
        await server.database.query(
          `select channel, status from consent where customer_id = $1 and purpose = 'MARKETING' and channel in ('SMS', 'PHONE')`,
          [id],
        )
      ).map(({ channel, status }: Record<string, string>) => [channel, status]),
    );
  expect(await standing(survivor.id)).toEqual({ SMS: 'WITHDRAWN', PHONE: 'GRANTED' });
  expect(await standing(other.id)).toEqual({ SMS: 'WITHDRAWN', PHONE: 'UNKNOWN' });
});

test('who may not read what a row says assigns it by its kind', async () => {
  const { survivor, merge, manager } = world;
  const made = (await merge()).data.mergeCustomers.merge;
  await addEverywhere(survivor.id, 'Reste');
  const titles = async () => new Map((await listed(made.id, manager)).map(({ kind, title }) => [kind, title]));
  const all = await titles();
  expect([all.get('custom_field_value'), all.get('legal_hold'), all.get('invitation_customer')]).toEqual([
    'Reste 120',
    'Reste',
    'reste@invite.test',
  ]);
  expect([all.get('segment_change'), all.get('contact_refusal')]).toEqual([
    'Réguliers, entrée',
    'Offres et nouveautés, Ce client n’a jamais donné son accord.',
  ]);
  await activity(server, survivor.id, { kind: ActivityKind.CUSTOMER_CREATED, typedTitle: null });
  expect((await listed(made.id)).filter(({ kind }) => kind === 'activity').map(({ title }) => title)).toEqual([
    'Reste',
    'Fiche client créée',
  ]);
  await server.database.query(
    `update role set permissions = array(select one from unnest(permissions) one where one <> 'legalHold.manage') where key = 'manager'`,
  );
  const fewer = new Map((await listed(made.id)).map(({ kind, title }) => [kind, title]));
  expect([fewer.get('legal_hold'), fewer.get('custom_field_value')]).toEqual(['', 'Reste 120']);
});
