import type { Asked } from './asked.js';
import { Direction, type Page } from './connection.js';
import { readCursor, sortable } from './cursor.js';
import { badInput } from './errors.js';
import { MOST_ROWS, rows } from './relation.js';
import { join, rowCount, type Sql, sql } from './sql.js';
import { type Column, columnOf, type Entity } from './table.js';

const USUAL_ROWS = 20;

/** GraphQL has checked them: every list takes the arguments of a `Page`. */
export const pageArgs = ({ args }: Pick<Asked, 'args'>): Page => args as unknown as Page;

/** The rows of a list: which, and what they are sorted by. */
export interface List {
  entity: Entity;
  conditions: Sql[];
  at: Sql;
  by: Pick<Column, 'property' | 'type' | 'nullable'>;
}

/** Sorted by a column: the entity's property that the argument `sort` names. */
export function byColumn(entity: Entity, asked: Asked): Pick<List, 'at' | 'by'> {
  const by = columnOf(entity, pageArgs(asked).sort);
  return { at: sql`${asked.row}.${by.sql}`, by };
}

export const countListed = ({ entity, conditions }: List, asked: Asked): Sql =>
  sql`(select count(*) from ${rows(entity, asked, join(conditions, ' and '))})`;

/** How many rows, and from which end. */
export function extent({ first, last }: Page): { size: number; backward: boolean } {
  if (first != null && last != null) throw badInput('BOTH_WAYS');
  const size = last ?? first ?? USUAL_ROWS;
  if (size < 0 || size > MOST_ROWS) throw badInput('BAD_PAGE_SIZE', { most: MOST_ROWS });
  return { size, backward: last != null };
}

/** The first rows of a page; a page from the end comes in reverse. */
export function pageOf({ entity, conditions: listed, at, by }: List, asked: Asked, size: number): Sql {
  const page = pageArgs(asked);
  const { backward } = extent(page);
  const { row } = asked;
  const { type } = sortable(by);
  const ascending = page.direction === Direction.ASC;
  const beyond = (cursor: string, way: Sql) => {
    const { value, id } = readCursor(cursor, by);
    return sql`(${at}, ${row}.id) ${way} (${value}::${type}, ${id}::uuid)`;
  };
  const conditions = [...listed];
  if (page.after != null) conditions.push(beyond(page.after, ascending ? sql`>` : sql`<`));
  if (page.before != null) conditions.push(beyond(page.before, ascending ? sql`<` : sql`>`));
  const order = ascending === backward ? sql`desc` : sql`asc`;
  return sql`
    select * from ${rows(entity, asked, join(conditions, ' and '))}
    order by ${at} ${order}, ${row}.id ${order} limit ${rowCount(size)}`;
}
