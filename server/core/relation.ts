import { Extensions } from 'type-graphql';
import { visible } from './access.js';
import type { Args, Asked, Relation, Tie } from './asked.js';
import { aboutPerson } from './database/row-security.js';
import { badInput } from './errors.js';
import { join, literal, rowCount, type Sql, sql } from './sql.js';
import { columnOf, type Entity, tableOf } from './table.js';
import { answerObject, NotInText, spelled } from './text.js';

export type Property<T> = keyof T & string;
export type Json = Record<string, unknown>;
type Order<T> = Partial<Record<Property<T>, 'asc' | 'desc'>>;

export const MOST_ROWS = 100;

/**
 * Ties a field to its relation, which then answers it: the method below only declares arguments.
 * The key is the parent's property `from`; at the root, where there is no parent, the argument of that name.
 */
export const Through = (relation: Relation, from = 'id') => Extensions({ tie: { relation, from } satisfies Tie });

/** The row with this id; null when there is none, or none that the viewer sees. */
export function oneById<T extends object>(entity: Entity<T>): Relation<T | null> {
  return oneBy(entity, 'id' as Property<T>);
}

/** A relation whose value is rows, written as the level asks for them: where that is the client's form, it is the answer. */
const ofRows = <Value>(relation: Relation<Value>): Relation<Value> => ({ ...relation, answer: relation.value });

/** The row with this value in a unique column; null when there is none, or none that the viewer sees. */
export function oneBy<T extends object>(entity: Entity<T>, by: Property<T>): Relation<T | null> {
  return oneBySql(entity, (key, asked) => isChild(entity, asked, by, key));
}

/** The one row that meets a condition; null when there is none, or none that the viewer sees. */
export function oneBySql<T extends object>(entity: Entity<T>, is: (key: Sql, asked: Asked) => Sql): Relation<T | null> {
  return ofRows({
    entity,
    mayBeNull: true,
    value: (key, asked) => sql`(select ${asked.json(entity)} from ${rows(entity, asked, is(key, asked))})`,
    read: (json) => (json === null ? null : hydrate(entity, json as Json)),
  });
}

interface Many<T> {
  order: Order<T>;
  /** No two of a parent's children are equal in it, so it needs no id at its end. */
  unique?: boolean;
  /** What is asked of the rows beside being children and visible. */
  only?(row: Sql, args: Args): Sql;
}

/** All children in order: for what is few by nature, such as the lines of an invoice. */
export function manyBy<T extends object>(entity: Entity<T>, by: Property<T>, options: Many<T>): Relation<T[]> {
  return ofRows({
    entity,
    value: (key, asked) => list(entity, asked, inOrder(entity, asked, by, key, options)),
    read: (json) => (json as Json[]).map((row) => hydrate(entity, row)),
  });
}

/** The first children in order, as many as the field's argument `first` says. */
export function topBy<T extends object>(entity: Entity<T>, by: Property<T>, options: Many<T>): Relation<T[]> {
  return ofRows({
    ...manyBy(entity, by, options),
    value: (key, asked) =>
      list(entity, asked, sql`${inOrder(entity, asked, by, key, options)} limit ${rowCount(sizeAsked(asked))}`),
  });
}

/** All rows of a small table, in order: pipeline stages, roles. */
export function allOf<T extends object>(entity: Entity<T>, { only, ...many }: Many<T>): Relation<T[]> {
  return ofRows({
    entity,
    value: (_key, asked) => list(entity, asked, ordered(entity, asked, only?.(asked.row, asked.args) ?? sql`true`, many)),
    read: (json) => (json as Json[]).map((row) => hydrate(entity, row)),
  });
}

export function countBy<T extends object>(entity: Entity<T>, by: Property<T>): Relation<number> {
  return ofRows({
    entity,
    value: (key, asked) => sql`(select count(*) from ${rows(entity, asked, isChild(entity, asked, by, key))})`,
    read: Number,
  });
}

export function sumBy<T extends object>(entity: Entity<T>, by: Property<T>, of: Property<T>): Relation<number> {
  const sum = (asked: Asked) => sql`coalesce(sum(${asked.row}.${columnOf(entity, of).sql}), 0)`;
  return ofRows({
    entity,
    value: (key, asked) => sql`(select ${sum(asked)} from ${rows(entity, asked, isChild(entity, asked, by, key))})`,
    read: Number,
  });
}

