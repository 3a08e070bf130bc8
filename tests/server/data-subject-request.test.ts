import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { remindOfRequests } from '../../server/features/data-subject-request/data-subject-request.jobs.js';
import { dueAfter, dueExtended, parisDay } from '../../server/features/data-subject-request/request-clock.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { lettersTo } from '../support/letters.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let client: TestPerson;
let staff: TestPerson;
let manager: TestPerson;
let theirs: { id: string };

beforeAll(async () => {
  // With jobs: a timetable that can't be read would stop them all.
  server = await startServer({ jobs: true });
  [client, staff, manager] = [await person(server, 'client'), await person(server, 'staff'), await person(server, 'manager')];
  theirs = await customer(server, { email: 'jeanne@test.example' });
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.database.query('delete from data_subject_request');
  await server.database.query('delete from notification');
});

const SHOWN = 'id reference right status origin person receivedOn dueOn extendedOn answer identityProof';
const run = (who: TestPerson | null, field: string, input: object, answer = `request { ${SHOWN} }`) =>
  server.ask(
    who,
    `mutation ($input: ${field === 'identifyDataSubject' ? 'IdentifyDataSubject' : field[0].toUpperCase() + field.slice(1)}Input!) { it: ${field}(input: $input) { ${answer} userErrors { path code message } } }`,
    { input },
  );
const create = (who: TestPerson | null, input: object) =>
  run(who, 'createDataSubjectRequest', { customerIds: [theirs.id], right: 'ACCESS', ...input }, `requests { ${SHOWN} }`);
const written = async (input: object = {}) =>
  (await create(staff, { origin: 'EMAIL', person: 'Jeanne Le Goff', contact: 'jeanne@test.example', ...input })).data.it
    .requests[0];
const notices = (who: TestPerson) =>
  server.database.query('select kind, details, link from notification where user_id = $1', [who.id]);
const today = parisDay(new Date());

describe('somebody asks in their portal', () => {
  test('and is sure to be who they are; those who answer are told', async () => {
    const { data } = await create(client, { right: 'ERASURE', details: ' Tout ' });
    const [request] = data.it.requests;
    expect(request).toMatchObject({
      reference: expect.stringMatching(/^RGPD-\d{5}$/),
      right: 'ERASURE',
      status: 'IDENTIFIED',
      origin: 'PORTAL',
      person: client.name,
      identityProof: 'SIGNED_IN',
      receivedOn: today,
      dueOn: dueAfter(today),
    });
    expect(await notices(manager)).toMatchObject([{ kind: 'DATA_REQUEST_RECEIVED', link: `/requests/${request.id}` }]);
    expect(await notices(staff)).toEqual([]);
    const seen = await server.ask(client, `{ dataSubjectRequests { nodes { id details } } }`);
    expect(seen.data.dataSubjectRequests.nodes).toEqual([{ id: request.id, details: 'Tout' }]);
    const other = await person(server, 'client');
    await member(server, other.id, theirs.id);
    expect((await server.ask(other, `{ dataSubjectRequests { nodes { id } } }`)).data.dataSubjectRequests.nodes).toEqual([]);
  });

  test('once: the second time is the same request', async () => {
    const first = (await create(client, {})).data.it.requests[0];
    const again = await create(client, {});
    expect(again.data.it.userErrors).toMatchObject([{ path: ['input', 'right'], code: 'REQUEST_OPEN_ALREADY' }]);
    expect(again.data.it.userErrors[0].message).toContain(first.reference);
    expect((await create(client, { right: 'OBJECTION' })).data.it.userErrors).toEqual([]);
  });

  test('for both customers they are known as, a request each; for another’s, none at all', async () => {
    const second = await customer(server, { email: 'jeanne@test.example' });
    const foreign = await customer(server);
    await member(server, client.id, second.id);
    const refused = await create(client, { customerIds: [theirs.id, second.id, foreign.id] });
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
    expect(await server.database.query('select from data_subject_request')).toEqual([]);
    const { data } = await create(client, { customerIds: [theirs.id, second.id, second.id] });
    expect(data.it.requests).toHaveLength(2);
    const { data: known } = await server.ask(
      manager,
      `query ($id: ID!) { dataSubjectRequest(id: $id) { customer { id } alsoKnownAs { id } } }`,
      { id: data.it.requests[0].id },
    );
    const { customer: one, alsoKnownAs } = known.dataSubjectRequest;
    expect([one.id, ...alsoKnownAs.map(({ id }: { id: string }) => id)].sort()).toEqual([theirs.id, second.id].sort());
    await server.database.query('delete from customer where id = $1', [second.id]);
  });

  test('and can’t say what only the team knows, nor leave out what is to be put right', async () => {
    const { data } = await create(client, { origin: 'PHONE', person: 'X', contact: 'x', receivedOn: '2020-01-01' });
    expect(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path[1], code])).toEqual([
      ['origin', 'TEAM_ONLY'],
      ['person', 'TEAM_ONLY'],
      ['contact', 'TEAM_ONLY'],
      ['receivedOn', 'TEAM_ONLY'],
    ]);
    expect((await create(client, { right: 'RECTIFICATION', details: '  ' })).data.it.userErrors[0].code).toBe(
      'REQUEST_DETAILS_NEEDED',
    );
    expect(codesOf(await create(null, {}))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await create(await person(server, 'revendeur'), {}))).toEqual(['FORBIDDEN']);
    expect(await server.database.query('select from data_subject_request')).toEqual([]);
  });
});

