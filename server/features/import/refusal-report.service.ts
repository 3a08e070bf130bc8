import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Context } from '../../core/context.js';
import { rowCount, sql } from '../../core/sql.js';
import { type Locale, say } from '../../core/words.js';
import './import.words.js';
import type { Refusal } from './refusal.rules.js';

/** Why, after the header of the cell where it is one. */
export function messageOf({ code, value, column }: Pick<Refusal, 'code' | 'value' | 'column'>, locale: Locale): string {
  const why = say(code, locale, { value });
  return column === null ? why : `${column}${locale === 'fr' ? ' : ' : ': '}${why}`;
}

/** Refused lines as CSV, with a mark by which spreadsheets know UTF-8. Cells that a spreadsheet would take for a formula are made text. */
export const refusalTable = () =>
  stringify({ header: true, columns: ['line', 'code', 'message'], escape_formulas: true, bom: true });

export const refusalRow = (refusal: Refusal, locale: Locale) => [refusal.line, refusal.code, messageOf(refusal, locale)];

const AT_ONCE = 1_000;

/** All refused lines of an import as a CSV file, in the order of the file: for whoever holds the signed address of it. */
export async function refusalsCsv(ctx: Pick<Context, 'query'>, importRunId: string, locale: Locale): Promise<Readable | null> {
  const found = await ctx.query(sql`select from import_run where id::text = ${importRunId}`);
  if (found.length === 0) return null;
  async function* all() {
    let [line, id] = [0, '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const page = await ctx.query<Refusal & { id: string }>(sql`
        select id, line, code, value, "column" from import_refusal
        where import_run_id = ${importRunId} and (line, id) > (${line}::integer, ${id}::uuid) order by line, id limit ${rowCount(AT_ONCE)}`);
      for (const refusal of page) yield refusalRow(refusal, locale);
      const last = page.at(-1);
      if (!last || page.length < AT_ONCE) return;
      [line, id] = [last.line, last.id];
    }
  }
  const table = refusalTable();
  return Readable.from(all())
    .on('error', (error) => table.destroy(error))
    .pipe(table);
}
