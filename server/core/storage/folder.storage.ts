import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey, FileMissing, type Measure, measuring, type Part, type Storage } from './storage.js';

/** Files in a folder. A file is written beside its place and moved there when it is whole and on the disk. */
export class FolderStorage implements Storage {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable): Promise<Measure> {
    const place = this.placeOf(key);
    const draft = `${place}.${process.pid}.part`;
    const { through, measure } = measuring();
    content.on('error', () => {}); // It may fail before anybody reads it; the pipeline tells.
    try {
      await mkdir(dirname(place), { recursive: true });
      await pipeline(content, through, createWriteStream(draft, { flush: true }));
      await rename(draft, place);
      const folder = await open(dirname(place));
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      content.destroy();
      await rm(draft, { force: true });
      throw error;
    }
    return measure();
  }

  async get(key: string, part?: Part): Promise<Readable> {
    const stream = createReadStream(this.placeOf(key), part && { start: part.first, end: part.last });
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
    return join(this.folder, checkKey(key));
  }
}
