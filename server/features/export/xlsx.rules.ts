import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Locale, say } from '../../core/words.js';
import { type Column, columnHeading, headingOf, localInstant, type Row, type Sheet, textOf } from './sheet.rules.js';
import { CONTENT_TYPES, ROOT_RELATIONS, STYLES, Style, workbookOf, workbookRelations, XML } from './xlsx-parts.rules.js';

/** More do not fit on a sheet: they go on on the next. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
const AT_ONCE = 500;

/** A workbook, written as its rows come: what is in memory is a few hundred rows, whatever the size of the file. */
export function xlsxOf(sheets: readonly Sheet[], locale: Locale, mostRows = MOST_ROWS): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const fail = (error: unknown) => out.destroy(error as Error);
  zip.on('error', fail);
  zip.outputStream.on('error', fail);
  zip.outputStream.pipe(out);
  write(zip, sheets, locale, mostRows).catch(fail);
  return out;
}

async function write(zip: ZipFile, sheets: readonly Sheet[], locale: Locale, mostRows: number): Promise<void> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const lines = linesOf(sheet, locale)[Symbol.asyncIterator]();
    let next = await lines.next();
    for (let part = 1; part === 1 || !next.done; part += 1) {
      names.push(`${headingOf(sheet.key, locale)}${part > 1 ? ` (${part})` : ''}`.slice(0, 31));
      const page = async function* () {
        yield `${XML}${SHEET_START}${widthsOf(sheet)}<sheetData>${headOf(sheet, locale)}`;
        for (let count = 1; !next.done && count < mostRows; count += AT_ONCE) {
          let text = '';
          for (let i = 0; i < AT_ONCE && !next.done && count + i < mostRows; i += 1) {
            text += next.value;
            next = await lines.next();
          }
          yield text;
        }
        yield '</sheetData></worksheet>';
      };
      await added(zip, Readable.from(page()), `xl/worksheets/sheet${names.length}.xml`);
    }
  }
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES(names.length),
    '_rels/.rels': ROOT_RELATIONS,
    'xl/workbook.xml': workbookOf(names.map(escaped)),
    'xl/_rels/workbook.xml.rels': workbookRelations(names.length),
    'xl/styles.xml': STYLES,
  };
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
}

/** The zip reads one stream after the other: done when this one is read. */
const added = (zip: ZipFile, stream: Readable, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject);
    zip.addReadStream(stream, path);
  });

/** The first row stays in sight. */
const SHEET_START =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const WIDTHS: Record<Column['kind'], number> = {
  text: 26,
  list: 26,
  word: 18,
  yes: 10,
  count: 10,
  number: 12,
  cents: 14,
  day: 12,
  instant: 18,
};

const widthsOf = ({ columns, single }: Sheet): string =>
  `<cols>${(single ? [24, 48] : columns.map(({ kind }) => WIDTHS[kind]))
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols>`;

function headOf({ columns, single }: Sheet, locale: Locale): string {
  const heads = single
    ? ['FIELD', 'VALUE'].map((head) => say(`EXPORT_${head}`, locale))
    : columns.map((column) => columnHeading(column, locale));
  return `<row>${heads.map((head) => text(head, Style.HEAD)).join('')}</row>`;
}

async function* linesOf({ columns, rows, single }: Sheet, locale: Locale): AsyncGenerator<string> {
  for await (const row of rows) {
    if (!single) yield `<row>${columns.map((column) => cellOf(column, row, locale)).join('')}</row>`;
    else
      for (const column of columns)
        yield `<row>${text(columnHeading(column, locale), Style.HEAD)}${cellOf(column, row, locale)}</row>`;
  }
}

const DAY_MS = 86_400_000;
/** Day 0 of a workbook. */
const EPOCH = Date.UTC(1899, 11, 30);

function cellOf(column: Column, row: Row, locale: Locale): string {
  const value = row[column.key];
  if (value == null) return '<c/>';
  switch (column.kind) {
    case 'count':
    case 'number':
      return `<c><v>${Number(value)}</v></c>`;
    case 'cents':
      return `<c s="${Style.AMOUNT}"><v>${Number(value) / 100}</v></c>`;
    case 'day':
      return `<c s="${Style.DAY}"><v>${(Date.parse(String(value)) - EPOCH) / DAY_MS}</v></c>`;
    case 'instant': {
      const serial = (Date.parse(`${localInstant(String(value)).replace(' ', 'T')}Z`) - EPOCH) / DAY_MS;
      return `<c s="${Style.INSTANT}"><v>${serial.toFixed(6)}</v></c>`;
    }
    default:
      return text(textOf(column, value, locale));
  }
}

/** Text is text: what begins like a formula is marked as quoted too, which is what an apostrophe typed before it does. */
function text(value: string, style: Style | null = /^[=+\-@\t\r]/.test(value) ? Style.QUOTED : null): string {
  const s = style === null ? '' : ` s="${style}"`;
  return `<c${s} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (value: string): string =>
  value
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character])
    // What looks like an escape of the format is escaped.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_');
