import { stringify } from 'csv-stringify/sync';
import { type Locale, say } from '../../core/words.js';
import { type Column, columnHeading, decimalOf, headingOf, localInstant, type Row, type Sheet, textOf } from './sheet.rules.js';

const AT_ONCE = 500;
const MARK = '\ufeff';

/**
 * One sheet as a table; several as lines of section, line, field and value, so that each line has as many cells. French spreadsheets
 * expect semicolons and decimal commas. Cells that a spreadsheet would take for formulas are neutralised.
 */
export async function* csvOf(sheets: readonly Sheet[], locale: Locale): AsyncGenerator<string> {
  const delimiter = locale === 'fr' ? ';' : ',';
  const written = (lines: readonly (readonly string[])[]) =>
    stringify(lines as string[][], { delimiter, escape_formulas: true, record_delimiter: 'windows' });
  yield MARK;
  const [only] = sheets;
  const table = sheets.length === 1;
  const heads = table
    ? only.columns.map((column) => columnHeading(column, locale))
    : ['SECTION', 'LINE', 'FIELD', 'VALUE'].map((head) => say(`EXPORT_${head}`, locale));
  yield written([heads]);
  let lines: string[][] = [];
  for (const sheet of sheets) {
    let line = 0;
    for await (const row of sheet.rows) {
      line += 1;
      if (table) lines.push(sheet.columns.map((column) => cellOf(column, row, locale)));
      else lines.push(...fieldsOf(sheet, row, line, locale));
      if (lines.length < AT_ONCE) continue;
      yield written(lines);
      lines = [];
    }
  }
  if (lines.length > 0) yield written(lines);
}

const fieldsOf = ({ key, columns }: Sheet, row: Row, line: number, locale: Locale): string[][] =>
  columns
    .filter((column) => row[column.key] != null)
    .map((column) => [headingOf(key, locale), String(line), columnHeading(column, locale), cellOf(column, row, locale)]);

function cellOf(column: Column, row: Row, locale: Locale): string {
  const value = row[column.key];
  if (value == null) return '';
  if (column.kind === 'cents') return decimalOf(value as number, locale === 'fr' ? ',' : '.');
  if (column.kind === 'number') return String(value).replace('.', locale === 'fr' ? ',' : '.');
  if (column.kind === 'instant') return localInstant(String(value));
  return textOf(column, value, locale);
}
