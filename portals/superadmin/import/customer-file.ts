import { firstBytes } from './file-columns';

/** Enough for the rows that are shown, little enough to be sent again whenever another file is chosen. */
const beginning = 256 * 1024;

/** What the server needs to show the first rows: the beginning of a CSV, unpacked. */
export async function headOf(file: File): Promise<File> {
  return new File([await firstBytes(file, beginning)], file.name, { type: file.type });
}
