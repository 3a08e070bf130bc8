import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileProblem } from './file-problem.rules.js';

/** A workbook's parts are read from a file on disk, so it may be no larger than this. */
const MOST_PACKED = 200_000_000;
const MOST_ENTRIES = 5_000;
/** More than this unpacked, or much more than it was packed, is no workbook of people: text packs to a tenth, repeated text to a fiftieth. */
const MOST_UNPACKED = 2_000_000_000;
const MOST_RATIO = 250;
const RATIO_COUNTS_FROM = 20_000_000;

const RATHER_CSV = () => new FileProblem('WORKBOOK_TOO_LARGE');

/** An archive whose parts are read one at a time. What it says of their sizes is checked before, and held to while they are read. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly folder: string,
  ) {}

  static async open(bytes: AsyncIterable<Buffer>): Promise<Archive> {
    const folder = await mkdtemp(join(tmpdir(), 'prisme-workbook-'));
    let zip: ZipFile | undefined;
    try {
      const file = join(folder, 'file');
      await pipeline(Readable.from(atMost(bytes)), createWriteStream(file));
      zip = await openPromise(file, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MOST_ENTRIES) throw RATHER_CSV();
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new Archive(zip, entries, folder);
    } catch (error) {
      zip?.close();
      await rm(folder, { recursive: true, force: true });
      throw brokenUnlessKnown(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A part, unpacked as it is read; no more of it than the archive said. */
  async *read(name: string, most = MOST_UNPACKED): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new FileProblem('BAD_WORKBOOK');
    const { uncompressedSize, compressedSize } = entry;
    const swells = uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MOST_RATIO;
    if (uncompressedSize > most || swells) throw RATHER_CSV();
    try {
      // It fails as soon as more comes out than was said.
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) yield chunk as Buffer;
    } catch (error) {
      throw brokenUnlessKnown(error);
    }
  }

  async close(): Promise<void> {
    this.zip.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function* atMost(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_PACKED) throw RATHER_CSV();
    yield chunk;
  }
}

/** What the disk and the network say has a code; what is left is the archive's. */
const brokenUnlessKnown = (error: unknown): unknown => {
  const { code = '' } = error as { code?: unknown };
  const isOurs = error instanceof FileProblem || (typeof code === 'string' && /^E[A-Z]+$/.test(code));
  return isOurs ? error : new FileProblem('BAD_WORKBOOK');
};
