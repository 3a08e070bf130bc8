import { FileProblem } from './file-problem.rules.js';
import { type Table, wordOf } from './table.rules.js';

/** What a line of a file may say, and by which headers it is guessed. */
export interface Columns<Field extends string> {
  fields: readonly Field[];
  required: readonly Field[];
  /** Without case, accents and punctuation, one blank between them; the surest first. */
  headersOf: Record<Field, string>;
  /** Further fields that may be named, though none is guessed. */
  alsoNamed?(field: string): boolean;
}

/** Field → header as a person named it. An empty header: the file’s column is left out. */
export type Mapping<Field extends string> = Partial<Record<Field, string>>;

export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Which column holds which field: as told, and guessed from the header where nothing was told. */
export function columnsOf<Field extends string>(
  { fields, required, headersOf }: Columns<Field>,
  headers: readonly string[],
  mapping: Mapping<Field>,
  { separator }: Pick<Table, 'separator'>,
): Map<Field, number> {
  const found = { headers: headers.map((header) => `“${header.slice(0, 60)}”`).join(' '), separator: wordOf(separator) };
  const columns = new Map<Field, number>();
  for (const [field, header] of Object.entries(mapping) as [Field, string][]) {
    if (header === '') continue;
    const exact = headers.indexOf(header);
    const at = exact >= 0 ? exact : headers.findIndex((one) => plainWord(one) === plainWord(header) && plainWord(one) !== '');
    if (at < 0) throw new FileProblem(separator ? 'UNKNOWN_COLUMN' : 'UNKNOWN_SHEET_COLUMN', { header, ...found });
    columns.set(field, at);
  }
  const words = headers.map(plainWord);
  for (const field of fields) {
    if (columns.has(field)) continue;
    const taken = new Set(columns.values());
    const guess = headersOf[field]
      .split(' ')
      .map((word) => words.indexOf(word))
      .find((at) => at >= 0 && !taken.has(at));
    if (guess !== undefined && mapping[field] === undefined) columns.set(field, guess);
    else if (required.includes(field))
      throw new FileProblem(separator ? 'MISSING_COLUMN' : 'MISSING_SHEET_COLUMN', { field, ...found });
  }
  return columns;
}

/** `number=InvoiceNo,placedAt=Date` as a person types it; `phone=` leaves a column out. */
export function readMapping<Field extends string>(columns: Columns<Field>, text: string): Mapping<Field> {
  const mapping: Mapping<Field> = {};
  for (const pair of text.split(',').filter(Boolean)) {
    const [field, ...header] = pair.split('=');
    mapping[knownField(columns, field.trim())] = header.join('=').trim();
  }
  return mapping;
}

export function knownField<Field extends string>({ fields, alsoNamed }: Columns<Field>, field: string): Field {
  if ((fields as readonly string[]).includes(field) || alsoNamed?.(field)) return field as Field;
  throw new FileProblem('UNKNOWN_FIELD', { field, fields: fields.join(', ') });
}
