import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { FileProblem } from './file-problem.rules.js';
import { type Row, type Separator, separatorOf, type Table } from './table.rules.js';
import { textOf } from './text-file.rules.js';

const LONGEST_RECORD = 200_000;

/** A CSV file as a table. */
export async function csvTable(bytes: AsyncIterable<Buffer>): Promise<Table> {
  const text = textOf(bytes);
  const { value: start = '' } = await text.next();
  const separator = separatorOf(
    start
      .replace(/^\ufeff/, '')
      .split(/\r?\n|\r/)
      .find((row: string) => row.trim() !== '') ?? '',
  );
  return { separator, sheets: [], rows: records(start, text, separator) };
}

interface CsvRecord {
  record: string[];
  info: Info;
}

/** What csv-parse makes of the text, piece by piece. */
async function* records(start: string, rest: AsyncGenerator<string>, delimiter: Separator): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  async function* all() {
    yield start;
    yield* rest;
  }
  // What fails on the way fails in the loop below.
  pipeline(Readable.from(all()), parser, () => {});
  let lines = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      lines = info.lines;
      yield { cells: record, line: lines };
    }
  } catch (error) {
    throw problemOf(error as Error, lines + 1);
  }
}

function problemOf(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FileProblem('OPEN_QUOTE', { line });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new FileProblem('LINE_TOO_LONG', { line });
  return error;
}
