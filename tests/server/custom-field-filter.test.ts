import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, type TestPerson } from '../support/as.js';
import { fieldsOfAllKinds, fillIn, retireChoice } from '../support/custom-field.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { type Asker, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let [staff, manager, client] = [] as unknown as TestPerson[];

beforeAll(async () => {
  server = await startServer();
  [staff, manager, client] = [await person(server, 'staff'), await person(server, 'manager'), await person(server, 'client')];
});
afterAll(() => server.stop());

const set = (id: string, values: Record<string, string>) => fillIn(server, staff, id, values);

const LIST = 'query ($filter: CustomerFilter) { customers(first: 100, filter: $filter) { totalCount nodes { name } } }';
async function found(asker: Asker, ...customFields: object[]): Promise<string[]> {
  const { data, errors } = await server.ask(asker, LIST, { filter: { customFields } });
  expect(errors).toBeUndefined();
  expect(data.customers.totalCount).toBe(data.customers.nodes.length);
  return data.customers.nodes.map(({ name }: { name: string }) => name).sort();
}

describe('a list', () => {
  test('is filtered by any field, several at once, in one statement', async () => {
    const { text, number, date, choice } = await fieldsOfAllKinds(server);
    const rows: Record<string, Record<string, string>> = {
      A: { [text.key]: 'Portail côté QUAI, 100 %', [number.key]: '10', [date.key]: '2027-01-01', [choice.key]: 'Propane' },
      B: { [text.key]: 'quai', [number.key]: '20.5', [date.key]: '2027-06-30' },
      C: { [choice.key]: 'R-404A', [number.key]: '-3' },
      D: {},
    };
    const tag = randomUUID();
    for (const [name, values] of Object.entries(rows)) {
      const { id } = await customer(server, { name, tags: [tag] });
      await set(id, values);
    }
    await retireChoice(server, choice.ids['R-404A']);
    const only = async (...customFields: object[]) => {
      const { data } = await server.ask(staff, LIST, { filter: { tags: [tag], customFields } });
      return data.customers.nodes
        .map(({ name }: { name: string }) => name)
        .sort()
        .join('');
    };
    expect(await only({ key: text.key, contains: 'côté quai' })).toBe('A');
    expect(await only({ key: text.key, contains: 'COTE' })).toBe('A');
    expect(await only({ key: text.key, contains: '100 %' })).toBe('A');
    expect(await only({ key: text.key, contains: '%' })).toBe('A');
    expect(await only({ key: text.key, equals: 'Quai' })).toBe('B');
    expect(await only({ key: number.key, from: 10, to: 20.5 })).toBe('AB');
    expect(await only({ key: number.key, to: 0 })).toBe('C');
    expect(await only({ key: date.key, since: '2027-01-02' })).toBe('B');
    expect(await only({ key: date.key, since: '2027-01-01', until: '2027-06-30' })).toBe('AB');
    expect(await only({ key: choice.key, choiceIds: [choice.ids.Propane, choice.ids['R-404A'], 'x'] })).toBe('AC');
    expect(await only({ key: choice.key, choiceIds: [] })).toBe('');
    expect(await only({ key: choice.key })).toBe('AC');
    expect(await only({ key: text.key, has: true })).toBe('AB');
    expect(await only({ key: text.key, has: false })).toBe('CD');
    expect(await only({ key: text.key, has: false }, { key: number.key, has: true })).toBe('C');
    expect(await only({ key: text.key, contains: 'quai' }, { key: number.key, from: 15 })).toBe('B');
    // What does not go with the kind, or with a field that is not there, is met by nobody.
    expect(await only({ key: text.key, from: 1 })).toBe('');
    expect(await only({ key: 'nothing', has: false })).toBe('');
    expect(await only({ key: text.key, has: false, contains: 'x' })).toBe('');
    const filter = {
      tags: [tag],
      customFields: [
        { key: text.key, contains: 'quai' },
        { key: number.key, from: 15 },
      ],
    };
    await server.ask(staff, '{ viewer { id } }');
    const { statements, texts } = await server.count(() => server.ask(staff, LIST, { filter }));
    expect([statements, texts[0].includes('::text as data')]).toEqual([1, true]);
  });

  test('bad conditions are refused', async () => {
    const many = Array.from({ length: 21 }, () => ({ key: 'x' }));
    for (const customFields of [many, [{ key: 'x', since: '2027-02-30' }], [{ key: 'x', from: 'a' }], [{ contains: 'x' }]]) {
      const answer = await server.ask(staff, LIST, { filter: { customFields } });
      expect([customFields.length, answer.errors?.length ?? 0]).toEqual([customFields.length, 1]);
    }
    const nul = await server.ask(staff, LIST, { filter: { customFields: [{ key: 'x', contains: 'a\0b' }] } });
    expect(JSON.stringify(nul)).not.toMatch(/INTERNAL_SERVER_ERROR/);
  });

  test('what is done to its customers leaves those that no longer meet the condition', async () => {
    const { text } = await fieldsOfAllKinds(server);
    const [a, b] = [await customer(server), await customer(server)];
    await set(a.id, { [text.key]: 'oui' });
    const { data } = await server.ask(
      manager,
      'mutation ($input: SetCustomersStatusInput!) { it: setCustomersStatus(input: $input) { changedIds leftIds } }',
      { input: { ids: [a.id, b.id], status: 'INACTIVE', filter: { customFields: [{ key: text.key, equals: 'oui' }] } } },
    );
    expect(data.it).toEqual({ changedIds: [a.id], leftIds: [b.id] });
  });

  test('nobody learns by a filter what they don’t read', async () => {
    const { text } = await fieldsOfAllKinds(server);
    const { id } = await customer(server);
    await member(server, client.id, id);
    await set(id, { [text.key]: 'vu' });
    for (const one of [{ contains: 'vu' }, { has: true }, { has: false }])
      expect(await found(client, { key: text.key, ...one })).toEqual([]);
  });
});
