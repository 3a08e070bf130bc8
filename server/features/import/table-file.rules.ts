import { csvTable } from './csv-file.rules.js';
import type { Table } from './table.rules.js';
import { peeked } from './text-file.rules.js';
import { xlsxTable } from './xlsx-file.rules.js';

const ZIP = Buffer.from('504b0304', 'hex');

/** Opens a file as a table: a workbook by how it begins, whatever it is called, anything else as CSV. */
export async function openTable(bytes: AsyncIterable<Buffer>, { sheet = null }: { sheet?: string | null } = {}): Promise<Table> {
  const { start, all } = await peeked(bytes);
  return start.subarray(0, 4).equals(ZIP) ? xlsxTable(all, sheet) : csvTable(all);
}
