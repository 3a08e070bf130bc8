import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readIban } from '../../server/features/customer/iban.rules.js';
import { mistakeInSiret, readPhone } from '../../server/features/customer/identity.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let staff: TestPerson;
let seller: TestPerson;

beforeAll(async () => {
  server = await startServer();
  [staff, seller] = [await person(server, 'staff'), await person(server, 'revendeur')];
});
afterAll(() => server.stop());

const SIRET =
  'query ($siret: String!) { validateSiret(siret: $siret) { valid error { code message } siret siren nic establishment vatNumber } }';
const CHECK = `query ($input: ValidateCustomerInput!) { validateCustomer(input: $input) {
  userErrors { path code message } siret { siren nic } phone { number country } iban } }`;
const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id iban } userErrors { path code message } } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id version } userErrors { path code } } }`;

const check = async (who: TestPerson, input: object) => (await server.ask(who, CHECK, { input })).data.validateCustomer;
const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.slice(1).join('.')} ${code}`);

describe('a SIRET', () => {
  test('says its company, its establishment and its VAT number', async () => {
    const { data } = await server.ask(staff, SIRET, { siret: '732 829 320 00074' });
    expect(data.validateSiret).toEqual({
      valid: true,
      error: null,
      siret: '73282932000074',
      siren: '732829320',
      nic: '00074',
      establishment: 7,
      vatNumber: 'FR44732829320',
    });
  });

  test.each([
    ['732829320', 'SIREN_ALONE'],
    ['7328293200', 'SIRET_LENGTH'],
    ['123 456 789 00012', 'SIRET_OF_NO_SIREN'],
    ['732 829 320 00075', 'INVALID_SIRET'],
    ['7328293200007A', 'INVALID_SIRET'],
    ['', 'SIRET_LENGTH'],
  ])('%j is wrong: %s', async (siret, code) => {
    const { data } = await server.ask(staff, SIRET, { siret });
    expect(data.validateSiret).toMatchObject({ valid: false, error: { code }, siret: null, siren: null });
  });

  test('La Poste’s establishments have a rule of their own', () => {
    expect(mistakeInSiret('356 000 000 49837')).toBeNull();
    expect(mistakeInSiret('356 000 000 49838')?.code).toBe('INVALID_SIRET');
  });
});

test.each([
  ['0692 12 34 56', '+262692123456', 'RE'],
  ['0690 12 34 56', '+590690123456', 'GP'],
  ['0696 12 34 56', '+596696123456', 'MQ'],
  ['0694 12 34 56', '+594694123456', 'GF'],
  ['0639 01 23 45', '+262639012345', 'YT'],
  ['+508 41 23 45', '+508412345', 'PM'],
  ['+687 25 12 34', '+687251234', 'NC'],
  ['+689 87 12 34 56', '+68987123456', 'PF'],
  ['+681 72 12 34', '+681721234', 'WF'],
  ['02 98 00 11 22', '+33298001122', 'FR'],
])('the phone number %s is %s, of %s', async (typed, number, country) => {
  expect((await check(staff, { phone: typed })).phone).toEqual({ number, country });
});

test('a local number of a territory that dials otherwise is not guessed at', () => {
  for (const typed of ['25 12 34', '87 12 34 56', '12']) expect(readPhone(typed)).toBeNull();
});

