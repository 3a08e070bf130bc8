import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/words.js';
import { FileProblem } from '../import/file-problem.rules.js';
import { mappingOf } from '../import/import-run.service.js';
import type { Row, Table } from '../import/table.rules.js';
import { openTable } from '../import/table-file.rules.js';
import { fillableFields } from './custom-values.service.js';
import { columnsWith } from './customer-columns.rules.js';
import type { CustomerImportPreviewInput } from './customer-import.input.js';
import type { CustomerImportPreview, ImportPreviewRow } from './customer-import.page.js';
import { CustomerReader } from './customer-reader.service.js';

const MOST_ROWS = 20;

/** Reads the beginning as the import would. What is wrong with the file as a whole is told, not thrown. */
export async function previewCustomers(ctx: Context, input: CustomerImportPreviewInput): Promise<CustomerImportPreview> {
  const fields = await fillableFields(ctx);
  const columns = columnsWith(fields);
  const preview: CustomerImportPreview = {
    sheets: [],
    headers: [],
    fields: [...columns.fields],
    columns: [],
    rows: [],
    problem: null,
  };
  try {
    const table = await tableOf(input);
    preview.sheets = [...table.sheets];
    const { value: header } = await table.rows.next();
    if (!header) throw new FileProblem('EMPTY_IMPORT_FILE');
    preview.headers = header.cells.map((cell: string) => cell.trim());
    const rows = await firstRows(table);
    preview.rows = rows.map((row) => ({ ...row, mistakes: [] }));
    const options = { mapping: mappingOf(columns, input.mapping), prefix: input.prefix?.trim() ?? '', sheet: null };
    const reader = new CustomerReader({ viewer: ctx.viewer, fields }, header.cells, table, options);
    preview.columns = [...reader.columns].map(([field, column]) => ({ field, column }));
    reader.refuseNameless();
    preview.rows = rows.map((row) => withMistakes(ctx, reader, row));
  } catch (error) {
    if (!(error instanceof FileProblem || error instanceof UserError)) throw error;
    preview.problem = say(error.code, ctx.locale, error.params);
  }
  return preview;
}

async function tableOf({ file, rows, sheet }: CustomerImportPreviewInput): Promise<Table> {
  if (rows) return { separator: null, sheets: [], rows: typed(rows) };
  const received = await file?.catch(() => null);
  if (!received) throw new FileProblem('FILE_MISSING');
  return openTable(received.createReadStream() as AsyncIterable<Buffer>, { sheet });
}

async function* typed(rows: readonly string[][]): AsyncGenerator<Row> {
  for (const [i, cells] of rows.entries()) yield { cells, line: i + 1 };
}

/** A beginning may be cut in the middle of a row: what can't be read after some rows were is no mistake of the file. */
async function firstRows({ rows }: Table): Promise<Row[]> {
  const found: Row[] = [];
  try {
    for await (const row of rows) {
      found.push(row);
      if (found.length === MOST_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof FileProblem) || found.length === 0) throw error;
  }
  return found;
}

function withMistakes(ctx: Context, reader: CustomerReader, row: Row): ImportPreviewRow {
  const read = reader.read(row);
  const refused = 'refused' in read ? read.refused : [];
  return {
    ...row,
    mistakes: refused.map(({ code, value, column }) => ({
      column: column === null ? null : reader.headers.indexOf(column),
      code,
      message: say(code, ctx.locale, { value }),
    })),
  };
}
