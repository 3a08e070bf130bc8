import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { type Columns, columnsOf, type Mapping } from '../features/import/columns.rules.js';
import { FileProblem } from '../features/import/file-problem.rules.js';
import { openTable } from '../features/import/table-file.rules.js';
import '../features/import/import.words.js';
import { UsageError } from './typed.js';

/** Reads a table whole: each row as its fields, and the first cell of it. */
export async function readTable<Field extends string>(
  path: string,
  columns: Columns<Field>,
  mapping: Mapping<Field> = {},
): Promise<{ first: string; row: Partial<Record<Field, string>> }[]> {
  if (!(await stat(path).catch(() => null))?.isFile()) throw new UsageError(`${path}: there is no such file`);
  const table = await openTable(createReadStream(path));
  const rows: { first: string; row: Partial<Record<Field, string>> }[] = [];
  let places: Map<Field, number> | null = null;
  for await (const { cells } of table.rows) {
    if (!places) {
      places = columnsOf(
        columns,
        cells.map((cell) => cell.trim()),
        mapping,
        table,
      );
      continue;
    }
    const first = cells[0]?.trim() ?? '';
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = Object.fromEntries([...places].map(([field, at]) => [field, cells[at]?.trim() ?? '']));
    rows.push({ first, row: row as Partial<Record<Field, string>> });
  }
  if (!places) throw new FileProblem('EMPTY_IMPORT_FILE');
  return rows;
}

export const writeTable = (path: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<void> =>
  writeFile(path, stringify([header, ...rows]));
