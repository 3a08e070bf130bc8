import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustomerKind, CustomerStatus } from '../../server/features/customer/customer.entity.js';
import { OrderStatus } from '../../server/features/order/order.entity.js';
import { person } from '../support/as.js';
import { customer } from '../support/factories/customer.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { order } from '../support/factories/order.factory.js';
import { all, any, segmentWorld } from '../support/segments.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof segmentWorld>>;
let manager: string;
let choice: string;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);

beforeAll(async () => {
  server = await startServer();
  world = await segmentWorld(server);
  manager = (await person(server, 'staff')).id;
  const reseller = (await person(server, 'revendeur')).id;
  const brest = { street: '1 quai du Port', postalCode: '29200', city: 'Brest' };
  const ajaccio = { street: '2 cours Napoléon', postalCode: '20000', city: 'Ajaccio' };
  const a = await customer(
    server,
    { name: 'Élan', email: 'a@test.example', tags: ['vip', 'nord'], managerId: manager, createdAt: daysAgo(400) },
    brest,
  );
  const b = await customer(
    server,
    {
      name: 'Bruno',
      kind: CustomerKind.PERSON,
      status: CustomerStatus.INACTIVE,
      phone: '+33298000000',
      tags: ['nord'],
      resellerId: reseller,
    },
    ajaccio,
  );
  await customer(server, { name: 'Cécile', kind: CustomerKind.PERSON });
  // Élan: 3 confirmed, 600 € of which one two years ago; Bruno: one of 1,000 €, and a cancelled one.
  for (const days of [10, 40, 730]) await order(server, { customerId: a.id, totalCents: 20_000, placedAt: daysAgo(days) });
  await order(server, { customerId: b.id, totalCents: 100_000, placedAt: daysAgo(200) });
  await order(server, { customerId: b.id, totalCents: 900_000, status: OrderStatus.CANCELLED });
  await invoice(server, a.id, { issuedOn: dayAgo(60), paymentDays: 30 });
  const [{ id: field }] = await server.database.query(
    `insert into custom_field (key, kind, label_fr, label_en, position) values ('surface', 'NUMBER', 'Surface', 'Area', 0) returning id`,
  );
  await server.database.query('insert into custom_field_value (customer_id, field_id, number) values ($1, $2, 120.5)', [
    a.id,
    field,
  ]);
  const [{ id: roof }] = await server.database.query(
    `insert into custom_field (key, kind, label_fr, label_en, position) values ('roof', 'CHOICE', 'Toit', 'Roof', 1) returning id`,
  );
  [{ id: choice }] = await server.database.query(
    `insert into custom_field_choice (field_id, label_fr, label_en, position) values ($1, 'Ardoise', 'Slate', 0) returning id`,
    [roof],
  );
  await server.database.query('insert into custom_field_value (customer_id, field_id, choice_id) values ($1, $2, $3)', [
    b.id,
    roof,
    choice,
  ]);
  await server.database.query(
    `insert into customer_figures (customer_id, as_of, r, f, m, segment, alive, value_cents, health)
    values ($1, current_date, 5, 4, 4, 'Champions', 0.92, 150000, 80)`,
    [a.id],
  );
  await server.ask(
    world.manager,
    'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { userErrors { code } } }',
    { input: { customerId: a.id, purpose: 'MARKETING', channel: 'EMAIL' } },
  );
});
afterAll(() => server.stop());

const found = async (rule: object): Promise<string[]> => {
  const { userErrors, customers, count } = await world.preview(rule);
  expect(userErrors).toEqual([]);
  expect(count).toBe(customers.length);
  return customers.map(({ name }: { name: string }) => name).sort();
};