describe('the team writes down', () => {
  test('who asked, how and when; the account with that address follows it', async () => {
    const request = await written({ contact: client.email, receivedOn: '2026-01-31' });
    expect(request).toMatchObject({ status: 'RECEIVED', origin: 'EMAIL', person: 'Jeanne Le Goff', dueOn: '2026-02-28' });
    expect((await server.ask(client, `{ dataSubjectRequests { nodes { id } } }`)).data.dataSubjectRequests.nodes).toEqual([
      { id: request.id },
    ]);
  });

  test('not without how and who, nor of tomorrow', async () => {
    expect((await create(staff, {})).data.it.userErrors).toMatchObject([
      { path: ['input', 'origin'], code: 'BLANK' },
      { path: ['input', 'person'], code: 'BLANK' },
    ]);
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await create(staff, { origin: 'PHONE', person: 'X', receivedOn: tomorrow })).data.it.userErrors[0].code).toBe(
      'REQUEST_IN_THE_FUTURE',
    );
    expect((await create(staff, { customerIds: [], origin: 'PHONE', person: 'X' })).data.it.userErrors[0].code).toBe('NOTHING');
  });
});

describe('an answer', () => {
  test('waits until it is sure who asks, and is sent where they said', async () => {
    const { id, reference } = await written();
    expect(codesOf(await run(manager, 'completeDataSubjectRequest', { id, answer: 'Voici.' }))).toEqual(['FORBIDDEN']);
    expect((await run(manager, 'identifyDataSubject', { id, proof: 'SIGNED_IN' })).data.it.userErrors[0].code).toBe(
      'PROOF_OF_PORTAL',
    );
    expect(codesOf(await run(staff, 'identifyDataSubject', { id, proof: 'CALL_BACK' }))).toEqual(['FORBIDDEN']);
    expect((await run(manager, 'identifyDataSubject', { id, proof: 'CALL_BACK', note: 'Rappelée' })).data.it.request.status).toBe(
      'IDENTIFIED',
    );
    expect(codesOf(await run(manager, 'identifyDataSubject', { id, proof: 'CALL_BACK' }))).toEqual(['FORBIDDEN']);
    const { data } = await run(manager, 'completeDataSubjectRequest', { id, answer: 'Voici vos données.' });
    expect(data.it.request).toMatchObject({ status: 'COMPLETED', answer: 'Voici vos données.' });
    const [letter] = (await lettersTo(server, 'jeanne@test.example')).slice(-1);
    expect(letter).toMatchObject({ subject: `Votre demande ${reference}` });
    expect(letter.text).toContain('Voici vos données.');
    expect(codesOf(await run(manager, 'refuseDataSubjectRequest', { id, reason: 'Trop tard' }))).toEqual(['FORBIDDEN']);
  });

  test('may be no, with its reason; in the portal they are told', async () => {
    const [{ id }] = (await create(client, {})).data.it.requests;
    expect((await run(manager, 'refuseDataSubjectRequest', { id, reason: '' })).data.it.userErrors[0].code).toBe('TOO_SHORT');
    const { data } = await run(manager, 'refuseDataSubjectRequest', {
      id,
      reason: 'Demande déjà traitée trois fois ce mois-ci.',
    });
    expect(data.it.request.status).toBe('REFUSED');
    expect(await notices(client)).toMatchObject([{ kind: 'DATA_REQUEST_ANSWERED', details: { status: 'REFUSED' } }]);
  });

  test('takes two months longer once, told within the first', async () => {
    const { id, receivedOn } = await written();
    const { data } = await run(manager, 'extendDataSubjectRequest', { id, reason: 'Beaucoup de documents' });
    expect(data.it.request).toMatchObject({ dueOn: dueExtended(receivedOn), extendedOn: today, status: 'RECEIVED' });
    expect(codesOf(await run(manager, 'extendDataSubjectRequest', { id, reason: 'Encore' }))).toEqual(['FORBIDDEN']);
    const late = await written({ right: 'ERASURE', receivedOn: '2026-01-05' });
    expect((await run(manager, 'extendDataSubjectRequest', { id: late.id, reason: 'Tard' })).data.it.userErrors[0].code).toBe(
      'EXTENSION_TOO_LATE',
    );
    const [kept] = await server.database.query('select due_on::text, extended_on from data_subject_request where id = $1', [
      late.id,
    ]);
    expect(kept).toEqual({ due_on: '2026-02-05', extended_on: null });
  });

  test('is not wanted any more by whoever asked; another’s request is not found', async () => {
    const [{ id }] = (await create(client, {})).data.it.requests;
    expect(codesOf(await run(await person(server, 'client'), 'withdrawDataSubjectRequest', { id }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await run(staff, 'withdrawDataSubjectRequest', { id }))).toEqual(['FORBIDDEN']);
    expect((await run(client, 'withdrawDataSubjectRequest', { id })).data.it.request.status).toBe('WITHDRAWN');
    expect(codesOf(await run(client, 'withdrawDataSubjectRequest', { id }))).toEqual(['FORBIDDEN']);
  });
});

test('the register is filtered by what is open and what is over', async () => {
  const late = await written({ receivedOn: '2026-01-05' });
  const fresh = await written({ right: 'ERASURE' });
  const list = async (filter: string) =>
    (
      await server.ask(staff, `{ dataSubjectRequests(filter: { ${filter} }) { nodes { id } totalCount } }`)
    ).data.dataSubjectRequests.nodes.map(({ id }: { id: string }) => id);
  expect(await list('overdue: true')).toEqual([late.id]);
  expect(await list('overdue: false')).toEqual([fresh.id]);
  expect((await list('open: true')).sort()).toEqual([late.id, fresh.id].sort());
  expect(await list('right: ERASURE')).toEqual([fresh.id]);
  expect(await list(`customerId: "nobody"`)).toEqual([]);
});

test('reminders come once a step, and again after an extension', async () => {
  const { id } = await written({ receivedOn: '2026-01-31' });
  const at = (day: string) => remindOfRequests(server.product.system(), new Date(`${day}T04:10:00Z`));
  expect(await at('2026-02-20')).toBe(0);
  expect(await at('2026-02-21')).toBe(1);
  expect(await at('2026-02-22')).toBe(0);
  expect(await at('2026-02-26')).toBe(1);
  expect(await at('2026-02-28')).toBe(1);
  expect(await at('2026-03-01')).toBe(1);
  expect(await at('2026-03-02')).toBe(0);
  const told = await server.database.query(
    `select link, details from notification where kind = 'DATA_REQUEST_DUE' and user_id = $1`,
    [manager.id],
  );
  expect(told).toHaveLength(4);
  expect(told[0]).toMatchObject({ link: `/requests/${id}`, details: { dueOn: '2026-02-28' } });
});
