import { isUUID } from 'class-validator';
import { badInput } from './errors.js';
import { literal, type Sql, sql } from './sql.js';
import type { Column } from './table.js';

/** Where a row stands in a sorted list: the value it is sorted by, then its id. */
export interface Position {
  sort: string;
  value: string | number;
  id: string;
}

interface Sortable {
  type: Sql;
  /** A client may send anything back as a cursor: what PostgreSQL would choke on ends here. */
  accepts(value: unknown): boolean;
}

const isText = (value: unknown) => typeof value === 'string' && !value.includes('\0');

const sortables: Record<string, Sortable> = {
  text: { type: sql`text`, accepts: isText },
  bigint: { type: sql`bigint`, accepts: Number.isSafeInteger },
  integer: { type: sql`integer`, accepts: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 },
  date: { type: sql`date`, accepts: (value) => isText(value) && isDay(value as string) },
  timestamptz: { type: sql`timestamptz`, accepts: isInstant },
};

type Sorted = Pick<Column, 'property' | 'type' | 'nullable'>;

/** How to compare by this column. Null has no place in an order of rows, so such a column sorts no list. */
export function sortable({ property, type, nullable }: Sorted): Sortable {
  const found = sortables[type];
  if (!found || nullable) throw new Error(`${property} can't sort a list`);
  return found;
}

export const writeCursor = ({ sort, value, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** The same in SQL: to the letter what `writeCursor` makes of the value that PostgreSQL writes. */
export const cursorSql = (sort: string, value: Sql, row: Sql): Sql => sql`
  translate(encode(convert_to('[' || ${literal(JSON.stringify(sort))} || ',' || to_json(${value}) || ',"' || ${row}.id || '"]', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** The position in the cursor; refused unless this list, sorted as it is, could have written it. */
export function readCursor(cursor: string, column: Sorted): Position {
  const [sort, value, id] = parsed(cursor);
  if (sort !== column.property || !sortable(column).accepts(value) || !isUUID(id)) throw badInput('BAD_CURSOR');
  return { sort, value: value as Position['value'], id: id as string };
}

function parsed(cursor: string): unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

/** A day that exists, as `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || value < '0001') return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

/** As PostgreSQL writes it in JSON, to the microsecond, and a day that exists. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/.test(value)) return false;
  const instant = new Date(value);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 19) === value.slice(0, 19);
}
