import { type Sql, sql } from '../../core/sql.js';
import { Segment } from '../figures/segment.entity.js';
import { FieldGroup, FieldKind } from './segment-field.entity.js';

export const operators = [
  'IS',
  'IS_NOT',
  'LESS',
  'AT_MOST',
  'MORE',
  'AT_LEAST',
  'BETWEEN',
  'BEFORE',
  'SINCE',
  'IN_LAST',
  'NOT_IN_LAST',
  'CONTAINS',
  'STARTS_WITH',
  'ANY_OF',
  'ALL_OF',
  'NONE_OF',
  'YES',
  'NO',
  'KNOWN',
  'UNKNOWN',
] as const;
export type Operator = (typeof operators)[number];

/** What an operator is compared with. */
export type Takes = 'NOTHING' | 'ONE' | 'TWO' | 'LIST' | 'DAYS';

export const takes = (operator: Operator): Takes => {
  if (operator === 'BETWEEN') return 'TWO';
  if (operator === 'IN_LAST' || operator === 'NOT_IN_LAST') return 'DAYS';
  if (operator === 'ANY_OF' || operator === 'ALL_OF' || operator === 'NONE_OF') return 'LIST';
  return ['YES', 'NO', 'KNOWN', 'UNKNOWN'].includes(operator) ? 'NOTHING' : 'ONE';
};

const FIGURES: Operator[] = ['AT_LEAST', 'MORE', 'AT_MOST', 'LESS', 'IS', 'IS_NOT', 'BETWEEN'];
const OPERATORS: Record<FieldKind, Operator[]> = {
  NUMBER: FIGURES,
  MONEY: FIGURES,
  PERCENT: FIGURES,
  DATE: ['IN_LAST', 'NOT_IN_LAST', 'SINCE', 'BEFORE', 'BETWEEN'],
  TEXT: ['IS', 'IS_NOT', 'CONTAINS', 'STARTS_WITH'],
  CODES: ['STARTS_WITH', 'ANY_OF', 'NONE_OF'],
  CHOICE: ['ANY_OF', 'NONE_OF'],
  PERSON: ['ANY_OF', 'NONE_OF'],
  TAGS: ['ANY_OF', 'ALL_OF', 'NONE_OF'],
  FLAG: ['YES', 'NO'],
};

/** Restricts what is counted to a period; true where the rule names none. `at` is an instant of the row. */
export type Period = (at: Sql) => Sql;

export interface Field {
  key: string;
  group: FieldGroup;
  kind: FieldKind;
  /** The permission to see what it asks about. */
  needs: string | null;
  /** What it may be compared with; null: anything of its kind. */
  choices: readonly string[] | null;
  /** A customer may have none. */
  mayBeUnknown: boolean;
  /** It may be asked for a period only. */
  inPeriod: boolean;
  /** The bounds of its figures. */
  least: number;
  most: number;
  /** What the customer `it` has: a value, or, of CODES and TAGS, an array. */
  at(it: Sql, period: Period): Sql;
  /** What people of ours called it, where it is theirs: French, English. */
  label?: { fr: string; en: string };
  /** What its choices are called, where they are theirs. */
  choiceLabels?: ReadonlyMap<string, { fr: string; en: string }>;
}

export const operatorsOf = ({ kind, mayBeUnknown }: Field): Operator[] =>
  mayBeUnknown ? [...OPERATORS[kind], 'KNOWN', 'UNKNOWN'] : OPERATORS[kind];

type Given = Partial<Field> & Pick<Field, 'kind' | 'at'>;

/** Cents of ten thousand million euros: what a column holds. */
const MOST = 1_000_000_000_000;

export const field = (group: FieldGroup, key: string, given: Given): Field => ({
  group,
  key,
  needs: null,
  choices: null,
  mayBeUnknown: false,
  inPeriod: false,
  least: 0,
  most: MOST,
  ...given,
});

