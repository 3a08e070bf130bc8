import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { fileOf } from '../support/export.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { lettersTo } from '../support/letters.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let client: TestPerson;
let staff: TestPerson;
let manager: TestPerson;
let theirs: { id: string; reference: string };

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [client, staff, manager] = [await person(server, 'client'), await person(server, 'staff'), await person(server, 'manager')];
});
afterAll(() => server.stop());
beforeEach(async () => {
  theirs = await customer(server, { name: 'Jeanne Le Goff', email: 'jeanne@test.example' });
  await member(server, client.id, theirs.id);
});

const run = (who: TestPerson | null, field: string, input: object, answer: string) =>
  server.ask(
    who,
    `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { ${answer} userErrors { path code message } } }`,
    { input },
  );
const request = async (right: string): Promise<string> =>
  (await run(client, 'createDataSubjectRequest', { customerIds: [theirs.id], right }, 'requests { id }')).data.it.requests[0].id;
const complete = (who: TestPerson | null, id: string, more: object = {}) =>
  run(who, 'completeDataSubjectRequest', { id, answer: 'C’est fait.', ...more }, 'request { status objected }');
const lift = (who: TestPerson | null, id: string, reason = 'Les données sont vérifiées.') =>
  run(who, 'liftRestriction', { id, reason }, 'request { liftedAt liftReason liftedBy { id } viewerCan { liftRestriction } }');
const stateOf = async () =>
  (
    await server.ask(
      staff,
      `query ($id: ID!) { customer(id: $id) { restrictedAt segments { id } viewerCan { update } consents { purpose channel status } }
        contactAnswers(customerId: $id) { purpose channel allowed reason } }`,
      { id: theirs.id },
    )
  ).data;
const rename = (who: TestPerson) => run(who, 'updateCustomer', { id: theirs.id, name: 'Jeanne Autre' }, 'customer { name }');

describe('a restriction', () => {
  test('holds from its answer on: kept, not used, not changed; lifted, the person is told', async () => {
    const [{ id: segment }] = await server.database.query(`select id from customer_segment where key = 'vip'`);
    await server.database.query('insert into segment_member (segment_id, customer_id) values ($1, $2)', [segment, theirs.id]);
    await run(
      client,
      'recordConsent',
      { customerId: theirs.id, purpose: 'ANALYTICS', channel: 'POST', method: 'WEB' },
      'consent { id }',
    );
    const before = await stateOf();
    expect(before.customer).toMatchObject({ restrictedAt: null, segments: [{ id: segment }], viewerCan: { update: true } });
    const allowed = (answers: { purpose: string; allowed: boolean }[]) => [
      ...new Set(answers.filter((one) => one.allowed).map(({ purpose }) => purpose)),
    ];
    expect(allowed(before.contactAnswers)).toContain('ANALYTICS');

    const id = await request('RESTRICTION');
    expect((await complete(manager, id)).data.it.request.status).toBe('COMPLETED');
    const held = await stateOf();
    expect(held.customer).toMatchObject({ restrictedAt: expect.any(String), segments: [], viewerCan: { update: false } });
    expect(allowed(held.contactAnswers).sort()).toEqual(['ACCOUNT', 'RIGHTS', 'SERVICE']);
    expect(held.contactAnswers).toContainEqual({ purpose: 'ANALYTICS', channel: 'POST', allowed: false, reason: 'RESTRICTED' });
    expect(codesOf(await rename(staff))).toEqual(['FORBIDDEN']);
    const list = (await fileOf(server, manager, 'exportCustomers', { format: 'JSON' })).toString();
    expect(list).not.toContain(theirs.reference);
    const alone = (await fileOf(server, staff, 'exportCustomer', { id: theirs.id, format: 'JSON' })).toString();
    expect(alone, 'who asks for this one by name still gets it').toContain(theirs.reference);
    expect((await rename(manager)).data.it.customer.name).toBe('Jeanne Autre');

    expect((await lift(manager, id, '')).data.it.userErrors).toMatchObject([{ path: ['input', 'reason'] }]);
    expect((await stateOf()).customer.restrictedAt).not.toBeNull();
    const letters = (await lettersTo(server, client.email)).length;
    const { data } = await lift(manager, id);
    expect(data.it.request).toMatchObject({
      liftReason: 'Les données sont vérifiées.',
      liftedBy: { id: manager.id },
      viewerCan: { liftRestriction: false },
    });
    const told = await lettersTo(server, client.email);
    expect(told.length).toBe(letters + 1);
    expect(told.at(-1)?.text).toContain('Les données sont vérifiées.');
    expect((await stateOf()).customer).toMatchObject({ restrictedAt: null, viewerCan: { update: true } });
    expect(codesOf(await lift(manager, id)), 'once').toEqual(['FORBIDDEN']);
  });

  test('of a record that is merged into another holds for both, and goes with its request', async () => {
    const other = await customer(server, { name: 'Jeanne L.' });
    await complete(manager, await request('RESTRICTION'));
    const merged = await run(
      manager,
      'mergeCustomers',
      { survivorId: other.id, otherId: theirs.id, survivorVersion: 1, otherVersion: 1 },
      'customer { restrictedAt }',
    );
    expect(merged.data?.it.userErrors ?? merged.errors).toEqual([]);
    const { data } = await server.ask(staff, 'query ($id: ID!) { customer(id: $id) { restrictedAt } }', { id: other.id });
    expect(data.customer.restrictedAt).not.toBeNull();
  });

  test('is lifted by who answers requests alone, where there is one', async () => {
    const id = await request('RESTRICTION');
    expect(codesOf(await lift(manager, id)), 'not granted yet').toEqual(['FORBIDDEN']);
    await complete(manager, id);
    expect(codesOf(await lift(null, id))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await lift(staff, id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await lift(client, id))).toEqual(['FORBIDDEN']);
    expect(codesOf(await lift(manager, theirs.id))).toEqual(['NOT_FOUND']);
    expect((await stateOf()).customer.restrictedAt).not.toBeNull();
  });
});