const [E, B, C] = ['Élan', 'Bruno', 'Cécile'];
const cases: [field: string, op: string, value: unknown, who: string[], within?: object][] = [
  ['customer.kind', 'ANY_OF', ['PERSON'], [B, C]],
  ['customer.kind', 'NONE_OF', ['PERSON'], [E]],
  ['customer.status', 'ANY_OF', ['ACTIVE', 'INACTIVE'], [B, C, E]],
  ['customer.name', 'IS', 'elan', [E]],
  ['customer.name', 'IS_NOT', 'elan', [B, C]],
  ['customer.name', 'CONTAINS', 'CIL', [C]],
  ['customer.name', 'STARTS_WITH', 'b', [B]],
  ['customer.name', 'CONTAINS', '%', []],
  ['customer.tags', 'ANY_OF', ['vip', 'sud'], [E]],
  ['customer.tags', 'ALL_OF', ['nord', 'vip'], [E]],
  ['customer.tags', 'NONE_OF', ['vip'], [B, C]],
  ['customer.tags', 'KNOWN', undefined, [B, E]],
  ['customer.tags', 'UNKNOWN', undefined, [C]],
  ['customer.reseller', 'KNOWN', undefined, [B]],
  ['customer.reseller', 'UNKNOWN', undefined, [C, E]],
  ['customer.postalCode', 'STARTS_WITH', '29', [E]],
  ['customer.postalCode', 'ANY_OF', ['20000'], [B]],
  ['customer.postalCode', 'NONE_OF', ['20000'], [C, E]],
  ['customer.department', 'ANY_OF', ['2A', '35'], [B]],
  ['customer.department', 'UNKNOWN', undefined, [C]],
  ['customer.createdAt', 'IN_LAST', 30, [B, C]],
  ['customer.createdAt', 'NOT_IN_LAST', 365, [E]],
  ['customer.createdAt', 'BEFORE', dayAgo(390), [E]],
  ['customer.createdAt', 'SINCE', dayAgo(390), [B, C]],
  ['customer.createdAt', 'BETWEEN', [dayAgo(410), dayAgo(390)], [E]],
  ['customer.hasEmail', 'YES', undefined, [E]],
  ['customer.hasPhone', 'NO', undefined, [C, E]],
  ['orders.count', 'AT_LEAST', 3, [E]],
  ['orders.count', 'IS', 0, [C]],
  ['orders.count', 'IS_NOT', 0, [B, E]],
  ['orders.count', 'BETWEEN', [1, 2], [B]],
  ['orders.count', 'BETWEEN', [1, 2], [E], { days: 90 }],
  ['orders.count', 'IS', 1, [E], { to: dayAgo(500) }],
  ['orders.count', 'IS', 1, [B], { from: dayAgo(300), to: dayAgo(100) }],
  ['orders.total', 'MORE', 60_000, [B]],
  ['orders.total', 'AT_MOST', 60_000, [C, E]],
  ['orders.total', 'LESS', 100_000, [B, C, E], { days: 90 }],
  ['orders.average', 'AT_LEAST', 50_000, [B]],
  ['orders.average', 'UNKNOWN', undefined, [C]],
  ['orders.last', 'NOT_IN_LAST', 100, [B]],
  ['orders.last', 'IN_LAST', 100, [E]],
  ['orders.last', 'UNKNOWN', undefined, [C]],
  ['orders.first', 'BEFORE', dayAgo(500), [E]],
  ['invoices.overdue', 'MORE', 0, [E]],
  ['invoices.balance', 'IS', 0, [B, C]],
  ['invoices.overdueCount', 'IS', 1, [E]],
  ['invoices.overdueDays', 'AT_LEAST', 30, [E]],
  ['consents.granted', 'ANY_OF', ['MARKETING_EMAIL'], [E]],
  ['consents.granted', 'NONE_OF', ['MARKETING_EMAIL'], [B, C]],
  ['analytics.segment', 'ANY_OF', ['Champions', 'Lost'], [E]],
  ['analytics.segment', 'NONE_OF', ['Champions'], [B, C]],
  ['analytics.r', 'AT_LEAST', 5, [E]],
  ['analytics.f', 'IS', 4, [E]],
  ['analytics.m', 'LESS', 4, []],
  ['analytics.alive', 'AT_LEAST', 90, [E]],
  ['analytics.alive', 'AT_LEAST', 93, []],
  ['analytics.value', 'BETWEEN', [100_000, 200_000], [E]],
  ['analytics.health', 'UNKNOWN', undefined, [B, C]],
  ['custom.surface', 'AT_LEAST', 120.5, [E]],
  ['custom.surface', 'UNKNOWN', undefined, [B, C]],
];

test.each(cases)('%s %s %j', async (field, op, value, who, within) => {
  const condition = { field, op, ...(value === undefined ? {} : { value }), ...(within ? { within } : {}) };
  expect(await found(all(condition))).toEqual([...who].sort());
  // Whoever it does not hold for is just who its opposite holds for.
  const others = [E, B, C].filter((name) => !who.includes(name)).sort();
  expect(await found({ ...all(condition), not: true })).toEqual(others);
});

test('asks about people and choices of our own', async () => {
  expect(await found(all({ field: 'customer.manager', op: 'ANY_OF', value: [manager] }))).toEqual([E]);
  expect(await found(all({ field: 'customer.manager', op: 'NONE_OF', value: [manager] }))).toEqual([B, C].sort());
  expect(await found(all({ field: 'custom.roof', op: 'ANY_OF', value: [choice] }))).toEqual([B]);
});

test('groups hold together, or one of them, or not, and are said in words', async () => {
  const rule = any(
    {
      match: 'ALL',
      of: [
        { field: 'customer.kind', op: 'ANY_OF', value: ['PERSON'] },
        { field: 'orders.count', op: 'AT_LEAST', value: 1 },
      ],
    },
    {
      match: 'ANY',
      not: true,
      of: [
        { field: 'customer.kind', op: 'ANY_OF', value: ['PERSON'] },
        { field: 'customer.hasEmail', op: 'NO' },
      ],
    },
  );
  expect(await found(rule)).toEqual([B, E].sort());
  expect((await world.preview(rule)).sentence).toBe(
    '(Nature est parmi Particulier et Nombre de commandes est au moins 1) ou pas (Nature est parmi Particulier ou Adresse e-mail connue : non)',
  );
});

