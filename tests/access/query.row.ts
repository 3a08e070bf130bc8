import { type Cells, cellsOf, type Row } from './access.row.js';

export interface QueryRow extends Row {
  /** The name of what must appear, or not. */
  object: string;
  /** The name of what is asked for by `$id`, where that is another. */
  by: string;
  /** What an answer with nothing in it is. */
  empty: unknown;
  /** Answered to anyone, signed in or not. */
  open: boolean;
}

export const row = (
  field: string,
  query: string,
  object: string,
  cells: Cells,
  { by = object, title = '', open = false } = {},
): QueryRow => ({
  field: `Query.${field}`,
  title,
  query,
  object,
  by,
  empty: field === 'transactions' ? [] : null,
  open,
  cells: cellsOf(cells),
});

export const byId = (type: string, object: string, cells: Cells, title = '') =>
  row(type, `query ($id: ID!) { it: ${type}(id: $id) { id } }`, object, cells, { title });
export const list = (field: string, object: string, cells: Cells, args = '(first: 100)') =>
  row(field, `{ it: ${field}${args} { nodes { id } } }`, object, cells);
