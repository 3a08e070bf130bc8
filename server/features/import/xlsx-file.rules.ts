import { FileProblem } from './file-problem.rules.js';
import type { Row, Table } from './table.rules.js';
import { columnOf, type Format, textOfNumber } from './xlsx-cell.rules.js';
import { isTrue, readFormats, readSharedTexts, readWorkbook } from './xlsx-parts.rules.js';
import { type Reader, readXml } from './xml.rules.js';
import { Archive } from './zip-file.rules.js';

/** No table of people is wider. */
const MOST_COLUMNS = 500;

/** A workbook (.xlsx) as a table: the sheet of that name, else the first that is not hidden. */
export async function xlsxTable(bytes: AsyncIterable<Buffer>, sheetName: string | null): Promise<Table> {
  const archive = await Archive.open(bytes);
  try {
    const { sheets, from1904 } = await readWorkbook(archive);
    const names = sheets.map(({ name }) => name);
    const sheet =
      sheetName === null ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find(({ name }) => name === sheetName);
    if (!sheet)
      throw new FileProblem('UNKNOWN_SHEET', { sheet: sheetName ?? '', sheets: names.map((name) => `“${name}”`).join(' ') });
    const [formats, texts] = [await readFormats(archive), await readSharedTexts(archive)];
    const reader = new SheetReader(formats, texts, from1904);
    return { separator: null, sheets: names, rows: rowsOf(archive, sheet.path, reader) };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

async function* rowsOf(archive: Archive, path: string, reader: SheetReader): AsyncGenerator<Row> {
  let width: number | null = null;
  try {
    for await (const _ of readXml(archive.read(path), reader)) {
      for (const row of reader.done.splice(0)) {
        while (width === null && row.cells.at(-1) === '') row.cells.pop();
        if (row.cells.every((cell) => cell === '')) continue;
        width ??= row.cells.length;
        // What stands right of the last header belongs to no column.
        yield { line: row.line, cells: Array.from({ length: width }, (_, at) => row.cells[at] ?? '') };
      }
    }
  } finally {
    await archive.close();
  }
}

/** Puts rows together from the tags of a sheet. Of a formula the value it had when the workbook was saved is taken; none is worked out. */
class SheetReader implements Reader {
  readonly done: Row[] = [];
  private line = 0;
  private cells: string[] = [];
  private at = -1;
  private type = '';
  private style = 0;
  private value = '';
  private taking = false;
  private spoken = false;

  constructor(
    private readonly formats: readonly Format[],
    private readonly texts: readonly string[],
    private readonly from1904: boolean,
  ) {}

  open({ name, attributes }: { name: string; attributes: Record<string, string> }): void {
    if (name === 'row') {
      this.line = Number(attributes.r ?? this.line + 1);
      this.cells = [];
      this.at = -1;
    } else if (name === 'c') {
      this.at = attributes.r ? columnOf(attributes.r) : this.at + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
    } else if (name === 'rPh') this.spoken = true;
    else if (name === 'v' || name === 't') this.taking = true;
  }

  text(piece: string): void {
    if (this.taking && !this.spoken) this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.taking = false;
    else if (name === 'rPh') this.spoken = false;
    else if (name === 'c' && this.at >= 0 && this.at < MOST_COLUMNS) {
      while (this.cells.length < this.at) this.cells.push('');
      this.cells[this.at] = this.cell();
    } else if (name === 'row') this.done.push({ cells: this.cells, line: this.line });
  }

  private cell(): string {
    switch (this.type) {
      case 's':
        return this.value === '' ? '' : (this.texts[Number(this.value)] ?? '');
      case 'b':
        return this.value === '' ? '' : String(isTrue(this.value));
      case 'n':
        return textOfNumber(this.value, this.formats[this.style] ?? { kind: 'plain' }, this.from1904);
      default:
        return this.value;
    }
  }
}