test.each([
  ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
  ['fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
  ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['FR76 3000 6000 0112 3456 7890 188', null],
  ['FR76 3000 6000 0112 3456 7890', null],
  ['FR76 3000 6000 0112 3456 7890 18', null],
  ['not an iban', null],
])('the IBAN %s is read as %s', (typed, iban) => {
  expect(readIban(typed)).toBe(iban);
});

test('a French IBAN whose account key is wrong is refused though its own check digits hold', () => {
  const rest = '30006000011234567890188';
  const digits = `${rest}152700`;
  const key = 98 - [...digits].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  expect(readIban(`FR${String(key).padStart(2, '0')}${rest}`)).toBeNull();
});

describe('a form, while somebody types', () => {
  test('is told what the mutation would refuse, at the same fields in the same words', async () => {
    const input = {
      kind: 'COMPANY',
      name: ' ',
      siret: '73282932000075',
      vatNumber: 'FR00303265045',
      email: 'nobody',
      phone: '12',
      website: 'not a site',
      iban: 'FR00',
    };
    const before = await server.database.query('select count(*)::int as n from audit_entry');
    const { userErrors } = await check(staff, { ...input, postalCode: '2920' });
    expect(codes(userErrors)).toContain('postalCode INVALID_POSTAL_CODE');
    expect(await server.database.query('select count(*)::int as n from audit_entry')).toEqual(before);
    const refused = (await server.ask(staff, CREATE, { input })).data.createCustomer.userErrors;
    expect(userErrors.filter(({ path }: { path: string[] }) => path[1] !== 'postalCode')).toEqual(refused);
    expect(refused).toHaveLength(7);
  });

  test('what is absent is not looked at, and all is well where nothing is wrong', async () => {
    expect(await check(staff, {})).toEqual({ userErrors: [], siret: null, phone: null, iban: null });
    const said = await check(staff, {
      siret: '73282932000074',
      vatNumber: 'FR44732829320',
      postalCode: '97400',
      iban: 'DE89370400440532013000',
    });
    expect(said).toMatchObject({ userErrors: [], siret: { siren: '732829320', nic: '00074' }, iban: 'DE89370400440532013000' });
    expect(codes((await check(staff, { postalCode: 'SW1A 1AA', country: 'GB' })).userErrors)).toEqual([]);
    expect(codes((await check(staff, { country: '??' })).userErrors)).toEqual(['country INVALID_COUNTRY']);
  });

  test('a SIRET that another has is told to who sees that other', async () => {
    const siret = '44306184100047';
    const taken = await customer(server, { siret });
    expect(codes((await check(staff, { siret })).userErrors)).toEqual(['siret SIRET_TAKEN']);
    expect(codes((await check(staff, { siret, id: taken.id })).userErrors)).toEqual([]);
    expect(codes((await check(staff, { siret, id: 'no id' })).userErrors)).toEqual(['siret SIRET_TAKEN']);
    expect(codes((await check(seller, { siret })).userErrors)).toEqual([]);
    expect(codesOf(await server.ask(null, CHECK, { input: { siret } }))).toEqual(['UNAUTHENTICATED']);
    const client = await person(server, 'client');
    expect(codesOf(await server.ask(client, SIRET, { siret }))).toEqual(['FORBIDDEN']);
  });
});

describe('rules by kind', () => {
  test('a French VAT number is the company’s own, whichever of the two is typed', async () => {
    const input = { kind: 'COMPANY', name: 'A', siret: '73282932000074', vatNumber: 'FR40303265045' };
    const refused = (await server.ask(staff, CREATE, { input })).data.createCustomer.userErrors;
    expect(codes(refused)).toEqual(['vatNumber VAT_OF_ANOTHER']);
    const { id } = await customer(server, { siret: '73282932000074' });
    const { data } = await server.ask(staff, UPDATE, { input: { id, vatNumber: 'FR40303265045' } });
    expect(codes(data.updateCustomer.userErrors)).toEqual(['vatNumber VAT_OF_ANOTHER']);
    expect(codes((await check(staff, { id, vatNumber: 'FR40303265045' })).userErrors)).toEqual(['vatNumber VAT_OF_ANOTHER']);
    expect(codes((await check(staff, { id, vatNumber: 'BE0403019261' })).userErrors)).toEqual([]);
  });

  test('what was there before the rule does not stand in the way of another change', async () => {
    const { id } = await customer(server, { siret: '35600000000048', vatNumber: 'FR40303265045' });
    const input = { id, name: 'Autre', siret: '35600000000048', vatNumber: 'FR40303265045' };
    expect((await server.ask(staff, UPDATE, { input })).data.updateCustomer.userErrors).toEqual([]);
  });

  test('a company becomes a person only without its SIRET and VAT number', async () => {
    const { id } = await customer(server, { siret: '55208131766522', vatNumber: 'FR03552081317' });
    const one = await server.ask(staff, UPDATE, { input: { id, kind: 'PERSON' } });
    expect(codes(one.data.updateCustomer.userErrors)).toEqual(['siret NOT_FOR_A_PERSON', 'vatNumber NOT_FOR_A_PERSON']);
    const two = await server.ask(staff, UPDATE, { input: { id, kind: 'PERSON', siret: null, vatNumber: null } });
    expect(two.data.updateCustomer.userErrors).toEqual([]);
  });
});

describe('bank details', () => {
  test('are kept without blanks, for who may see them, and so is their trace', async () => {
    const input = { kind: 'COMPANY', name: 'Payeur', iban: 'FR76 3000 6000 0112 3456 7890 189' };
    const { data } = await server.ask(staff, CREATE, { input });
    expect(data.createCustomer).toMatchObject({ customer: { iban: 'FR7630006000011234567890189' }, userErrors: [] });
    expect(codes((await server.ask(seller, CREATE, { input })).data.createCustomer.userErrors)).toEqual(['iban FORBIDDEN']);
    expect(codes((await check(seller, { iban: input.iban })).userErrors)).toEqual(['iban FORBIDDEN']);
  });

  test('somebody who works for us without that right leaves them as they are', async () => {
    const mine = await customer(server, { iban: 'DE89370400440532013000', resellerId: seller.id });
    const answer = await server.ask(seller, 'query ($id: ID!) { customer(id: $id) { name iban } }', { id: mine.id });
    expect(answer).toMatchObject({ data: { customer: { iban: null } }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(
      codes((await server.ask(seller, UPDATE, { input: { id: mine.id, iban: null } })).data.updateCustomer.userErrors),
    ).toEqual(['iban FORBIDDEN']);
  });
});

test('a customer deleted while somebody edits it was never found, and nothing is left of the change', async () => {
  const { id } = await customer(server);
  await server.database.query('delete from customer where id = $1', [id]);
  expect(codesOf(await server.ask(staff, UPDATE, { input: { id, version: 1, name: 'Trop tard' } }))).toEqual(['NOT_FOUND']);
  expect(codesOf(await server.ask(staff, UPDATE, { input: { id: randomUUID(), name: 'Trop tard' } }))).toEqual(['NOT_FOUND']);
});
