import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';

/** Where files are kept: a folder, or an S3-compatible store. Keys are ours, never a name somebody sent. */
export interface Storage {
  /** Keeps the stream's bytes under the key. When the stream fails, nothing of it is left. */
  put(key: string, content: Readable): Promise<Measure>;
  /** The bytes, or those of a part; fails with `FileMissing` when there are none. */
  get(key: string, part?: Part): Promise<Readable>;
  /** Takes the bytes away; fine when there are none. */
  remove(key: string): Promise<void>;
}

export interface Measure {
  /** Bytes. */
  size: number;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
}

/** Bytes from the first to the last, both included, counted from 0. */
export interface Part {
  first: number;
  last: number;
}

export class FileMissing extends Error {
  constructor(key: string) {
    super(`no file ${key}`);
  }
}

/** No key reaches out of the storage, whoever made it. */
export function checkKey(key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error('not a key of this storage');
  return key;
}

/** Lets the bytes through and measures them. */
export function measuring(): { through: Transform; measure(): Measure } {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { through, measure: () => ({ size, sha256: hash.digest('hex') }) };
}