export const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone 'Europe/Paris')::date`;

/** The confirmed orders of a customer, those of the period. */
const placed = (it: Sql, figure: Sql, period: Period): Sql => sql`(
  select ${figure} from "order" o where o.customer_id = ${it}.id and o.status = 'CONFIRMED' and ${period(sql`o.placed_at`)})`;

/** The same where money counts. `main` is the currency of the latest of all, as in Customer.orderStats. */
const bought = (it: Sql, figure: Sql, period: Period): Sql => sql`(
  select ${figure} from (
    select o.placed_at, o.total_cents, o.currency, first_value(o.currency) over (order by o.placed_at desc, o.id desc) as main
    from "order" o where o.customer_id = ${it}.id and o.status = 'CONFIRMED') o where ${period(sql`o.placed_at`)})`;

/** The open invoices of a customer. */
const owed = (it: Sql, figure: Sql, only: Sql): Sql => sql`(
  select ${figure} from invoice i where i.customer_id = ${it}.id and i.status in ('ISSUED', 'PARTIALLY_PAID') and ${only})`;

const today = sql`(select (now() at time zone 'Europe/Paris')::date)`;
const late = sql`i.due_on < ${today}`;

/** As postal codes tell: the first two digits, three overseas, and the two of Corsica. */
const department = (code: Sql): Sql => sql`case when ${code} ~ '^20[01]' then '2A' when ${code} ~ '^20' then '2B'
  when ${code} ~ '^9[78]' then left(${code}, 3) else left(${code}, 2) end`;

const places = (it: Sql, value: Sql, only: Sql): Sql =>
  sql`array(select ${value} from address a where a.customer_id = ${it}.id and ${only})`;

/** As last worked out for everybody at once: each night. */
const figure = (it: Sql, column: Sql): Sql => sql`(select ${column} from customer_figures g where g.customer_id = ${it}.id)`;
const SCORES = { r: sql`g.r`, f: sql`g.f`, m: sql`g.m` };

const { NUMBER, MONEY, PERCENT, DATE, TEXT, CODES, CHOICE, PERSON, TAGS, FLAG } = FieldKind;
const customer = (key: string, given: Given) => field(FieldGroup.CUSTOMER, `customer.${key}`, given);
const orders = (key: string, given: Given) => field(FieldGroup.ORDERS, `orders.${key}`, { needs: 'order.read', ...given });
const invoices = (key: string, given: Given) =>
  field(FieldGroup.INVOICES, `invoices.${key}`, { needs: 'invoice.read', ...given });
const analytics = (key: string, given: Given) =>
  field(FieldGroup.ANALYTICS, `analytics.${key}`, { needs: 'analytics.read', mayBeUnknown: true, ...given });

const purposes = ['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'];
const channels = ['EMAIL', 'SMS', 'PHONE', 'POST'];
const pairs = purposes.flatMap((purpose) => channels.map((channel) => `${purpose}_${channel}`));

/** What every house knows of its customers. */
export const ownFields: readonly Field[] = [
  customer('kind', { kind: CHOICE, choices: ['COMPANY', 'PERSON'], at: (it) => sql`${it}.kind` }),
  customer('status', { kind: CHOICE, choices: ['ACTIVE', 'INACTIVE'], at: (it) => sql`${it}.status` }),
  customer('name', { kind: TEXT, at: (it) => sql`${it}.name` }),
  customer('tags', { kind: TAGS, needs: 'customer.tags', mayBeUnknown: true, at: (it) => sql`${it}.tags` }),
  customer('manager', { kind: PERSON, mayBeUnknown: true, at: (it) => sql`${it}.manager_id` }),
  customer('reseller', { kind: PERSON, mayBeUnknown: true, at: (it) => sql`${it}.reseller_id` }),
  customer('postalCode', { kind: CODES, mayBeUnknown: true, at: (it) => places(it, sql`a.postal_code`, sql`true`) }),
  customer('department', {
    kind: CODES,
    mayBeUnknown: true,
    at: (it) => places(it, department(sql`a.postal_code`), sql`a.country = 'FR'`),
  }),
  customer('createdAt', { kind: DATE, at: (it) => dayOf(sql`${it}.created_at`) }),
  customer('hasEmail', { kind: FLAG, at: (it) => sql`${it}.email is not null` }),
  customer('hasPhone', { kind: FLAG, at: (it) => sql`${it}.phone is not null` }),

  orders('count', { kind: NUMBER, inPeriod: true, at: (it, period) => placed(it, sql`count(*)`, period) }),
  orders('total', {
    kind: MONEY,
    inPeriod: true,
    least: -MOST,
    at: (it, period) => bought(it, sql`coalesce(sum(o.total_cents) filter (where o.currency = o.main), 0)`, period),
  }),
  orders('average', {
    kind: MONEY,
    inPeriod: true,
    mayBeUnknown: true,
    least: -MOST,
    at: (it, period) => bought(it, sql`round(avg(o.total_cents) filter (where o.currency = o.main))`, period),
  }),
  orders('last', { kind: DATE, mayBeUnknown: true, at: (it, period) => placed(it, dayOf(sql`max(o.placed_at)`), period) }),
  orders('first', { kind: DATE, mayBeUnknown: true, at: (it, period) => placed(it, dayOf(sql`min(o.placed_at)`), period) }),

  invoices('balance', { kind: MONEY, least: -MOST, at: (it) => owed(it, sql`coalesce(sum(i.due_cents), 0)`, sql`true`) }),
  invoices('overdue', { kind: MONEY, least: -MOST, at: (it) => owed(it, sql`coalesce(sum(i.due_cents), 0)`, late) }),
  invoices('overdueCount', { kind: NUMBER, at: (it) => owed(it, sql`count(*)`, late) }),
  invoices('overdueDays', { kind: NUMBER, at: (it) => owed(it, sql`coalesce(max(${today} - i.due_on), 0)`, late) }),

  analytics('segment', { kind: CHOICE, choices: Object.values(Segment), at: (it) => figure(it, sql`g.segment`) }),
  ...(['r', 'f', 'm'] as const).map((score) =>
    analytics(score, { kind: NUMBER, least: 1, most: 5, at: (it) => figure(it, SCORES[score]) }),
  ),
  analytics('alive', { kind: PERCENT, most: 100, at: (it) => figure(it, sql`g.alive`) }),
  analytics('value', { kind: MONEY, least: -MOST, at: (it) => figure(it, sql`g.value_cents`) }),
  analytics('health', { kind: NUMBER, most: 100, at: (it) => figure(it, sql`g.health`) }),

  field(FieldGroup.CONSENTS, 'consents.granted', {
    kind: TAGS,
    needs: 'consent.read',
    choices: pairs,
    at: (it) =>
      sql`array(select c.purpose || '_' || c.channel from consent c where c.customer_id = ${it}.id and c.status = 'GRANTED')`,
  }),
];
