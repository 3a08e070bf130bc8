import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileProblem } from './file-problem.rules.js';

/** More bytes than this without a line's end are no line of a table. */
const LONGEST_LINE = 1_000_000;
const NEWLINE = 10;
const RETURN = 13;

/** The file's text in pieces that end at a line's end: unpacked when it is gzip, and in whichever encoding it was written. */
export async function* textOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const source = await peeked(bytes);
  if (source.start.length === 0) throw new FileProblem('EMPTY_IMPORT_FILE');
  const [first, second] = source.start;
  if (first === 0x1f && second === 0x8b) {
    yield* decoded(await peeked(unpacked(source.all)));
    return;
  }
  yield* decoded(source);
}

export interface Peeked {
  start: Buffer;
  all: AsyncIterable<Buffer>;
}

/** The first bytes, and all of them again. */
export async function peeked(bytes: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  while (start.length < 4) {
    const { value, done } = await iterator.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  async function* all() {
    try {
      yield start;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { start, all: all() };
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // A failing source destroys the unpacking, which then fails in the loop below.
  pipeline(Readable.from(bytes), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw /^Z_/.test(code) ? new FileProblem('BAD_GZIP') : error;
  }
}

/** A ZIP archive; an old workbook, or one that is locked; a PDF. */
const notText = ['504b0304', 'd0cf11e0', '25504446'].map((magic) => Buffer.from(magic, 'hex'));

/** UTF-16 says so at its start. Else it is UTF-8 until a line proves that it is not; then Windows-1252, as old Excel writes. */
async function* decoded({ start, all }: Peeked): AsyncGenerator<string> {
  if (start.length === 0) throw new FileProblem('EMPTY_IMPORT_FILE');
  const wide = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
  if (wide) {
    const decoder = new TextDecoder(wide);
    for await (const chunk of all) yield decoder.decode(chunk, { stream: true });
    return;
  }
  if (notText.some((magic) => start.subarray(0, 4).equals(magic))) throw new FileProblem('NOT_TEXT');
  let decoder = new TextDecoder('utf-8', { fatal: true });
  const text = (part: Buffer): string => {
    try {
      return decoder.decode(part);
    } catch {
      decoder = new TextDecoder('windows-1252');
      return decoder.decode(part);
    }
  };
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of all) {
    const end = Math.max(chunk.lastIndexOf(NEWLINE), chunk.lastIndexOf(RETURN)) + 1;
    if (end > 0) {
      const piece = text(Buffer.concat([rest, chunk.subarray(0, end)]));
      lines += piece.split('\n').length - 1;
      yield piece;
      rest = chunk.subarray(end);
    } else rest = Buffer.concat([rest, chunk]);
    if (rest.length > LONGEST_LINE) throw new FileProblem('LINE_TOO_LONG', { line: lines + 1 });
  }
  if (rest.length > 0) yield text(rest);
}
