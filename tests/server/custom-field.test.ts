import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNumber } from '../../server/features/custom-field/field-text.rules.js';
import { person, type TestPerson } from '../support/as.js';
import { customField } from '../support/factories/custom-field.factory.js';
import { customer } from '../support/factories/customer.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let [superadmin, admin, seller, client] = [] as unknown as TestPerson[];

beforeAll(async () => {
  server = await startServer();
  superadmin = await person(server, 'superadmin');
  [admin, seller, client] = [await person(server, 'admin'), await person(server, 'revendeur'), await person(server, 'client')];
});
afterAll(() => server.stop());

const FIELD = `id key kind appliesTo required label labelFr labelEn help archived position version customerCount
  choices { id label labelFr labelEn position retired } viewerCan { update }`;
async function act(asker: Asker | null, field: string, input: object): Promise<Answer> {
  const got = field === 'orderCustomFields' ? `customFields { ${FIELD} }` : `customField { ${FIELD} }`;
  const type = `${field[0].toUpperCase()}${field.slice(1)}Input`;
  return server.ask(
    asker,
    `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${got} userErrors { path code message } } }`,
    { input },
  );
}
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(
    data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.slice(1).join('.'), code]),
  );
const everything = async () =>
  JSON.stringify(
    await server.database.query(`select (select json_agg(f order by id) from custom_field f) as fields,
      (select json_agg(c order by id) from custom_field_choice c) as choices, (select json_agg(v order by id) from custom_field_value v) as values`),
  );
const newKey = () => `k${randomUUID().slice(0, 8)}`;
const choice = (labelFr: string, more: object = {}) => ({ labelFr, labelEn: `${labelFr} (en)`, ...more });
const plain = () => ({ key: newKey(), kind: 'TEXT', labelFr: 'Accès', labelEn: 'Getting in' });

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['-3,5', -3.5],
    ['1 234,5', 1234.5],
    ['1\u202f234.5', 1234.5],
    ['1,234,567.5', 1_234_567.5],
    ['\u22124', -4],
    ['+0.000001', 0.000001],
    ['999999999999', 999_999_999_999],
    ['1e3', null],
    ['0x10', null],
    ['NaN', null],
    ['12 €', null],
    ['1.234.567', null],
    ['1234567890123', null],
    ['123456789012.1234', null],
    ['0.1234567', null],
    ['١٢', null],
  ])('%s is %s', (typed, number) => expect(readNumber(typed)).toBe(number));
});

