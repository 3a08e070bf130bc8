import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileMissing, type Storage } from './storage.js';

/** Files in a folder. A file is written beside its place and moved there when it is whole and on the disk. */
export class FolderStorage implements Storage {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable): Promise<{ size: number; sha256: string }> {
    const place = this.placeOf(key);
    const draft = `${place}.${process.pid}.part`;
    await mkdir(dirname(place), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(draft, { flush: true }));
      await rename(draft, place);
      const folder = await open(dirname(place));
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { size, sha256: hash.digest('hex') };
  }

  async get(key: string): Promise<Readable> {
    const stream = createReadStream(this.placeOf(key));
    await new Promise<void>((opened, failed) => {
      stream.once('open', () => opened());
      stream.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'ENOENT' ? new FileMissing(key) : error));
    });
    return stream;
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  private placeOf(key: string): string {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error('not a key of this storage');
    return join(this.folder, key);
  }
}