describe('an objection', () => {
  test('is written down for what it is about, by every way, and closes it', async () => {
    await run(
      client,
      'recordConsent',
      { customerId: theirs.id, purpose: 'PARTNERS', channel: 'POST', method: 'WEB' },
      'consent { id }',
    );
    const id = await request('OBJECTION');
    const { data } = await complete(manager, id, { objected: ['PARTNERS', 'PARTNERS'] });
    expect(data.it).toEqual({ request: { status: 'COMPLETED', objected: ['PARTNERS'] }, userErrors: [] });
    const { customer: now, contactAnswers } = await stateOf();
    const partners = now.consents.filter(({ purpose }: { purpose: string }) => purpose === 'PARTNERS');
    expect(partners).toContainEqual({ purpose: 'PARTNERS', channel: 'POST', status: 'OBJECTED' });
    expect(now.consents.filter(({ status }: { status: string }) => status === 'OBJECTED').length).toBe(
      partners.filter(({ status }: { status: string }) => status === 'OBJECTED').length,
    );
    expect(contactAnswers).toContainEqual({ purpose: 'PARTNERS', channel: 'POST', allowed: false, reason: 'OBJECTED' });
    const events = await server.database.query(
      `select distinct action, method, actor_id from consent_event where customer_id = $1 and action = 'OBJECTED'`,
      [theirs.id],
    );
    expect(events).toEqual([{ action: 'OBJECTED', method: 'WEB', actor_id: manager.id }]);
  });

  test('says to what, of what may be objected to; other requests don’t; nothing changes', async () => {
    const id = await request('OBJECTION');
    const codes = async (which: string, more: object) =>
      (await complete(manager, which, more)).data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
        path[1],
        code,
      ]);
    expect(await codes(id, {})).toEqual([['objected', 'OBJECTION_TO_WHAT']]);
    expect(await codes(id, { objected: [] })).toEqual([['objected', 'NOTHING']]);
    expect(await codes(id, { objected: ['MARKETING', 'SERVICE'] })).toEqual([['objected', 'NO_CONSENT_NEEDED']]);
    expect(await codes(await request('ACCESS'), { objected: ['MARKETING'] })).toEqual([['objected', 'OBJECTION_ONLY']]);
    expect(await server.database.query('select from consent_event where customer_id = $1', [theirs.id])).toEqual([]);
    const open = await server.database.query(
      `select from data_subject_request where customer_id = $1 and status = 'IDENTIFIED'`,
      [theirs.id],
    );
    expect(open).toHaveLength(2);
  });
});