describe('a field', () => {
  test('is made, changed, put away and brought back; the trail says so', async () => {
    const key = newKey();
    const input = {
      key,
      kind: 'CHOICE',
      labelFr: ' Fluide ',
      labelEn: 'Refrigerant',
      helpFr: 'Le principal',
      appliesTo: 'COMPANY',
    };
    const made = await act(superadmin, 'createCustomField', { ...input, choices: [choice('CO₂'), choice('R-404A')] });
    expect(made.data.it).toEqual({
      customField: {
        id: expect.any(String),
        key,
        kind: 'CHOICE',
        appliesTo: 'COMPANY',
        required: false,
        label: 'Fluide',
        labelFr: 'Fluide',
        labelEn: 'Refrigerant',
        help: 'Le principal',
        archived: false,
        position: expect.any(Number),
        version: 1,
        customerCount: 0,
        choices: [
          { id: expect.any(String), label: 'CO₂', labelFr: 'CO₂', labelEn: 'CO₂ (en)', position: 0, retired: false },
          { id: expect.any(String), label: 'R-404A', labelFr: 'R-404A', labelEn: 'R-404A (en)', position: 1, retired: false },
        ],
        viewerCan: { update: true },
      },
      userErrors: [],
    });
    const { id, version, choices } = made.data.it.customField;
    const [co2, old] = choices;
    const wanted = [choice('R-404A', { id: old.id, retired: true }), choice('CO₂', { id: co2.id }), choice('Propane')];
    const changed = await act(superadmin, 'updateCustomField', { id, version, helpFr: null, required: true, choices: wanted });
    expect(changed.data.it.customField).toMatchObject({ help: null, required: true, version: 2 });
    expect(
      changed.data.it.customField.choices.map((one: { label: string; retired: boolean }) => [one.label, one.retired]),
    ).toEqual([
      ['R-404A', true],
      ['CO₂', false],
      ['Propane', false],
    ]);
    const away = await act(superadmin, 'archiveCustomField', { id, archived: true });
    expect(away.data.it.customField).toMatchObject({ archived: true, version: 3 });
    const listed = async (archived: boolean) =>
      (await server.ask(seller, `{ customFields(archived: ${archived}) { id } }`)).data.customFields.map(
        (one: { id: string }) => one.id,
      );
    expect(await listed(false)).not.toContain(id);
    expect(await listed(true)).toContain(id);
    expect((await act(superadmin, 'archiveCustomField', { id, archived: false })).data.it.customField.archived).toBe(false);
    const trail = await server.database.query('select action, changes from audit_entry where subject_id = $1 order by id', [id]);
    expect(trail.map((entry: { action: string }) => entry.action)).toEqual(
      ['create', 'update', 'archive', 'restore'].map((verb) => `customField.${verb}`),
    );
    expect(trail[1].changes).toEqual({
      helpFr: ['Le principal', null],
      required: [false, true],
      choices: [
        ['CO₂', 'R-404A'],
        ['(R-404A)', 'CO₂', 'Propane'],
      ],
    });
  });

  test('is read in the reader’s language, by staff and resellers alone', async () => {
    const { id } = await customField(server, { labelFr: 'Puissance', labelEn: 'Power' });
    const query = '{ customFields { id label } }';
    const { data } = await server.ask({ ...seller, headers: { 'accept-language': 'en' } } as never, query);
    expect(data.customFields.find((one: { id: string }) => one.id === id).label).toMatch(/^(Power|Puissance)$/);
    for (const asker of [client, await person(server, 'prestataire')])
      expect(codesOf(await server.ask(asker, query))).toEqual(['FORBIDDEN']);
    expect(codesOf(await server.ask(null, query))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await server.ask(seller, '{ customFields { customerCount } }'))).toContain('FORBIDDEN');
  });

  test('stands where it is put, whoever moves others at once', async () => {
    const made = [await customField(server), await customField(server), await customField(server)];
    const ids = made.map(({ id }) => id);
    const there = async () =>
      (await server.ask(superadmin, '{ customFields { id } }')).data.customFields
        .map((one: { id: string }) => one.id)
        .filter((id: string) => ids.includes(id));
    await act(superadmin, 'orderCustomFields', { ids: [ids[2], ids[0]] });
    expect(await there()).toEqual([ids[2], ids[0], ids[1]]);
    await Promise.all([
      act(superadmin, 'orderCustomFields', { ids }),
      act(superadmin, 'orderCustomFields', { ids }),
      act(superadmin, 'createCustomField', plain()),
    ]);
    expect(await there()).toEqual(ids);
    const places = await server.database.query('select position from custom_field order by position');
    expect(new Set(places.map((one: { position: number }) => one.position)).size).toBe(places.length);
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    [{ key: 'Surface' }, { key: 'INVALID_FIELD_KEY' }],
    [{ key: '2x' }, { key: 'INVALID_FIELD_KEY' }],
    [{ key: 'é' }, { key: 'INVALID_FIELD_KEY' }],
    [{ key: '' }, { key: 'BLANK' }],
    [{ labelFr: ' ' }, { labelFr: 'BLANK' }],
    [{ labelEn: '\u0007x' }, { labelEn: 'CONTROL_CHARACTER' }],
    [{ labelFr: 'x'.repeat(101) }, { labelFr: 'TOO_LONG' }],
    [{ choices: [choice('x')] }, { choices: 'CHOICES_OF_A_CHOICE' }],
    [{ kind: 'CHOICE' }, { choices: 'NO_CHOICE_LEFT' }],
    [{ kind: 'CHOICE', choices: [choice('x', { retired: true })] }, { choices: 'NO_CHOICE_LEFT' }],
    [
      { kind: 'CHOICE', choices: [choice('CO₂'), choice(' co2 ')] },
      { 'choices.1.labelFr': 'CHOICE_TWICE', 'choices.1.labelEn': 'CHOICE_TWICE' },
    ],
    [{ kind: 'CHOICE', choices: [choice('x', { id: randomUUID() })] }, { 'choices.0.id': 'UNKNOWN_CHOICE' }],
  ])('%o', async (fields, codes) => {
    const before = await everything();
    const answer = await act(superadmin, 'createCustomField', { ...plain(), ...fields });
    expect(errorsIn(answer)).toEqual(codes);
    expect(await everything()).toBe(before);
  });

  test('a key that another field has, also where two make it at once', async () => {
    const input = plain();
    const answers = await Promise.all([1, 2, 3].map(() => act(superadmin, 'createCustomField', input)));
    expect(answers.map((one) => errorsIn(one).key ?? 'made').sort()).toEqual(['FIELD_KEY_TAKEN', 'FIELD_KEY_TAKEN', 'made']);
  });

  test('without the permission, signed out, or of a field that is not there', async () => {
    const { id } = await customField(server);
    const before = await everything();
    for (const [field, input] of [
      ['createCustomField', plain()],
      ['updateCustomField', { id, labelFr: 'x' }],
      ['archiveCustomField', { id, archived: true }],
      ['orderCustomFields', { ids: [id] }],
    ] as const) {
      for (const asker of [admin, seller, client]) expect(codesOf(await act(asker, field, input))).toEqual(['FORBIDDEN']);
      expect(codesOf(await act(null, field, input))).toEqual(['UNAUTHENTICATED']);
    }
    for (const unknown of [randomUUID(), 'x'])
      expect(codesOf(await act(superadmin, 'updateCustomField', { id: unknown }))).toEqual(['NOT_FOUND']);
    expect(await everything()).toBe(before);
  });

  test('a change of what somebody else changed meanwhile', async () => {
    const { id, version } = await customField(server);
    await act(superadmin, 'updateCustomField', { id, version, labelFr: 'Premier' });
    expect(codesOf(await act(superadmin, 'updateCustomField', { id, version, labelFr: 'Second' }))).toEqual(['CONFLICT']);
    const [{ label_fr }] = await server.database.query('select label_fr from custom_field where id = $1', [id]);
    expect(label_fr).toBe('Premier');
  });

  test('a choice that customers have is retired, not deleted; a field of theirs is not narrowed down', async () => {
    const { id, ids } = await customField(server, {}, ['Neuf', 'Ancien']);
    const { id: customerId } = await customer(server, { kind: 'PERSON' as never });
    await server.database.query('insert into custom_field_value (customer_id, field_id, choice_id) values ($1, $2, $3)', [
      customerId,
      id,
      ids.Ancien,
    ]);
    const before = await everything();
    const left = [choice('Neuf', { id: ids.Neuf })];
    const answer = await act(superadmin, 'updateCustomField', { id, choices: left });
    expect(errorsIn(answer)).toEqual({ choices: 'CHOICE_IN_USE' });
    expect(answer.data.it.userErrors[0].message).toContain('Ancien');
    expect(errorsIn(await act(superadmin, 'updateCustomField', { id, appliesTo: 'COMPANY' }))).toEqual({
      appliesTo: 'FIELD_IN_USE',
    });
    expect(await everything()).toBe(before);
    const retired = await act(superadmin, 'updateCustomField', {
      id,
      choices: [...left, choice('Ancien', { id: ids.Ancien, retired: true })],
    });
    expect(retired.data.it.userErrors).toEqual([]);
    expect(retired.data.it.customField.customerCount).toBe(1);
  });
});
