import type { Asked } from './asked.js';
import { Direction, type Page } from './connection.js';
import { readCursor, sortable } from './cursor.js';
import { badInput } from './errors.js';
import { MOST_ROWS, rows } from './relation.js';
import { join, rowCount, type Sql, sql } from './sql.js';
import { columnOf, type Entity } from './table.js';

const USUAL_ROWS = 20;

/** GraphQL has checked them: every list takes the arguments of a `Page`. */
export const pageArgs = ({ args }: Pick<Asked, 'args'>): Page => args as unknown as Page;

/** What the list is sorted by. */
export const place = (entity: Entity, asked: Asked): Sql => sql`${asked.row}.${columnOf(entity, pageArgs(asked).sort).sql}`;

export const countListed = (entity: Entity, asked: Asked, listed: Sql[]): Sql =>
  sql`(select count(*) from ${rows(entity, asked, join(listed, ' and '))})`;

/** How many rows, and from which end. */
export function extent({ first, last }: Page): { size: number; backward: boolean } {
  if (first != null && last != null) throw badInput('BOTH_WAYS');
  const size = last ?? first ?? USUAL_ROWS;
  if (size < 0 || size > MOST_ROWS) throw badInput('BAD_PAGE_SIZE', { most: MOST_ROWS });
  return { size, backward: last != null };
}

/** The first rows of a page; a page from the end comes in reverse. */
export function pageOf(entity: Entity, asked: Asked, listed: Sql[], size: number): Sql {
  const page = pageArgs(asked);
  const { backward } = extent(page);
  const { row } = asked;
  const column = columnOf(entity, page.sort);
  const { type } = sortable(column);
  const at = place(entity, asked);
  const ascending = page.direction === Direction.ASC;
  const beyond = (cursor: string, way: Sql) => {
    const { value, id } = readCursor(cursor, column);
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
