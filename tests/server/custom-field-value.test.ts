import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CustomFieldSubject } from '../../server/features/custom-field/custom-field.entity.js';
import { CustomerKind } from '../../server/features/customer/customer.entity.js';
import { person, type TestPerson } from '../support/as.js';
import { CUSTOM_VALUES, fieldsOfAllKinds, fillIn, retireChoice, saveCustomer } from '../support/custom-field.js';
import { customField } from '../support/factories/custom-field.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { type Answer, type Asker, codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let [staff, manager, admin, seller, client] = [] as unknown as TestPerson[];

beforeAll(async () => {
  server = await startServer();
  [staff, manager, admin] = [await person(server, 'staff'), await person(server, 'manager'), await person(server, 'admin')];
  [seller, client] = [await person(server, 'revendeur'), await person(server, 'client')];
});
afterAll(() => server.stop());

const act = (asker: Asker | null, field: 'createCustomer' | 'updateCustomer', input: object) =>
  saveCustomer(server, asker, field, input);
const set = (asker: Asker | null, id: string, values: Record<string, string | null>, more: object = {}) =>
  fillIn(server, asker, id, values, more);
const fields = () => fieldsOfAllKinds(server);
const errorsIn = ({ data }: Answer) =>
  Object.fromEntries(
    data.it.userErrors.map(({ path, code }: { path: string[]; code: string }) => [path.slice(1).join('.'), code]),
  );
const valuesOf = (id: string) =>
  server.database.query(
    `select f.key, v.text, v.number, v.date::text, v.choice_id from custom_field_value v join custom_field f on f.id = v.field_id
     where customer_id = $1 order by f.key`,
    [id],
  );
const everything = async () =>
  JSON.stringify(
    await server.database.query(`select (select json_agg(v order by id) from custom_field_value v) as values,
      (select json_agg(c order by id) from customer c) as customers`),
  );

