import { type Columns, columnsOf } from './columns.rules.js';
import { FileProblem } from './file-problem.rules.js';
import { type Refusal, wrongShape } from './refusal.rules.js';
import type { Table } from './table.rules.js';
import { openTable } from './table-file.rules.js';

/** A line of a file: its fields, or what is wrong with its shape. */
export interface FiguresLine<Field extends string> {
  line: number;
  text: (field: Field) => string;
  wrong: Pick<Refusal, 'code' | 'value'> | null;
}

/** The lines of a table of figures, whose columns are named by a header or stand in the order in which they are documented. */
export async function* linesOf<Field extends string>(
  bytes: AsyncIterable<Buffer>,
  columns: Columns<Field>,
): AsyncGenerator<FiguresLine<Field>> {
  const table = await openTable(bytes);
  let places: Map<Field, number> | null = null;
  let width = 0;
  for await (const { cells, line } of table.rows) {
    if (places) {
      const at: Map<Field, number> = places;
      yield { line, text: (field) => cells[at.get(field) ?? -1]?.trim() ?? '', wrong: wrongShape(cells, width) };
    } else {
      const headers = cells.map((cell) => cell.trim());
      places = placesOf(columns, headers, table);
      width = cells.length;
    }
  }
  if (!places) throw new FileProblem('EMPTY_IMPORT_FILE');
}

function placesOf<Field extends string>(columns: Columns<Field>, headers: readonly string[], table: Table): Map<Field, number> {
  try {
    return columnsOf(columns, headers, {}, table);
  } catch (error) {
    if (!(error instanceof FileProblem) || headers.length < columns.fields.length) throw error;
    return new Map(columns.fields.map((field, at) => [field, at]));
  }
}

/** A comma may be the decimal sign; thousands are not marked in such files. */
export function figureOf(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(/^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : null;
}
