import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  text: string | Buffer;
  /** Said in place of the true size: as whoever means harm would. */
  claims?: number;
}

/** A ZIP archive, made by hand so that a test can also make a bad one. */
export function zip(parts: Record<string, string | Buffer | Part>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { text, claims } = typeof part === 'string' || Buffer.isBuffer(part) ? { text: part, claims: undefined } : part;
    const bytes = Buffer.from(text as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** A cell: a text, a number with its style, or XML as it stands. */
export type Cell = string | number | { n: number; style: number } | { xml: string };

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const cellOf = (cell: Cell): string => {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'string') return cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return 'xml' in cell ? cell.xml : `<c s="${cell.style}"><v>${cell.n}</v></c>`;
};

/** Style 1 is a date, 2 five digits, 3 a French phone number, 4 a price; 5 a date with its time. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##"/>
  <numFmt numFmtId="166" formatCode="#,##0.00\\ [$€-40C]"/><numFmt numFmtId="167" formatCode="[$-40C]d\\ mmmm\\ yyyy\\ hh:mm;@"/></numFmts>
  <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

interface Book {
  from1904?: boolean;
  hidden?: string[];
  sharedStrings?: string;
  /** Parts in place of those that would be made, or beside them. */
  parts?: Parameters<typeof zip>[0];
  /** After the rows of each sheet. */
  tail?: string;
}

/** A workbook of these sheets: name → rows of cells. */
export function workbook(
  sheets: Record<string, Cell[][]>,
  { from1904, hidden = [], sharedStrings, parts, tail = '' }: Book = {},
): Buffer {
  const names = Object.keys(sheets);
  const rows = (cells: Cell[][]) => cells.map((row, i) => `<row r="${i + 1}">${row.map(cellOf).join('')}</row>`).join('');
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr ${from1904 ? 'date1904="1"' : ''}/><sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...(sharedStrings ? { 'xl/sharedStrings.xml': sharedStrings } : {}),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${rows(sheets[name])}</sheetData>${tail}</worksheet>`,
      ]),
    ),
    ...parts,
  });
}