describe('what custom fields say of a customer', () => {
  test('is kept by its kind, read back, and in the history; the record moves on', async () => {
    const { text, number, date, choice } = await fields();
    const made = await act(staff, 'createCustomer', {
      kind: 'COMPANY',
      name: 'Froid',
      customFields: [
        { key: text.key, value: ' مدخل من جهة الرصيف ' },
        { key: number.key, value: '1 234,5' },
        { key: choice.key, value: 'r-404a (EN)' },
      ],
    });
    expect(made.data.it.userErrors).toEqual([]);
    const { id } = made.data.it.customer;
    expect(made.data.it.customer.customFields).toEqual(
      expect.arrayContaining([
        {
          fieldId: text.id,
          text: 'مدخل من جهة الرصيف',
          number: null,
          date: null,
          choiceId: null,
          field: expect.anything(),
          choice: null,
        },
        expect.objectContaining({ fieldId: number.id, number: 1234.5 }),
        expect.objectContaining({ choiceId: choice.ids['R-404A'], choice: { label: 'R-404A', retired: false } }),
      ]),
    );
    const changed = await set(staff, id, { [date.key]: '2027-02-28', [number.key]: null, [text.key]: 'مدخل من جهة الرصيف' });
    expect(changed.data.it.customer.version).toBe(2);
    expect(await valuesOf(id)).toHaveLength(3);
    const same = await set(staff, id, { [date.key]: '2027-02-28', [choice.key]: choice.ids['R-404A'] });
    expect(same.data.it.customer.version).toBe(2);
    const { data } = await server.ask(
      staff,
      'query ($id: ID!) { customer(id: $id) { history(first: 10) { nodes { action changes { property before after hidden } } } } }',
      { id },
    );
    const update = data.customer.history.nodes.find(
      ({ action, changes }: { action: string; changes: object[] }) => action === 'customer.update' && changes.length > 0,
    );
    expect(update.changes).toEqual(
      expect.arrayContaining([
        { property: `customFields.${date.key}`, before: null, after: '2027-02-28', hidden: false },
        { property: `customFields.${number.key}`, before: '1234.5', after: null, hidden: false },
      ]),
    );
    expect(update.changes).toHaveLength(2);
  });

  test('a retired choice stays where it is, and is not given again', async () => {
    const { choice } = await fields();
    const [a, b] = [await customer(server), await customer(server)];
    await set(staff, a.id, { [choice.key]: 'R-404A' });
    await retireChoice(server, choice.ids['R-404A']);
    expect(errorsIn(await set(staff, a.id, { [choice.key]: choice.ids['R-404A'] }, { website: 'https://a.example' }))).toEqual(
      {},
    );
    expect(errorsIn(await set(staff, b.id, { [choice.key]: 'R-404A' }))).toEqual({
      [`customFields.${choice.key}`]: 'CHOICE_RETIRED',
    });
    expect(await valuesOf(b.id)).toEqual([]);
  });

  test('every mistake is told at its field while one types, and when it is sent; nothing changes', async () => {
    const { text, number, date, choice } = await fields();
    const person = await customField(server, { appliesTo: CustomFieldSubject.PERSON });
    const gone = await customField(server, { archived: true });
    const { id } = await customer(server);
    const before = await everything();
    const typed = {
      [text.key]: 'x'.repeat(501),
      [number.key]: 'douze',
      [date.key]: '2027-02-30',
      [choice.key]: 'Ammoniac',
      [person.key]: 'x',
      [gone.key]: 'x',
      nothing: 'x',
    };
    const codes = {
      [text.key]: 'TOO_LONG',
      [number.key]: 'INVALID_NUMBER',
      [date.key]: 'INVALID_DAY',
      [choice.key]: 'UNKNOWN_CHOICE',
      [person.key]: 'FIELD_NOT_FOR_KIND',
      [gone.key]: 'UNKNOWN_CUSTOM_FIELD',
      nothing: 'UNKNOWN_CUSTOM_FIELD',
    };
    const told = Object.fromEntries(Object.entries(codes).map(([key, code]) => [`customFields.${key}`, code]));
    expect(errorsIn(await set(staff, id, typed))).toEqual(told);
    const customFields = Object.entries(typed).map(([key, value]) => ({ key, value }));
    const live = await server.ask(
      staff,
      'query ($input: ValidateCustomerInput!) { it: validateCustomer(input: $input) { userErrors { path code } } }',
      { input: { id, customFields } },
    );
    expect(errorsIn(live)).toEqual(told);
    const twice = [1, 2].map((value) => ({ key: text.key, value: String(value) }));
    expect(errorsIn(await act(staff, 'updateCustomer', { id, customFields: twice }))).toEqual({
      [`customFields.${text.key}`]: 'GIVEN_TWICE',
    });
    expect(errorsIn(await set(staff, id, { [text.key]: 'a\u0007b' }))).toEqual({
      [`customFields.${text.key}`]: 'CONTROL_CHARACTER',
    });
    expect(errorsIn(await set(staff, id, { [text.key]: 'a\0b' }))).toEqual({ 'customFields.0.value': 'CONTROL_CHARACTER' });
    expect(await everything()).toBe(before);
  });

  test('of two people who change them at once, the second is told', async () => {
    const { text } = await fields();
    const { id, version } = await customer(server);
    const answers = await Promise.all(['un', 'deux'].map((word) => set(staff, id, { [text.key]: word }, { version })));
    expect(answers.map((one) => codesOf(one)?.[0] ?? 'saved').sort()).toEqual(['CONFLICT', 'saved']);
    expect((await valuesOf(id)).length).toBe(1);
    const [{ version: after }] = await server.database.query('select version from customer where id = $1', [id]);
    expect(after).toBe(version + 1);
  });

  test('what forms insist on is there for who fills it in, and not emptied', async () => {
    const { id: fieldId, key } = await customField(server, { required: true, appliesTo: CustomFieldSubject.COMPANY });
    try {
      const input = { kind: 'COMPANY', name: 'Sans' };
      expect(errorsIn(await act(staff, 'createCustomer', input))).toEqual({ [`customFields.${key}`]: 'BLANK' });
      expect(errorsIn(await act(staff, 'createCustomer', { ...input, kind: 'PERSON' }))).toEqual({});
      expect(errorsIn(await act(seller, 'createCustomer', input))).toEqual({});
      const { id } = await customer(server);
      expect(errorsIn(await act(staff, 'updateCustomer', { id, website: 'https://b.example' }))).toEqual({});
      expect(errorsIn(await set(staff, id, { [key]: ' ' }))).toEqual({ [`customFields.${key}`]: 'BLANK' });
    } finally {
      await server.database.query('update custom_field set required = false where id = $1', [fieldId]);
    }
  });

  test('who becomes a person loses what is asked of companies, and the trail says what it was', async () => {
    const { text } = await fields();
    const company = await customField(server, { appliesTo: CustomFieldSubject.COMPANY });
    const { id } = await customer(server);
    await set(staff, id, { [text.key]: 'reste', [company.key]: 'part' });
    expect(errorsIn(await act(staff, 'updateCustomer', { id, kind: 'PERSON' }))).toEqual({});
    expect((await valuesOf(id)).map((one: { key: string }) => one.key)).toEqual([text.key]);
    const [{ changes }] = await server.database.query(
      'select changes from audit_entry where subject_id = $1 order by id desc limit 1',
      [id],
    );
    expect(changes[`customFields.${company.key}`]).toEqual(['part', null]);
  });
});

