import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document } from '../support/factories/document.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let client: TestPerson;
let theirs: { id: string };
let others: { id: string };

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
  client = await person(server, 'client');
  theirs = await customer(server);
  others = await customer(server);
  await member(server, client.id, theirs.id);
});
afterAll(() => server.stop());

const SAY = (
  verb: 'record' | 'withdraw',
) => `mutation ($input: ${verb === 'record' ? 'Record' : 'Withdraw'}ConsentInput!) { said: ${verb}Consent(input: $input) {
  consent { id purpose channel status since history { action method note actor { id } text { version locale body } document { id } } }
  userErrors { path code message } } }`;
const ALL = 'query ($id: ID!) { customer(id: $id) { consents { purpose channel status since history { id } } } }';
const events = async () => Number((await server.database.query('select count(*) from consent_event'))[0].count);

test('what nobody said is UNKNOWN, for every purpose and channel', async () => {
  const fresh = await customer(server);
  const { data } = await server.ask(staff, ALL, { id: fresh.id });
  expect(data.customer.consents).toHaveLength(16);
  expect(new Set(data.customer.consents.map((one: { status: string }) => one.status))).toEqual(new Set(['UNKNOWN']));
  expect(data.customer.consents[0]).toMatchObject({ since: null, history: [] });
});

test('a client agrees and changes their mind; both stay in the history, with the text', async () => {
  const input = { customerId: theirs.id, purpose: 'MARKETING', channel: 'EMAIL' };
  const given = await server.ask(client, SAY('record'), { input });
  expect(given.data.said.userErrors).toEqual([]);
  expect(given.data.said.consent).toMatchObject({ status: 'GRANTED', since: expect.any(String) });
  expect(given.data.said.consent.history).toMatchObject([
    { action: 'GRANTED', method: 'WEB', actor: { id: client.id }, text: { version: 1, locale: 'fr' } },
  ]);
  const taken = await server.ask(client, SAY('withdraw'), { input });
  expect(taken.data.said.consent).toMatchObject({ id: given.data.said.consent.id, status: 'WITHDRAWN' });
  expect(taken.data.said.consent.history.map(({ action }: { action: string }) => action)).toEqual(['WITHDRAWN', 'GRANTED']);
  const { data } = await server.ask(client, ALL, { id: theirs.id });
  expect(data.customer.consents.filter(({ status }: { status: string }) => status !== 'UNKNOWN')).toHaveLength(1);
  const activities = await server.database.query(
    `select kind, details from activity where customer_id = $1 and kind = 'CONSENT_CHANGED'`,
    [theirs.id],
  );
  expect(activities).toHaveLength(2);
});

test('our people note how it was said, and when; what was said later counts, whenever it was noted', async () => {
  const paper = await document(server, { customerId: theirs.id, uploadedById: staff.id });
  const input = {
    customerId: theirs.id,
    purpose: 'PARTNERS',
    channel: 'PHONE',
    method: 'PHONE',
    note: 'Appel de Mme Le Goff',
    documentId: paper.id,
  };
  const refused = await server.ask(staff, SAY('withdraw'), { input: { ...input, at: '2026-03-02T09:00:00Z' } });
  expect(refused.data.said.consent).toMatchObject({
    status: 'WITHDRAWN',
    since: '2026-03-02T09:00:00.000Z',
    history: [{ note: 'Appel de Mme Le Goff', document: { id: paper.id }, text: null }],
  });
  const before = await server.ask(staff, SAY('record'), { input: { ...input, at: '2026-01-05T09:00:00Z' } });
  expect(before.data.said.consent).toMatchObject({
    status: 'WITHDRAWN',
    history: [{ action: 'WITHDRAWN' }, { action: 'GRANTED' }],
  });
  const asClient = await server.ask(client, 'query ($id: ID!) { customer(id: $id) { consents { history { method note } } } }', {
    id: theirs.id,
  });
  expect(JSON.stringify(asClient.data)).not.toContain('Le Goff');
  const kept = await server.ask(
    staff,
    'mutation ($id: ID!) { deleteDocument(input: { id: $id }) { deletedId userErrors { code } } }',
    { id: paper.id },
  );
  expect(kept.data.deleteDocument).toEqual({ deletedId: null, userErrors: [{ code: 'PROOF_OF_CONSENT' }] });
});

