import { FolderStorage } from './folder.storage.js';
import type { Storage } from './storage.js';

/** A folder, unless an address of a store is configured. */
export function openStorage(url: string | null, folder: string): Storage {
  if (url === null) return new FolderStorage(folder);
  throw new Error(`STORAGE_URL: ${url} is not an address of a store`);
}
