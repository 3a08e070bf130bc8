import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsentChannel, ConsentPurpose } from '../../server/features/consent/consent.entity.js';
import { canContact } from '../../server/features/consent/consent-gate.service.js';
import { mergeConsents } from '../../server/features/consent/consent-merge.service.js';
import { CustomerKind } from '../../server/features/customer/customer.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;

beforeAll(async () => {
  server = await startServer();
  staff = await person(server, 'staff');
});
afterAll(() => server.stop());

const may = async (id: string | null, purpose: string, channel: string, at?: string) => {
  const { allowed, reason } = await canContact(
    server.product.system(),
    id,
    purpose as ConsentPurpose,
    channel as ConsentChannel,
    at ? new Date(at) : undefined,
  );
  return `${allowed ? 'yes' : 'no'} ${reason}`;
};
const said = (id: string, action: string, at: string, { purpose = 'MARKETING', channel = 'EMAIL' } = {}) =>
  server.database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method, at, note) values ($1, $2, $3, $4, 'PAPER', $5, 'Dossier papier')
     returning id, seq, hash, previous_hash, expires_at`,
    [id, purpose, channel, action, at],
  );

describe('may they be reached', () => {
  test('nobody who never agreed, nobody who said no in whatever way, and nobody whose agreement is over', async () => {
    const { id } = await customer(server);
    expect(await may(id, 'MARKETING', 'EMAIL')).toBe('no NEVER_ASKED');
    for (const [action, answer] of [
      ['GRANTED', 'yes CONSENT'],
      ['WITHDRAWN', 'no WITHDRAWN'],
      ['REFUSED', 'no REFUSED'],
      ['OBJECTED', 'no OBJECTED'],
      ['EXPIRED', 'no EXPIRED'],
    ]) {
      await said(id, action, new Date().toISOString());
      expect(await may(id, 'MARKETING', 'EMAIL')).toBe(answer);
    }
    await said(id, 'GRANTED', '2021-01-05T10:00:00Z', { channel: 'SMS' });
    expect(await may(id, 'MARKETING', 'SMS')).toBe('no EXPIRED');
  });

  test('everybody for what they asked of us; a letter to nobody in particular only for that', async () => {
    const { id } = await customer(server);
    expect(await may(id, 'SERVICE', 'EMAIL')).toBe('yes CONTRACT');
    expect(await may(id, 'RIGHTS', 'POST')).toBe('yes LEGAL_OBLIGATION');
    expect(await may(null, 'ACCOUNT', 'EMAIL')).toBe('yes CONTRACT');
    expect(await may(null, 'ACCOUNT', 'POST')).toBe('no CHANNEL_CLOSED');
    expect(await may(null, 'MARKETING', 'EMAIL')).toBe('no NO_CUSTOMER');
    expect(await may(crypto.randomUUID(), 'SERVICE', 'EMAIL')).toBe('no NO_CUSTOMER');
  });

  test('companies by a legitimate interest until they object; consumers never', async () => {
    const [company, consumer] = [
      await customer(server, { kind: CustomerKind.COMPANY }),
      await customer(server, { kind: CustomerKind.PERSON }),
    ];
    await server.database.query(`update contact_purpose set company_basis = 'LEGITIMATE_INTEREST' where code = 'PARTNERS'`);
    expect(await may(company.id, 'PARTNERS', 'EMAIL')).toBe('yes LEGITIMATE_INTEREST');
    expect(await may(consumer.id, 'PARTNERS', 'EMAIL')).toBe('no NEVER_ASKED');
    await said(company.id, 'OBJECTED', new Date().toISOString(), { purpose: 'PARTNERS' });
    expect(await may(company.id, 'PARTNERS', 'EMAIL')).toBe('no OBJECTED');
    await server.database.query(
      `update contact_purpose set company_basis = 'CONSENT', audience = 'COMPANIES' where code = 'PARTNERS'`,
    );
    expect(await may(consumer.id, 'PARTNERS', 'EMAIL')).toBe('no NOT_FOR_THEM');
    await server.database.query(`update contact_purpose set audience = 'EVERYONE', active = false where code = 'PARTNERS'`);
    expect(await may(company.id, 'PARTNERS', 'EMAIL')).toBe('no PURPOSE_CLOSED');
    await server.database.query(`update contact_purpose set active = true where code = 'PARTNERS'`);
    await expect(
      server.database.query(`update contact_purpose set person_basis = 'LEGITIMATE_INTEREST' where code = 'MARKETING'`),
    ).rejects.toThrow(/check constraint/);
  });

  test('consumers are called with their consent alone since 11 August 2026, midnight in Paris', async () => {
    const consumer = await customer(server, { kind: CustomerKind.PERSON });
    expect(await may(consumer.id, 'MARKETING', 'PHONE', '2026-08-10T21:59:59Z')).toBe('yes LEGITIMATE_INTEREST');
    expect(await may(consumer.id, 'MARKETING', 'PHONE', '2026-08-10T22:00:00Z')).toBe('no NEVER_ASKED');
  });
});

describe('time', () => {
  test('what held at a past moment is what had been said until then, whenever it was noted', async () => {
    const { id } = await customer(server);
    await said(id, 'WITHDRAWN', '2026-06-01T08:00:00Z');
    await said(id, 'GRANTED', '2026-02-01T08:00:00Z');
    const QUERY = `query ($id: ID!, $at: DateTime) { contactAnswers(customerId: $id, at: $at) { purpose channel allowed status reason } }`;
    const at = async (moment: string | null) => {
      const { data } = await server.ask(staff, QUERY, { id, at: moment });
      expect(data.contactAnswers).toHaveLength(28);
      return data.contactAnswers.find(
        ({ purpose, channel }: Record<string, string>) => purpose === 'MARKETING' && channel === 'EMAIL',
      );
    };
    expect(await at('2026-01-31T00:00:00Z')).toMatchObject({ allowed: false, status: 'UNKNOWN' });
    expect(await at('2026-03-01T00:00:00Z')).toMatchObject({ allowed: true, status: 'GRANTED' });
    expect(await at(null)).toMatchObject({ allowed: false, status: 'WITHDRAWN', reason: 'WITHDRAWN' });
  });

  test.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 1, '2024-02-29T10:00:00.000Z'],
    // Ten o’clock in Paris stays ten o’clock, whatever the season.
    ['2026-02-28T09:00:00Z', 1, '2026-03-28T09:00:00.000Z'],
    ['2026-03-15T09:00:00Z', 1, '2026-04-15T08:00:00.000Z'],
    ['2026-09-30T08:00:00Z', 6, '2027-03-30T08:00:00.000Z'],
    // Half past midnight in Paris, on the day before in UTC.
    ['2026-08-30T22:30:00Z', 6, '2027-02-27T23:30:00.000Z'],
  ])('%s and %i months is %s', async (at, months, then) => {
    const [{ later }] = await server.database.query('select months_later($1::timestamptz, $2) as later', [at, months]);
    expect(later.toISOString()).toBe(then);
  });
});

describe('the chain', () => {
  const broken = async (id: string) =>
    (
      await server.asSuperuser(`select e.seq from consent_event e where customer_id = '${id}' and (hash <> consent_hash(e)
        or previous_hash is distinct from (select hash from consent_event where customer_id = e.customer_id and seq = e.seq - 1))`)
    ).length;

  test('each event holds the hash of the one before it; notes may be erased without breaking it', async () => {
    const { id } = await customer(server);
    const [[first], [second]] = [
      await said(id, 'GRANTED', '2026-05-01T10:00:00Z'),
      await said(id, 'WITHDRAWN', '2026-06-01T10:00:00Z'),
    ];
    expect(first).toMatchObject({ seq: 1, previous_hash: null, hash: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(second).toMatchObject({ seq: 2, previous_hash: first.hash });
    await Promise.all(Array.from({ length: 8 }, () => said(id, 'GRANTED', '2026-06-02T10:00:00Z', { channel: 'POST' })));
    const rows = await server.database.query('select seq from consent_event where customer_id = $1 order by seq', [id]);
    expect(rows.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [{ erased }] = await server.database.query('select erase_consent_notes($1) as erased', [id]);
    expect(erased).toBe(10);
    expect(await broken(id)).toBe(0);
    await server.asSuperuser(`alter table consent_event disable trigger append_only;
      update consent_event set action = 'GRANTED' where id = '${second.id}'; alter table consent_event enable trigger append_only`);
    expect(await broken(id)).toBe(1);
    await expect(
      server.asSuperuser(
        `begin; select set_config('prisme.erasing_notes', 'on', true); update consent_event set action = 'GRANTED' where seq = 2`,
      ),
    ).rejects.toThrow(/append-only/);
  });
});

test('of two records of one customer the stricter word holds, as a new event; the other record stays as it was', async () => {
  const [kept, gone] = [await customer(server), await customer(server)];
  const at = '2026-05-01T10:00:00Z';
  await said(kept.id, 'GRANTED', at);
  await said(gone.id, 'WITHDRAWN', '2026-04-01T10:00:00Z');
  await said(kept.id, 'OBJECTED', at, { channel: 'SMS' });
  await said(gone.id, 'GRANTED', at, { channel: 'SMS' });
  await said(gone.id, 'GRANTED', at, { channel: 'POST' });
  const merge = () =>
    server.database.transaction((db) => mergeConsents(server.product.system().inside(db), { fromId: gone.id, intoId: kept.id }));
  expect(await merge()).toBe(2);
  expect(await may(kept.id, 'MARKETING', 'EMAIL')).toBe('no WITHDRAWN');
  expect(await may(kept.id, 'MARKETING', 'SMS')).toBe('no OBJECTED');
  expect(await may(kept.id, 'MARKETING', 'POST')).toBe('yes CONSENT');
  expect(await may(kept.id, 'MARKETING', 'PHONE')).toBe('no NEVER_ASKED');
  expect(await may(gone.id, 'MARKETING', 'SMS')).toBe('yes CONSENT');
  // Nothing new is said the second time.
  expect(await merge()).toBe(0);
});

describe('saying no', () => {
  const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { it: withdrawConsent(input: $input) {
    consent { status expiresAt history { action seq hash expiresAt } } userErrors { path code } } }`;

  test('refusing, withdrawing and objecting are told apart; what needs no consent can’t be refused', async () => {
    const client = await person(server, 'client');
    const { id } = await customer(server);
    await member(server, client.id, id);
    const input = { customerId: id, purpose: 'MARKETING', channel: 'EMAIL', answer: 'OBJECTED' };
    const { data } = await server.ask(client, WITHDRAW, { input });
    expect(data.it).toMatchObject({ userErrors: [], consent: { status: 'OBJECTED', history: [{ action: 'OBJECTED', seq: 1 }] } });
    const [{ proof }] = await server.database.query('select proof from consent_event where customer_id = $1', [id]);
    expect(proof).toMatchObject({ ip: '127.0.0.0' });
    const needless = await server.ask(client, WITHDRAW, { input: { ...input, purpose: 'SERVICE' } });
    expect(needless.data.it.userErrors).toEqual([{ path: ['input', 'purpose'], code: 'NO_CONSENT_NEEDED' }]);
    const ours = await server.ask(staff, WITHDRAW, { input: { ...input, method: 'ONE_CLICK' } });
    expect(ours.data.it.userErrors).toEqual([{ path: ['input', 'method'], code: 'METHOD_OF_OURS' }]);
  });
});

test('a refused e-mail is written down, with who tried', async () => {
  const { id } = await customer(server, { email: `${crypto.randomUUID()}@client.example` });
  const input = { customerId: id, subject: 'Offre', body: 'Offre', purpose: 'MARKETING' };
  const { data } = await server.ask(
    staff,
    'mutation ($input: SendCustomerEmailInput!) { it: sendCustomerEmail(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(data.it.userErrors).toEqual([{ code: 'EMAIL_NEVER_ALLOWED_MARKETING' }]);
  const seen = await server.ask(
    staff,
    'query ($id: ID!) { customer(id: $id) { contactRefusals { purpose channel reason actor { id } } } }',
    { id },
  );
  expect(seen.data.customer.contactRefusals).toEqual([
    { purpose: 'MARKETING', channel: 'EMAIL', reason: 'NEVER_ASKED', actor: { id: staff.id } },
  ]);
  const client = await person(server, 'client');
  expect(codesOf(await server.ask(null, 'query ($id: ID!) { contactAnswers(customerId: $id) { allowed } }', { id }))).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(
    (await server.ask(client, 'query ($id: ID!) { contactAnswers(customerId: $id) { allowed } }', { id })).data.contactAnswers,
  ).toBeNull();
});