/** Several figures over the visible children in one scan; the field's type has a member for each. Without `by`, over all that is visible. */
export function figuresBy<T extends object, Name extends string>(
  entity: Entity<T>,
  by: Property<T> | null,
  figures: Record<Name, (row: Sql) => Sql>,
  only?: Many<T>['only'],
): Relation<Record<Name, unknown>> {
  const members = (row: Sql) =>
    Object.entries<(row: Sql) => Sql>(figures).map(([figure, of]) => sql`${literal(figure)}: ${of(row)}`);
  const scan = (figured: Sql, key: Sql, asked: Asked) => {
    const child = by ? isChild(entity, asked, by, key) : sql`true`;
    const condition = only ? sql`${child} and ${only(asked.row, asked.args)}` : child;
    return sql`(select ${figured} from ${rows(entity, asked, condition)})`;
  };
  return {
    entity,
    value: (key, asked) => scan(sql`json_object(${join(members(asked.row), ', ')})`, key, asked),
    read: (json) => json as Record<Name, unknown>,
    answer: (key, asked) => {
      const figured = answerObject(asked, (_child, { name, type }) => {
        if (!(name in figures)) throw new NotInText(`${name} is computed in code`);
        return spelled(figures[name as Name](asked.row), type);
      });
      return scan(figured, key, asked);
    },
  };
}

/** Rows that a statement of your own picks and orders; its rows must come from `rows`, so that the policy is inside. */
export function pickedBy<T extends object>(entity: Entity<T>, pick: (key: Sql, asked: Asked) => Sql): Relation<T[]> {
  return ofRows({
    entity,
    value: (key, asked) => list(entity, asked, pick(key, asked)),
    read: (json) => (json as Json[]).map((row) => hydrate(entity, row)),
  });
}

/** Any JSON worked out in SQL from a key. `rows` in it must go through `visibleRows`, so that the policy is inside. */
export function valueBy<Value>(
  entity: Entity,
  value: (key: Sql, asked: Asked) => Sql,
  read: (json: unknown) => Value,
): Relation<Value> {
  return { entity, value, read };
}

/** The same of a table under row-level security, where each sees their own: the statement says that it is about the viewer. */
export function aboutViewer<Value>(relation: Relation<Value>): Relation<Value> {
  const value = (key: Sql, asked: Asked) => aboutPerson(asked.ctx.viewer.id, relation.value(key, asked));
  return { ...relation, value, ...(relation.answer && { answer: value }) };
}

/** Every read goes through here: the entity's rows under a condition, and under the viewer's. */
export const rows = (entity: Entity, asked: Asked, condition: Sql): Sql => visibleRows(entity, asked, asked.row, condition);

/** The same under another name in the statement, where a relation reads two tables. */
export const visibleRows = (entity: Entity, { ctx }: Asked, row: Sql, condition: Sql): Sql =>
  sql`${tableOf(entity).sql} ${row} where ${condition} and ${visible(ctx.viewer, entity, row)}`;

export const isChild = (entity: Entity, asked: Asked, by: string, key: Sql): Sql =>
  sql`${asked.row}.${columnOf(entity, by).sql} = ${key}`;

/** Rows picked first, with their limit, and made into JSON after: what is nested is computed for these rows only. */
const list = (entity: Entity, asked: Asked, picked: Sql): Sql =>
  sql`(select coalesce(json_agg(${asked.json(entity)}), '[]') from (${picked}) ${asked.row})`;

function inOrder<T>(entity: Entity, asked: Asked, by: string, key: Sql, { only, ...many }: Many<T>): Sql {
  const child = isChild(entity, asked, by, key);
  return ordered(entity, asked, only ? sql`${child} and ${only(asked.row, asked.args)}` : child, many);
}

/** The id comes last, so that rows with equal values have an order too. */
function ordered(entity: Entity, asked: Asked, condition: Sql, { order, unique }: Many<object>): Sql {
  const terms = Object.entries(unique ? order : { ...order, id: 'asc' }).map(
    ([property, way]) => sql`${asked.row}.${columnOf(entity, property).sql} ${way === 'desc' ? sql`desc` : sql`asc`}`,
  );
  return sql`select * from ${rows(entity, asked, condition)} order by ${join(terms, ', ')}`;
}

export function sizeAsked({ args }: Asked): number {
  const first = args.first as number;
  if (first >= 0 && first <= MOST_ROWS) return first;
  throw badInput('BAD_PAGE_SIZE', { most: MOST_ROWS });
}

/** JSON as an object of its class: policies and types know it by that. */
export function hydrate<T extends object>(entity: Entity<T>, json: Json): T {
  const row = Object.assign(Object.create(entity.prototype), json);
  for (const instant of tableOf(entity).instants) if (row[instant]) row[instant] = new Date(row[instant]);
  return row;
}
