import type { Columns } from '../import/columns.rules.js';
import { figureOf, linesOf } from '../import/figures-file.rules.js';
import type { Refusal } from '../import/refusal.rules.js';
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
  const histories = new Map<string, FileHistory>();
  const refused: Refusal[] = [];
  for await (const { line, text, wrong } of linesOf(bytes, columns)) {
    const read = wrong ?? readLine(text);
    if ('code' in read) {
      refused.push({ line, code: read.code, value: read.value.slice(0, 200), column: null });
      continue;
    }
    const known = histories.get(read.id);
    if (!known) histories.set(read.id, read);
    else if (!alike(known, read)) refused.push({ line, code: 'KNOWN_OTHERWISE', value: read.id, column: null });
  }
  return { histories: [...histories.values()], refused };
}

const alike = (one: FileHistory, other: FileHistory) =>
  one.frequency === other.frequency && one.recency === other.recency && one.age === other.age && one.mean === other.mean;

function readLine(text: (field: Field) => string): FileHistory | Pick<Refusal, 'code' | 'value'> {
  const id = text('id');
  if (id === '') return { code: 'NO_CUSTOMER', value: '' };
  const [frequency, recency, age] = [figureOf(text('frequency')), figureOf(text('recency')), figureOf(text('age'))];
  if (frequency === null || frequency < 0 || !Number.isInteger(frequency))
    return { code: 'BAD_FREQUENCY', value: text('frequency') };
  if (age === null || age < 0) return { code: 'BAD_AGE', value: text('age') };
  if (recency === null || recency < 0 || recency > age) return { code: 'BAD_RECENCY', value: text('recency') };
  return { id, frequency, recency: frequency === 0 ? 0 : recency, age, mean: figureOf(text('monetary')) };
}
