import { firstBytes, isWorkbook } from './file-columns';

/** Enough for the rows that are shown, little enough to be sent again whenever another file is chosen. */
const beginning = 256 * 1024;

/** What the server needs to show the first rows: the beginning of a CSV, unpacked; of a workbook all, since its end says what is where. */
export async function headOf(file: File): Promise<File> {
  const bytes = await firstBytes(file, beginning);
  return isWorkbook(bytes) ? file : new File([bytes], file.name, { type: file.type });
}
