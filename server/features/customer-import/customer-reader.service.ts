import { columnsOf, type Mapping } from '../import/columns.rules.js';
import { FileProblem } from '../import/file-problem.rules.js';
import { type Refusal, wrongShape } from '../import/refusal.rules.js';
import type { Row, Table } from '../import/table.rules.js';
import { openTable } from '../import/table-file.rules.js';
import { type CustomerField, columnsWith, namingFields } from './customer-columns.rules.js';
import './customer-import.words.js';
import { type CustomerLine, type LineReader, type Mistake, readLine } from './customer-line.service.js';
import { isNothing } from './customer-values.rules.js';

/** What the sender says about a file. */
export interface CustomerFileOptions {
  mapping: Mapping<CustomerField>;
  /** Put before each reference, so that the numbers of two older systems are not taken for each other. */
  prefix: string;
  /** A workbook’s sheet; null: the first that is not hidden. */
  sheet: string | null;
}

export type Read = { line: number; read: CustomerLine } | { line: number; refused: Refusal[] };

/** The file's lines one after the other, each readable or refused. Fails with a FileProblem where the whole can't be read. */
export async function* readCustomerFile(
  by: LineReader,
  bytes: AsyncIterable<Buffer>,
  options: CustomerFileOptions,
): AsyncGenerator<Read> {
  const table = await openTable(bytes, options);
  let reader: CustomerReader | null = null;
  for await (const row of table.rows) {
    if (reader) yield reader.read(row);
    else {
      reader = new CustomerReader(by, row.cells, table, options);
      reader.refuseNameless();
    }
  }
  if (!reader) throw new FileProblem('EMPTY_IMPORT_FILE');
}

/** Reads the lines of a file that has this header. */
export class CustomerReader {
  readonly headers: string[];
  readonly columns: Map<CustomerField, number>;

  constructor(
    private readonly by: LineReader,
    headers: readonly string[],
    table: Pick<Table, 'separator'>,
    private readonly options: CustomerFileOptions,
  ) {
    this.headers = headers.map((header) => header.trim());
    this.columns = columnsOf(columnsWith(by.fields), this.headers, options.mapping, table);
  }

  /** No line of a file without a name can be read. */
  refuseNameless(): void {
    if (namingFields.some((field) => this.columns.has(field))) return;
    throw new FileProblem('MISSING_NAME_COLUMN', { headers: this.headers.map((header) => `“${header.slice(0, 60)}”`).join(' ') });
  }

  read({ cells, line }: Row): Read {
    const shape = wrongShape(cells, this.headers.length);
    if (shape) return { line, refused: [{ line, ...shape, column: null }] };
    const cell = (field: CustomerField): string | null => {
      const text = cells[this.columns.get(field) ?? -1]?.trim() ?? '';
      return isNothing(text) ? null : text;
    };
    const read = readLine(this.by, cell, this.options.prefix);
    if (!Array.isArray(read)) return { line, read };
    return { line, refused: read.map((mistake) => this.refusalOf(mistake, cells, line)) };
  }

  private refusalOf({ field, code }: Mistake, cells: readonly string[], line: number): Refusal {
    const at = field === null ? undefined : this.columns.get(field);
    if (at === undefined) return { line, code, value: '', column: null };
    return { line, code, value: (cells[at] ?? '').trim().slice(0, 200), column: this.headers[at] };
  }
}