test('a client only speaks for themselves, here and now', async () => {
  const before = await events();
  const input = {
    customerId: theirs.id,
    purpose: 'ANALYTICS',
    channel: 'POST',
    method: 'PAPER',
    at: '2020-01-01T00:00:00Z',
    note: 'x',
  };
  const { data } = await server.ask(client, SAY('record'), { input });
  expect(data.said).toMatchObject({
    consent: null,
    userErrors: [{ path: ['input', 'method'], code: 'STAFF_ONLY' }, { path: ['input', 'at'] }, { path: ['input', 'note'] }],
  });
  expect(await events()).toBe(before);
});

test('bad input is told by its field', async () => {
  const input = { customerId: theirs.id, purpose: 'ANALYTICS', channel: 'POST', method: 'PAPER' };
  const wrong = {
    at: '2999-01-01T00:00:00Z',
    textVersion: 99,
    documentId: (await document(server, { customerId: others.id, uploadedById: staff.id })).id,
  };
  const { data } = await server.ask(staff, SAY('record'), { input: { ...input, ...wrong } });
  expect(data.said.userErrors).toMatchObject([
    { path: ['input', 'at'], code: 'IN_THE_FUTURE' },
    { path: ['input', 'documentId'], code: 'UNKNOWN_DOCUMENT' },
    { path: ['input', 'textVersion'], code: 'UNKNOWN_TEXT' },
  ]);
  const nul = await server.ask(staff, SAY('record'), { input: { ...input, note: 'a\0b' } });
  expect(nul.data.said.userErrors).toMatchObject([{ path: ['input', 'note'], code: 'CONTROL_CHARACTER' }]);
});

test.each(['record', 'withdraw'] as const)(
  '%s: somebody else’s customer is not there, and who may not, may not',
  async (verb) => {
    const before = await events();
    const say = (who: TestPerson | null, customerId: string) =>
      server.ask(who, SAY(verb), { input: { customerId, purpose: 'MARKETING', channel: 'SMS' } });
    expect(codesOf(await say(null, theirs.id))).toEqual(['UNAUTHENTICATED']);
    const [foreign, unknown] = [await say(client, others.id), await say(client, randomUUID())];
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    expect({ ...foreign, errors: foreign.errors?.map(({ message }) => message) }).toEqual({
      ...unknown,
      errors: unknown.errors?.map(({ message }) => message),
    });
    for (const role of ['prestataire', 'revendeur'])
      expect(codesOf(await say(await person(server, role), theirs.id))).toEqual(['FORBIDDEN']);
    expect(await events()).toBe(before);
    const seller = await person(server, 'revendeur');
    await server.database.query('update customer set reseller_id = $1 where id = $2', [seller.id, others.id]);
    expect((await server.ask(seller, ALL, { id: others.id })).errors?.map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
    ]);
  },
);

test('the database refuses to change or lose what was said, and what was read', async () => {
  for (const statement of [
    'update consent_event set note = null',
    'delete from consent_event',
    'truncate consent_event',
    'update consent_text set body = $$x$$',
    'delete from consent_text',
  ]) {
    await expect(server.database.query(statement)).rejects.toThrow(/permission denied/);
    await expect(server.asSuperuser(statement)).rejects.toThrow(/append-only/);
  }
});

test('the texts are there in both languages', async () => {
  const { data } = await server.ask(client, '{ consentTexts { purpose version locale body } }');
  expect(data.consentTexts).toHaveLength(8);
  expect(codesOf(await server.ask(await person(server, 'prestataire'), '{ consentTexts { id } }'))).toEqual(['FORBIDDEN']);
});
