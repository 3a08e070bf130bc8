import { type Columns, columnsOf } from '../import/columns.rules.js';
import { FileProblem } from '../import/file-problem.rules.js';
import { type Refusal, wrongShape } from '../import/refusal.rules.js';
import type { Table } from '../import/table.rules.js';
import { openTable } from '../import/table-file.rules.js';
import type { History } from './bg-nbd.rules.js';

type Field = 'id' | 'frequency' | 'recency' | 'age' | 'monetary';

const columns: Columns<Field> = {
  fields: ['id', 'frequency', 'recency', 'age', 'monetary'],
  required: ['id', 'frequency', 'recency', 'age'],
  headersOf: {
    id: 'id customer customerid client clientid custid',
    frequency: 'frequency x freq',
    recency: 'recency tx',
    age: 't age tcal',
    monetary: 'monetary monetaryvalue zbar mx m value averagevalue',
  },
};

export interface FileHistory extends History {
  id: string;
  /** The mean of a repeat purchase; null where the file does not say. */
  mean: number | null;
}

export interface HistoryFile {
  histories: FileHistory[];
  refused: Refusal[];
}

/** Reads one history a customer. A line said twice counts once; of two that differ the second is refused. */
export async function readHistoryFile(bytes: AsyncIterable<Buffer>): Promise<HistoryFile> {
  const table = await openTable(bytes);
  const histories = new Map<string, FileHistory>();
  const refused: Refusal[] = [];
  let places: Map<Field, number> | null = null;
  let width = 0;
  for await (const { cells, line } of table.rows) {
    if (!places) {
      places = placesOf(
        cells.map((cell) => cell.trim()),
        table,
      );
      width = cells.length;
      continue;
    }
    const shape = wrongShape(cells, width);
    const at = places;
    const read = shape ?? readLine((field) => cells[at.get(field) ?? -1]?.trim() ?? '');
    if ('code' in read) {
      refused.push({ line, code: read.code, value: read.value.slice(0, 200), column: null });
      continue;
    }
    const known = histories.get(read.id);
    if (!known) histories.set(read.id, read);
    else if (!alike(known, read)) refused.push({ line, code: 'KNOWN_OTHERWISE', value: read.id, column: null });
  }
  if (!places) throw new FileProblem('EMPTY_IMPORT_FILE');
  return { histories: [...histories.values()], refused };
}

/** By their headers; else, where there are enough of them, in the order in which they are documented. */
function placesOf(headers: readonly string[], table: Table): Map<Field, number> {
  try {
    return columnsOf(columns, headers, {}, table);
  } catch (error) {
    if (!(error instanceof FileProblem) || headers.length < columns.fields.length) throw error;
    return new Map(columns.fields.map((field, at) => [field, at]));
  }
}

const alike = (one: FileHistory, other: FileHistory) =>
  one.frequency === other.frequency && one.recency === other.recency && one.age === other.age && one.mean === other.mean;

function readLine(text: (field: Field) => string): FileHistory | Pick<Refusal, 'code' | 'value'> {
  const id = text('id');
  if (id === '') return { code: 'NO_CUSTOMER', value: '' };
  const [frequency, recency, age] = [readNumber(text('frequency')), readNumber(text('recency')), readNumber(text('age'))];
  if (frequency === null || frequency < 0 || !Number.isInteger(frequency))
    return { code: 'BAD_FREQUENCY', value: text('frequency') };
  if (age === null || age < 0) return { code: 'BAD_AGE', value: text('age') };
  if (recency === null || recency < 0 || recency > age) return { code: 'BAD_RECENCY', value: text('recency') };
  return { id, frequency, recency: frequency === 0 ? 0 : recency, age, mean: readNumber(text('monetary')) };
}

/** A comma may be the decimal sign; thousands are not marked in such files. */
function readNumber(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(/^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : null;
}
