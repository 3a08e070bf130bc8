import type { Readable } from 'node:stream';

/** Where files are kept: a folder, or an S3-compatible store. Keys are ours, never a name somebody sent. */
export interface Storage {
  /** Keeps the stream's bytes under the key. When the stream fails, nothing of it is left. */
  put(key: string, content: Readable): Promise<{ size: number; sha256: string }>;
  /** The bytes; fails with `FileMissing` when there are none. */
  get(key: string): Promise<Readable>;
  /** Takes the bytes away; fine when there are none. */
  remove(key: string): Promise<void>;
}

export class FileMissing extends Error {
  constructor(key: string) {
    super(`no file ${key}`);
  }
}