const mistakes = async (rule: unknown) =>
  (await world.preview(rule)).userErrors.map(({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`);

test('what is wrong is said at its condition', async () => {
  const good = { field: 'customer.hasEmail', op: 'YES' };
  const wrong: [unknown, string[]][] = [
    [[], ['rule RULE_SHAPE']],
    ['x', ['rule RULE_SHAPE']],
    [{ version: 2, match: 'ALL', of: [good] }, ['rule.version RULE_VERSION']],
    [{ version: 1, match: 'SOME', of: [good] }, ['rule.match RULE_MATCH']],
    [all(), ['rule.of RULE_EMPTY']],
    [all(good, { match: 'ANY', of: [] }), ['rule.of.1.of RULE_EMPTY']],
    [all(good, { field: 'customer.iban', op: 'KNOWN' }), ['rule.of.1.field RULE_FIELD']],
    [all({ field: 'customer.hasEmail', op: 'LESS', value: 1 }), ['rule.of.0.op RULE_OPERATOR']],
    [all({ field: 'orders.count', op: 'AT_LEAST' }), ['rule.of.0.value RULE_VALUE_MISSING']],
    [all({ field: 'orders.count', op: 'AT_LEAST', value: '5' }), ['rule.of.0.value RULE_NUMBER']],
    [all({ field: 'orders.count', op: 'AT_LEAST', value: -1 }), ['rule.of.0.value TOO_SMALL']],
    [all({ field: 'orders.total', op: 'AT_LEAST', value: 0.5 }), ['rule.of.0.value RULE_NUMBER']],
    [all({ field: 'orders.count', op: 'BETWEEN', value: [2, 1] }), ['rule.of.0.value RULE_TURNED']],
    [all({ field: 'orders.last', op: 'BEFORE', value: '2026-02-30' }), ['rule.of.0.value RULE_DAY']],
    [all({ field: 'orders.last', op: 'IN_LAST', value: 0 }), ['rule.of.0.value RULE_DAYS']],
    [all({ field: 'customer.kind', op: 'ANY_OF', value: ['DOG'] }), ['rule.of.0.value.0 RULE_CHOICE']],
    [all({ field: 'customer.kind', op: 'ANY_OF', value: [] }), ['rule.of.0.value RULE_VALUE_MISSING']],
    [all({ field: 'customer.manager', op: 'ANY_OF', value: ['x'] }), ['rule.of.0.value.0 RULE_CHOICE']],
    [all({ ...good, value: 1 }), ['rule.of.0.value RULE_NO_VALUE']],
    [all({ ...good, within: { days: 3 } }), ['rule.of.0.within RULE_NO_PERIOD']],
    [all({ field: 'orders.count', op: 'IS', value: 1, within: {} }), ['rule.of.0.within.from RULE_VALUE_MISSING']],
    [all({ ...good, sql: 'true' }), ['rule.of.0.sql RULE_SHAPE']],
    [all(...Array.from({ length: 51 }, () => good)), ['rule RULE_TOO_LONG']],
    [
      all({ match: 'ALL', of: [{ match: 'ALL', of: [{ match: 'ALL', of: [{ match: 'ALL', of: [good] }] }] }] }),
      ['rule.of.0.of.0.of.0.of.0 RULE_TOO_DEEP'],
    ],
  ];
  for (const [rule, expected] of wrong) expect([rule, await mistakes(rule)]).toEqual([rule, expected]);
  expect(await mistakes(all({ field: 'no', op: 'YES' }, { field: 'orders.count', op: 'IS', value: 'x' }))).toEqual([
    'rule.of.0.field RULE_FIELD',
    'rule.of.1.value RULE_NUMBER',
  ]);
});

test('what somebody writes is a value, never a statement', async () => {
  const evil = [`'; drop table customer; --`, `x' or '1'='1`, '$1', '\\', '%', '{}', '"},{"', randomUUID()];
  for (const value of evil) {
    expect(await found(all({ field: 'customer.name', op: 'IS', value }))).toEqual([]);
    expect(await found(all({ field: 'customer.tags', op: 'ANY_OF', value: [value] }))).toEqual([]);
    expect(await found(all({ field: 'customer.postalCode', op: 'STARTS_WITH', value }))).toEqual([]);
    expect(await mistakes(all({ field: value, op: 'IS', value: 1 }))).toEqual(['rule.of.0.field RULE_FIELD']);
    expect(await mistakes(all({ field: 'orders.count', op: value, value: 1 }))).toEqual(['rule.of.0.op RULE_OPERATOR']);
    expect(await mistakes(all({ field: 'orders.last', op: 'BEFORE', value }))).toEqual(['rule.of.0.value RULE_DAY']);
    expect(await mistakes(all({ field: 'orders.count', op: 'IS', value: 1, within: { days: value } }))).toEqual([
      'rule.of.0.within.days RULE_DAYS',
    ]);
  }
  expect(await mistakes(JSON.parse('{"version":1,"match":"ALL","of":[{"field":"__proto__","op":"IS","value":1}]}'))).toEqual([
    'rule.of.0.field RULE_FIELD',
  ]);
  expect((await server.database.query('select count(*)::int as left from customer'))[0].left).toBe(3);
});
