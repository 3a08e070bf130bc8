import { join, type Sql, sql } from '../../core/sql.js';
import { type Condition, type Fields, type Group, isGroup, type Within } from './segment.rules.js';
import { FieldKind } from './segment-field.entity.js';
import { dayOf, type Field } from './segment-field.rules.js';

const today = sql`(select (now() at time zone 'Europe/Paris')::date)`;

/** The rule as a condition on the customer `it`: true or false, never unknown. What people wrote is in its parameters only. */
export function meets(group: Group, fields: Fields, it: Sql): Sql {
  const parts = group.of.map((part) => (isGroup(part) ? meets(part, fields, it) : holds(part, fields, it)));
  const together = join(parts, group.match === 'ALL' ? ' and ' : ' or ');
  return group.not ? sql`(not (${together}))` : sql`(${together})`;
}

function holds(condition: Condition, fields: Fields, it: Sql): Sql {
  const field = fields.get(condition.field);
  if (!field) throw new Error(`no field ${condition.field}`);
  const value = field.at(it, periodOf(condition.within));
  return sql`((${compared(condition, field, value)}) is true)`;
}

const periodOf = (within: Within | undefined) => (at: Sql) => {
  if (!within) return sql`true`;
  if ('days' in within) return sql`${dayOf(at)} > ${today} - ${within.days}::integer`;
  const ends = [
    ...(within.from ? [sql`${dayOf(at)} >= ${within.from}::date`] : []),
    ...(within.to ? [sql`${dayOf(at)} <= ${within.to}::date`] : []),
  ];
  return join(ends, ' and ');
};

const isMany = ({ kind }: Field) => kind === FieldKind.TAGS || kind === FieldKind.CODES;

function compared({ op, value }: Condition, field: Field, has: Sql): Sql {
  const one = () => typed(field, value as string | number);
  const list = () => sql`${value as string[]}::text[]`;
  switch (op) {
    case 'KNOWN':
      return isMany(field) ? sql`cardinality(${has}) > 0` : sql`${has} is not null`;
    case 'UNKNOWN':
      return isMany(field) ? sql`cardinality(${has}) = 0` : sql`${has} is null`;
    case 'YES':
      return has;
    case 'NO':
      return sql`not ${has}`;
    case 'IS':
      return field.kind === FieldKind.TEXT ? sql`plain(${has}) = plain(${value})` : sql`${has} = ${one()}`;
    // Who has none is another one too.
    case 'IS_NOT':
      return field.kind === FieldKind.TEXT
        ? sql`plain(${has}) is distinct from plain(${value})`
        : sql`${has} is distinct from ${one()}`;
    case 'LESS':
    case 'BEFORE':
      return sql`${has} < ${one()}`;
    case 'AT_MOST':
      return sql`${has} <= ${one()}`;
    case 'MORE':
      return sql`${has} > ${one()}`;
    case 'AT_LEAST':
    case 'SINCE':
      return sql`${has} >= ${one()}`;
    case 'BETWEEN': {
      const [from, to] = value as (string | number)[];
      return sql`${has} between ${typed(field, from)} and ${typed(field, to)}`;
    }
    case 'IN_LAST':
      return sql`${has} > ${today} - ${value}::integer and ${has} <= ${today}`;
    case 'NOT_IN_LAST':
      return sql`${has} <= ${today} - ${value}::integer`;
    case 'CONTAINS':
      return sql`plain(${has}) like '%' || escape_like(plain(${value})) || '%'`;
    case 'STARTS_WITH':
      return field.kind === FieldKind.CODES
        ? sql`exists (select from unnest(${has}) code where starts_with(code, ${value}))`
        : sql`starts_with(plain(${has}), plain(${value}))`;
    case 'ALL_OF':
      return sql`${has}::text[] @> ${list()}`;
    case 'ANY_OF':
      return isMany(field) ? sql`${has}::text[] && ${list()}` : sql`${has}::text = any(${list()})`;
    case 'NONE_OF':
      return isMany(field) ? sql`not ${has}::text[] && ${list()}` : sql`(${has}::text = any(${list()})) is not true`;
  }
}

function typed({ kind }: Field, value: string | number): Sql {
  switch (kind) {
    case FieldKind.DATE:
      return sql`${value}::date`;
    case FieldKind.PERCENT:
      return sql`${value}::double precision / 100`;
    case FieldKind.NUMBER:
    case FieldKind.MONEY:
      return sql`${value}::double precision`;
    default:
      return sql`${value}::text`;
  }
}