describe('who', () => {
  test('a reseller reads those of their own customers and writes none; the customer sees nothing of it', async () => {
    const { text } = await fields();
    const own = await customer(server, { resellerId: seller.id });
    const other = await customer(server);
    await member(server, client.id, own.id);
    for (const { id } of [own, other]) await set(staff, id, { [text.key]: 'vu' });
    const query = `query ($id: ID!) { customer(id: $id) { id ${CUSTOM_VALUES} } }`;
    expect((await server.ask(seller, query, { id: own.id })).data.customer.customFields).toMatchObject([{ text: 'vu' }]);
    expect((await server.ask(seller, query, { id: other.id })).data.customer).toBeNull();
    const asClient = await server.ask(client, query, { id: own.id });
    expect([asClient.data.customer.customFields, codesOf(asClient)]).toEqual([null, ['FORBIDDEN']]);
    const before = await everything();
    expect(errorsIn(await set(seller, own.id, { [text.key]: 'x' }))).toEqual({ customFields: 'FORBIDDEN' });
    expect(codesOf(await set(seller, other.id, { [text.key]: 'x' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await set(client, own.id, { [text.key]: 'x' }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await set(null, own.id, { [text.key]: 'x' }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await set(staff, randomUUID(), { [text.key]: 'x' }))).toEqual(['NOT_FOUND']);
    expect(await everything()).toBe(before);
  });
});

test('a copy has them when asked for; a customer who goes takes them along', async () => {
  const { text, choice } = await fields();
  const gone = await customField(server);
  const { id } = await customer(server, { name: 'Original', kind: CustomerKind.COMPANY });
  await set(staff, id, { [text.key]: 'vu', [choice.key]: 'Propane', [gone.key]: 'x' });
  await server.database.query('update custom_field set archived = true where id = $1', [gone.id]);
  const copy = async (parts: string[]) =>
    (
      await server.ask(
        manager,
        'mutation ($input: DuplicateCustomerInput!) { it: duplicateCustomer(input: $input) { customer { id } userErrors { code } } }',
        { input: { id, name: 'Copie', parts } },
      )
    ).data.it.customer.id;
  expect(await valuesOf(await copy(['TAGS']))).toEqual([]);
  const copied = await copy(['CUSTOM_FIELDS']);
  expect((await valuesOf(copied)).map((one: { key: string }) => one.key)).toEqual([text.key, choice.key].sort());
  const { data } = await server.ask(
    admin,
    'mutation ($input: DeleteCustomerInput!) { it: deleteCustomer(input: $input) { deletedId userErrors { code } } }',
    { input: { id, name: 'Original' } },
  );
  expect(data.it).toEqual({ deletedId: id, userErrors: [] });
  expect(await valuesOf(id)).toEqual([]);
});
