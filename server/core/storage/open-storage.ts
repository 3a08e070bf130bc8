import { FolderStorage } from './folder.storage.js';
import { s3At } from './s3.storage.js';
import type { Storage } from './storage.js';

/** A folder, unless the address of a store is configured. */
export const openStorage = (url: string | null, folder: string): Storage =>
  url === null ? new FolderStorage(folder) : s3At(url);
