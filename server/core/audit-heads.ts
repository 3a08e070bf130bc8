import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileMissing, type Storage } from './storage/storage.js';

/** A seal as it is known outside the database. */
export interface Head {
  number: number;
  /** SHA-256 in hexadecimal. */
  hash: string;
  /** When it was sealed. */
  at: string;
}

/** The heads of the audit chain, kept where whoever changes the database doesn't reach. Only ever added to. */
export interface Heads {
  write(head: Head): Promise<void>;
  /** All that was written under this number: more than one is one too many. */
  at(number: number): Promise<Head[]>;
}

/** A line a seal, in one file. */
export class FileHeads implements Heads {
  constructor(private readonly file: string) {}

  async write(head: Head): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const file = await open(this.file, 'a', 0o600);
    try {
      await file.write(`${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async at(number: number): Promise<Head[]> {
    const content = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const mark = `{"number":${number},`;
    return content.split('\n').flatMap((line) => (line.startsWith(mark) ? [JSON.parse(line) as Head] : []));
  }
}

/** An object a seal. One that is there is never written over. */
export class StoredHeads implements Heads {
  constructor(private readonly storage: Storage) {}

  async write(head: Head): Promise<void> {
    const there = await this.at(head.number);
    if (there.some(({ hash }) => hash === head.hash)) return;
    const key = there.length === 0 ? keyOf(head.number) : `${keyOf(head.number)}-${head.hash}`;
    await this.storage.put(key, Readable.from([Buffer.from(JSON.stringify(head))]));
    if (there.length > 0) throw new Error(`another head was written under the number ${head.number}`);
  }

  async at(number: number): Promise<Head[]> {
    try {
      return [JSON.parse(await text(await this.storage.get(keyOf(number)))) as Head];
    } catch (error) {
      if (error instanceof FileMissing) return [];
      throw error;
    }
  }
}

const keyOf = (number: number): string => `audit/${String(number).padStart(12, '0')}`;
