import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expireConsents, remindRenewals } from '../../server/features/preference/renewal.service.js';
import { person, type TestPerson } from '../support/as.js';
import { ended, fetched } from '../support/export.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let manager: TestPerson;
let boss: TestPerson;

beforeAll(async () => {
  server = await startServer({ jobs: true });
  [staff, manager, boss] = [await person(server, 'staff'), await person(server, 'manager'), await person(server, 'superadmin')];
});
afterAll(() => server.stop());

const said = (id: string, action: string, ago: string, { purpose = 'MARKETING', channel = 'EMAIL', method = 'PAPER' } = {}) =>
  server.database.query(
    `insert into consent_event (customer_id, purpose, channel, action, method, note, at) values ($1, $2, $3, $4, $5, 'Salon, stand 12', now() - $6::interval)`,
    [id, purpose, channel, action, method, ago],
  );
const REGISTER = `query ($filter: ConsentRegisterFilter) { it: consentRegister(first: 50, filter: $filter) {
  totalCount nodes { action purpose channel method hash proof customer { id } text { sha256 } } } }`;
const register = async (filter: object, asker: Asker | null = staff) => server.ask(asker, REGISTER, { filter });
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]));
const statusOf = async (id: string) =>
  (
    await server.database.query(
      `select status from consent where customer_id = $1 and purpose = 'MARKETING' and channel = 'EMAIL'`,
      [id],
    )
  )[0].status;

