import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { order } from '../support/factories/order.factory.js';
import { project } from '../support/factories/project.factory.js';
import { lineOf, switchOn as on, RULES, runOn as run } from '../support/retention.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let root: TestPerson;

beforeAll(async () => {
  server = await startServer();
  root = await person(server, 'superadmin');
});
afterAll(() => server.stop());

const query = (text: string, values: unknown[] = []) => server.database.query(text, values);
const runOn = (day: string, dryRun = false) => run(server, root, day, dryRun);
const switchOn = (category: string, months: number) => on(server, category, months);

test('in a new installation nothing of people goes by itself, and the rest does', async () => {
  const rules = await query('select category, active from retention_rule');
  expect(
    Object.fromEntries(rules.map(({ category, active }: { category: string; active: boolean }) => [category, active])),
  ).toEqual(RULES);
});

describe('periods of people’s records', () => {
  beforeEach(async () => {
    await query('delete from retention_run');
    await query('update retention_rule set active = false');
    await query('update legal_hold set lifted_at = now() where lifted_at is null');
  });

  /** Somebody whose record was made then, and with whom nothing was since. */
  async function silent(since: string, fields: object = {}) {
    const made = await customer(server, { name: 'Jeanne Le Goff', ...fields });
    await query('update customer set created_at = $2 where id = $1', [made.id, since]);
    return made;
  }
  const erasedAt = async (id: string) => (await query('select erased_at from customer where id = $1', [id]))[0].erased_at;
  const hold = (id: string) => query(`insert into legal_hold (customer_id, reason) values ($1, 'Litige')`, [id]);

  test('a prospect is erased three years after the last contact, and not a day before', async () => {
    await switchOn('PROSPECTS', 36);
    const made = await silent('2011-02-10T08:00:00Z', { email: 'prospect@test.example', phone: '+33298445566' });
    const call = await activity(server, made.id, { kind: 'CALL', title: 'Appel' } as never);
    await query('update activity set occurred_at = $2 where id = $1', [call.id, '2012-02-29T08:00:00Z']);
    expect(lineOf(await runOn('2015-02-28'), 'PROSPECTS')).toMatchObject({ seen: 0 });
    expect(await erasedAt(made.id)).toBeNull();
    expect(lineOf(await runOn('2015-03-01'), 'PROSPECTS')).toMatchObject({ seen: 1, pseudonymised: 1, deleted: 0, held: 0 });
    const [gone] = await query('select name, email, phone, erased_at, status from customer where id = $1', [made.id]);
    expect(gone).toMatchObject({ name: `Client effacé ${made.reference}`, email: null, phone: null, status: 'INACTIVE' });
    expect(gone.erased_at).not.toBeNull();
    expect(await query('select erased_by_id from erasure where customer_id = $1', [made.id])).toEqual([{ erased_by_id: null }]);
    expect(
      await query(`select actor_role from audit_entry where action = 'customer.erase' and subject_id = $1`, [made.id]),
    ).toEqual([{ actor_role: 'system' }]);
    expect(lineOf(await runOn('2015-03-01'), 'PROSPECTS')).toMatchObject({ seen: 0 });
  });

  const contacts: Record<string, (id: string) => Promise<unknown>> = {
    'an opportunity': (id) => opportunity(server, root.id, { customerId: id } as never),
    'a member who signed in': async (id) => {
      const client = await person(server, 'client');
      await member(server, client.id, id);
    },
    'a request about their data': (id) =>
      query(
        `insert into data_subject_request ("right", origin, person, received_on, due_on, customer_id) values ('ACCESS', 'EMAIL', 'J', current_date, current_date + 30, $1)`,
        [id],
      ),
    'a vehicle': (id) =>
      query(`insert into vehicle (customer_id, plate, brand) values ($1, left(uuidv4()::text, 8), 'DAF')`, [id]),
  };
  test.each(Object.keys(contacts))('%s is a contact: the prospect stays', async (what) => {
    await switchOn('PROSPECTS', 36);
    const made = await silent('2005-02-10T08:00:00Z');
    await contacts[what](made.id);
    expect(lineOf(await runOn('2015-03-01'), 'PROSPECTS')).toMatchObject({ seen: 0 });
    expect(await erasedAt(made.id)).toBeNull();
  });

  test('what we do on our own is none: a change, a mail, a segment', async () => {
    await switchOn('PROSPECTS', 36);
    const made = await silent('2005-02-10T08:00:00Z');
    for (const kind of ['CUSTOMER_UPDATED', 'EMAIL_SENT', 'SEGMENT_ENTERED']) await activity(server, made.id, { kind } as never);
    expect(lineOf(await runOn('2015-03-01'), 'PROSPECTS')).toMatchObject({ seen: 1, pseudonymised: 1 });
    expect(await erasedAt(made.id)).not.toBeNull();
  });

  test('with business it is another rule, five years at the least', async () => {
    await switchOn('PROSPECTS', 36);
    await switchOn('FORMER_CUSTOMERS', 60);
    const made = await silent('2005-02-10T08:00:00Z');
    const placed = await order(server, { customerId: made.id });
    await query('update "order" set placed_at = $2 where id = $1', [placed.id, '2008-05-31T08:00:00Z']);
    expect(await runOn('2013-05-31')).toMatchObject({ gone: 0, held: 0 });
    expect(lineOf(await runOn('2013-06-01'), 'FORMER_CUSTOMERS')).toMatchObject({ seen: 1, pseudonymised: 1 });
    const [kept] = await query('select customer_id, email, name from "order" where id = $1', [placed.id]);
    expect(kept).toEqual({ customer_id: made.id, email: null, name: null });
  });

  test('a hold, or a request that waits, keeps them back; both are said', async () => {
    await switchOn('PROSPECTS', 6);
    const [held, free] = [await silent('2005-02-10T08:00:00Z'), await silent('2005-02-10T08:00:00Z')];
    await hold(held.id);
    await query(
      `insert into data_subject_request ("right", origin, person, received_on, due_on, customer_id, created_at)
        values ('ACCESS', 'EMAIL', 'J', '2005-03-01', '2005-04-01', $1, '2005-03-01')`,
      [held.id],
    );
    expect(lineOf(await runOn('2015-03-01'), 'PROSPECTS')).toMatchObject({
      seen: 2,
      pseudonymised: 1,
      held: 1,
      heldFor: [
        { code: 'RETENTION_HELD', count: 1 },
        { code: 'RETENTION_REQUEST_OPEN', count: 1 },
      ],
    });
    expect([await erasedAt(held.id), (await erasedAt(free.id)) !== null]).toEqual([null, true]);
    const { data } = await server.ask(
      root,
      '{ retentionPreview(category: PROSPECTS, months: 36) { gone held examples { since } heldExamples { since heldFor customer { name } } } }',
    );
    expect(data.retentionPreview).toMatchObject({
      gone: 0,
      held: 1,
      examples: [],
      heldExamples: [{ since: '2005-03-01', customer: { name: 'Jeanne Le Goff' } }],
    });
    expect(data.retentionPreview.heldExamples[0].heldFor).toHaveLength(2);
    await query(`update data_subject_request set status = 'WITHDRAWN', closed_at = now() where customer_id = $1`, [held.id]);
    await query('update legal_hold set lifted_at = now()');
    expect(await runOn('2015-03-02')).toMatchObject({ gone: 1, held: 0 });
  });

  test('a hold that is placed while a run is at work wins, and is counted', async () => {
    await switchOn('PROSPECTS', 36);
    const made = await silent('2005-02-10T08:00:00Z');
    const placing = server.database.createQueryRunner();
    await placing.startTransaction();
    await placing.query('select from customer where id = $1 for update', [made.id]);
    await placing.query(`insert into legal_hold (customer_id, reason) values ($1, 'Litige')`, [made.id]);
    const running = runOn('2015-03-01');
    await expect
      .poll(
        async () =>
          (await query(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share%'`)).length,
      )
      .toBe(1);
    await placing.commitTransaction();
    await placing.release();
    expect(lineOf(await running, 'PROSPECTS')).toMatchObject({
      seen: 1,
      pseudonymised: 0,
      held: 1,
      heldFor: [{ code: 'RETENTION_HELD', count: 1 }],
    });
    expect(await erasedAt(made.id)).toBeNull();
  });

  test('an account nobody signs in to is emptied after two years; those of ours never, nor of a customer on hold', async () => {
    await switchOn('ACCOUNTS', 24);
    const [old, held, active] = [await person(server, 'client'), await person(server, 'client'), await person(server, 'client')];
    const ours = await person(server, 'staff');
    for (const { id } of [old, held, ours])
      await query('update "user" set created_at = $2, last_login_at = $3 where id = $1', [
        id,
        '2011-01-01T00:00:00Z',
        '2012-03-30T22:30:00Z',
      ]);
    const whose = await customer(server);
    await member(server, held.id, whose.id);
    await hold(whose.id);
    await query(`insert into notification (user_id, kind) values ($1, 'TEST')`, [old.id]);
    // Half past midnight in Paris, where the clocks went on the Sunday before: it counts from the 31st.
    expect(lineOf(await runOn('2014-03-31'), 'ACCOUNTS')).toMatchObject({ seen: 0 });
    expect(lineOf(await runOn('2014-04-01'), 'ACCOUNTS')).toMatchObject({
      seen: 2,
      pseudonymised: 1,
      held: 1,
      heldFor: [{ code: 'RETENTION_HELD', count: 1 }],
    });
    const states = await query('select id, status, email, name from "user" where id = any($1) order by id', [
      [old.id, held.id, ours.id, active.id],
    ]);
    const of = (id: string) => states.find((one: { id: string }) => one.id === id);
    expect(of(old.id)).toMatchObject({ status: 'DELETED', email: `${old.id}@deleted.invalid` });
    expect(of(old.id).name).toMatch(/^Ancien compte/);
    for (const { id } of [held, ours, active]) expect(of(id).status).toBe('ACTIVE');
    expect(await query('select from notification where user_id = $1', [old.id])).toEqual([]);
    expect(await server.asSuperuser('select from session where user_id = $1', [old.id])).toEqual([]);
    expect((await server.ask(old, '{ viewer { id } }')).data?.viewer ?? null).toBeNull();
  });

  test('somebody with an invoice to pay stays until it is paid; then the books keep it', async () => {
    await switchOn('FORMER_CUSTOMERS', 60);
    const made = await customer(server, { name: 'Jeanne Le Goff' });
    const other = await customer(server, { name: 'Avec mission' });
    await project(server, other.id);
    const due = await invoice(server, made.id);
    // All of today are old by then.
    expect(lineOf(await runOn('2060-01-01'), 'FORMER_CUSTOMERS')).toMatchObject({
      held: 1,
      heldFor: [{ code: 'ERASE_OPEN_INVOICES', count: 1 }],
      failed: 0,
    });
    expect([await erasedAt(made.id), (await erasedAt(other.id)) !== null]).toEqual([null, true]);
    await payment(server, due.id, root.id);
    expect(lineOf(await runOn('2060-01-02'), 'FORMER_CUSTOMERS')).toMatchObject({ pseudonymised: 1, held: 0 });
    expect(await erasedAt(made.id)).not.toBeNull();
    expect(await query('select number from archived_invoice where customer_id = $1', [made.id])).toEqual([
      { number: due.number },
    ]);
  });
});
