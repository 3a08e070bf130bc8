import { GraphQLError } from 'graphql';
import { isPermitted } from './access.js';
import { type Asked, type RowShape, tieOf } from './asked.js';
import { join, literal, type Sql, sql } from './sql.js';
import { columnOf, type Entity, tableOf } from './table.js';

/** Where a row's JSON keeps a field fetched in advance. `~` can't begin a GraphQL name, so it meets no column. */
export const slot = (responseKey: string | number) => `~${responseKey}`;

/** Deeper than this, a new statement begins. */
const DEEPEST = 6;

/** All columns: what a service asks for. */
export const wholeRow: RowShape = (asked, entity) => object(asked, entity, tableOf(entity).columns.keys());

/** The columns asked for. Relations are left to loaders. */
export const askedRow: RowShape = (asked, entity) => object(asked, entity, columnsAsked(asked, entity));

/** The columns asked for and, inside the same statement, what the relations below will be asked for. */
export const plannedRow: RowShape = (asked, entity) => {
  const inAdvance = asked.children().flatMap((child) => {
    const tie = child.field && tieOf(child.field);
    if (!tie || asked.depth === DEEPEST || !isPermitted(asked.ctx.viewer, child.field!)) return [];
    try {
      const key = sql`${asked.row}.${columnOf(entity, tie.from).sql}`;
      return sql`${literal(slot(child.key))}: ${tie.relation.value(key, asked.below(child))}`;
    } catch (mistake) {
      if (mistake instanceof GraphQLError) return []; // The executor meets it too, and reports it at its own path.
      throw mistake;
    }
  });
  return object(asked, entity, columnsAsked(asked, entity), inAdvance);
};

function columnsAsked(asked: Asked, entity: Entity): Set<string> {
  const { columns } = tableOf(entity);
  const wanted = new Set(['id']);
  for (const { field } of asked.children()) {
    const column = field && (tieOf(field)?.from ?? field.name);
    if (column && !columns.has(column)) return new Set(columns.keys()); // Computed in code, it may need any of them.
    if (column) wanted.add(column);
  }
  return wanted;
}

function object({ row }: Asked, entity: Entity, columns: Iterable<string>, more: Sql[] = []): Sql {
  const own = [...columns].map((property) => sql`${literal(property)}: ${row}.${columnOf(entity, property).sql}`);
  return sql`json_object(${join([...own, ...more], ', ')})`;
}