describe('the register', () => {
  test('is searched by customer, and filtered by what was said, how, when, and what ends soon', async () => {
    const name = `Ateliers ${crypto.randomUUID()}`;
    const one = await customer(server, { name });
    await said(one.id, 'GRANTED', '35 months 20 days');
    await said(one.id, 'GRANTED', '2 days', { channel: 'SMS', method: 'PHONE' });
    await said(one.id, 'WITHDRAWN', '1 day', { channel: 'SMS', method: 'PHONE' });
    const search = name.toUpperCase();
    const all = await register({ search });
    expect(all.data.it.totalCount).toBe(3);
    expect(all.data.it.nodes[0]).toMatchObject({ action: 'WITHDRAWN', customer: { id: one.id }, proof: '{}' });
    const found = async (filter: object) =>
      (await register({ search, ...filter })).data.it.nodes.map(
        ({ action, channel }: Record<string, string>) => `${action} ${channel}`,
      );
    expect(await found({ action: 'GRANTED' })).toEqual(['GRANTED SMS', 'GRANTED EMAIL']);
    expect(await found({ method: 'PAPER' })).toEqual(['GRANTED EMAIL']);
    expect(await found({ channel: 'SMS', to: new Date(Date.now() - 36 * 3_600_000).toISOString() })).toEqual(['GRANTED SMS']);
    expect(await found({ from: new Date(Date.now() - 36 * 3_600_000).toISOString() })).toEqual(['WITHDRAWN SMS']);
    expect(await found({ expiringInDays: 30 })).toEqual(['GRANTED EMAIL']);
    // Taken back since, it no longer ends.
    await said(one.id, 'WITHDRAWN', '1 hour');
    expect(await found({ expiringInDays: 30 })).toEqual([]);
  });

  test('is ours alone', async () => {
    expect(codesOf(await register({}, null))).toEqual(['UNAUTHENTICATED']);
    for (const role of ['client', 'prestataire', 'revendeur'])
      expect(codesOf(await register({}, await person(server, role)))).toEqual(['FORBIDDEN']);
  });

  test('is exported with what proves each entry, by those who may', async () => {
    const one = await customer(server, { name: '=HYPERLINK("x")' });
    await said(one.id, 'GRANTED', '1 day');
    const EXPORT = `mutation ($input: ExportConsentsInput!) { it: exportConsents(input: $input) { exportRun { id kind } userErrors { path code } } }`;
    const ask = (asker: Asker | null, format: string) =>
      server.ask(asker, EXPORT, { input: { format, filter: { customerId: one.id } } });
    expect(codesOf(await ask(staff, 'CSV'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(null, 'CSV'))).toEqual(['UNAUTHENTICATED']);
    expect(errorsIn(await ask(manager, 'PDF'))).toEqual({ 'input.format': 'PDF_OF_ONE' });
    const { data } = await ask(manager, 'CSV');
    const run = await ended(server, manager, data.it.exportRun.id);
    expect(run).toMatchObject({ kind: 'CONSENTS', status: 'DONE', totalRows: 1 });
    const file = await fetched(server, run.downloadUrl);
    const text = file.bytes.toString();
    const [{ hash }] = await server.database.query('select hash from consent_event where customer_id = $1', [one.id]);
    expect(text).toContain(hash);
    expect(text).toContain('Salon, stand 12');
    expect(text).toContain(one.reference);
    // A cell that begins like a formula is none.
    expect(text).not.toMatch(/[;,"]=HYPERLINK/);
  });
});

describe('purposes', () => {
  const purposes = async () =>
    (
      await server.ask(
        boss,
        '{ contactPurposes { id code version personBasis companyBasis channels audience retentionMonths renewalMonths doubleOptIn active viewerCan { update } } }',
      )
    ).data.contactPurposes;
  const UPDATE = `mutation ($input: UpdateContactPurposeInput!) { it: updateContactPurpose(input: $input) { contactPurpose { version renewalMonths } userErrors { path code } } }`;
  const fieldsOf = ({ code: _, viewerCan: __, ...fields }: Record<string, unknown>) => fields;
  const named = async (code: string) => (await purposes()).find((one: { code: string }) => one.code === code);

  test('a superadmin changes what holds from now on; what was agreed keeps its end', async () => {
    const one = await customer(server);
    await said(one.id, 'GRANTED', '1 day', { purpose: 'SATISFACTION' });
    const endOf = async () =>
      (await server.database.query('select max(expires_at) as it from consent_event where customer_id = $1', [one.id]))[0].it;
    const before = await endOf();
    const purpose = await named('SATISFACTION');
    const input = { ...fieldsOf(purpose), renewalMonths: 12 };
    expect(codesOf(await server.ask(staff, UPDATE, { input }))).toEqual(['FORBIDDEN']);
    expect((await server.ask(boss, UPDATE, { input })).data.it).toMatchObject({
      userErrors: [],
      contactPurpose: { version: purpose.version + 1, renewalMonths: 12 },
    });
    expect(codesOf(await server.ask(boss, UPDATE, { input }))).toEqual(['CONFLICT']);
    expect(await endOf()).toEqual(before);
    expect(codesOf(await server.ask(boss, UPDATE, { input: { ...input, id: crypto.randomUUID() } }))).toEqual(['NOT_FOUND']);
  });

  test('the law is not settled: offers to people need their word, what we owe can’t be switched off', async () => {
    const [marketing, service] = [await named('MARKETING'), await named('SERVICE')];
    const wrong = async (purpose: object, more: object) =>
      errorsIn(await server.ask(boss, UPDATE, { input: { ...fieldsOf(purpose as Record<string, unknown>), ...more } }));
    expect(await wrong(marketing, { personBasis: 'LEGITIMATE_INTEREST' })).toEqual({
      'input.personBasis': 'PROSPECTING_NEEDS_CONSENT',
    });
    expect(await wrong(marketing, { companyBasis: 'CONTRACT', channels: [] })).toEqual({
      'input.companyBasis': 'BASIS_DOES_NOT_FIT',
      'input.channels': 'NOTHING',
    });
    expect(await wrong(service, { active: false, personBasis: 'CONSENT' })).toEqual({
      'input.personBasis': 'BASIS_DOES_NOT_FIT',
      'input.active': 'PURPOSE_NECESSARY',
    });
    expect(await wrong(marketing, { renewalMonths: 0 })).toEqual({ 'input.renewalMonths': 'TOO_SMALL' });
    expect((await named('MARKETING')).version).toBe(marketing.version);
  });

  test('a new text is a new version in both languages; who agreed before agreed to the one before', async () => {
    const PUBLISH = `mutation ($input: PublishConsentTextInput!) { it: publishConsentText(input: $input) { consentTexts { version locale sha256 validFrom validTo } userErrors { path code } } }`;
    const input = {
      purpose: 'PARTNERS',
      fr: 'J’accepte les offres des partenaires nommés sur la page.',
      en: 'I agree to offers of the partners named on the page.',
    };
    expect(codesOf(await server.ask(staff, PUBLISH, { input }))).toEqual(['FORBIDDEN']);
    expect(errorsIn(await server.ask(boss, PUBLISH, { input: { ...input, purpose: 'SERVICE' } }))).toEqual({
      'input.purpose': 'NO_CONSENT_NEEDED',
    });
    expect(errorsIn(await server.ask(boss, PUBLISH, { input: { ...input, en: 'Yes' } }))).toEqual({ 'input.en': 'TOO_SHORT' });
    const { data } = await server.ask(boss, PUBLISH, { input });
    expect(data.it.userErrors).toEqual([]);
    expect(data.it.consentTexts).toEqual(
      ['fr', 'en'].map((locale) =>
        expect.objectContaining({ version: 2, locale, validTo: null, sha256: expect.stringMatching(/^[\da-f]{64}$/) }),
      ),
    );
    expect(errorsIn(await server.ask(boss, PUBLISH, { input }))).toEqual({ 'input.fr': 'SAME_TEXT' });
    const texts = (await server.ask(boss, '{ consentTexts { purpose version validTo } }')).data.consentTexts.filter(
      ({ purpose }: { purpose: string }) => purpose === 'PARTNERS',
    );
    expect(texts.map(({ version, validTo }: { version: number; validTo: string | null }) => [version, validTo !== null])).toEqual(
      [
        [2, false],
        [2, false],
        [1, true],
        [1, true],
      ],
    );
    const both = await Promise.all(
      ['A', 'B'].map((mark) => server.ask(boss, PUBLISH, { input: { ...input, fr: `${input.fr} ${mark}` } })),
    );
    expect(both.map(({ data: answer }) => answer.it.consentTexts[0].version).sort()).toEqual([3, 4]);
  });
});

describe('the end of an agreement', () => {
  test('is written down once, at the moment it ended, and not where it was given again', async () => {
    const [one, again] = [await customer(server), await customer(server)];
    await said(one.id, 'GRANTED', '37 months');
    await said(again.id, 'GRANTED', '37 months');
    await said(again.id, 'GRANTED', '1 day');
    expect(await statusOf(one.id)).toBe('EXPIRED');
    await expireConsents(server.product.system());
    await expireConsents(server.product.system());
    const events = await server.database.query(
      `select customer_id, action, method, at, expires_at from consent_event where customer_id = any($1) order by seq`,
      [[one.id, again.id]],
    );
    expect(events.filter(({ customer_id }: { customer_id: string }) => customer_id === again.id)).toHaveLength(2);
    const [given, over, ...more] = events.filter(({ customer_id }: { customer_id: string }) => customer_id === one.id);
    expect(more).toEqual([]);
    expect(over).toMatchObject({ action: 'EXPIRED', method: 'SYSTEM', at: given.expires_at });
    expect([await statusOf(one.id), await statusOf(again.id)]).toEqual(['EXPIRED', 'GRANTED']);
  });

  test('is announced once by e-mail a month before, while e-mails are allowed', async () => {
    const reachable = () => customer(server, { email: `${crypto.randomUUID()}@client.example` });
    const [soon, later, silent] = [await reachable(), await reachable(), await customer(server)];
    await said(soon.id, 'GRANTED', '35 months 10 days');
    await said(later.id, 'GRANTED', '30 months');
    await said(silent.id, 'GRANTED', '35 months 10 days');
    await remindRenewals(server.product.system());
    await remindRenewals(server.product.system());
    const mails = await server.database.query(`select customer_id, purpose, text from mail where customer_id = any($1)`, [
      [soon.id, later.id, silent.id],
    ]);
    expect(mails).toEqual([expect.objectContaining({ customer_id: soon.id, purpose: 'MARKETING' })]);
    expect(mails[0].text).toContain('/client/preferences');
  });
});
