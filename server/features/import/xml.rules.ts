import { SaxesParser } from 'saxes';
import { FileProblem } from './file-problem.rules.js';

export interface Tag {
  /** Without its prefix. */
  name: string;
  attributes: Record<string, string>;
}

export interface Reader {
  open?(tag: Tag): void;
  /** The text since the last tag. */
  text?(text: string): void;
  close?(name: string): void;
}

/** So much without a tag is no cell of a table; it would all be kept until the next one. */
const LONGEST_TEXT = 1_000_000;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML as it comes; a turn of the loop after each piece. No entity but the five of XML itself is known, and none is fetched. */
export async function* readXml(bytes: AsyncIterable<Buffer>, reader: Reader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  let since = 0;
  parser.on('error', () => {
    throw new FileProblem('BAD_WORKBOOK');
  });
  parser.on('doctype', () => {
    throw new FileProblem('BAD_WORKBOOK');
  });
  parser.on('opentag', ({ name, attributes }) => {
    since = 0;
    reader.open?.({ name: local(name), attributes: attributes as Record<string, string> });
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    since = 0;
    reader.close?.(local(name));
  });
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    since += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (since > LONGEST_TEXT) throw new FileProblem('BAD_WORKBOOK');
    yield;
  }
  parser.close();
}

/** The same, all at once. */
export async function readWholeXml(bytes: AsyncIterable<Buffer>, reader: Reader): Promise<void> {
  for await (const _ of readXml(bytes, reader));
}
