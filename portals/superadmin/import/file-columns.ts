/** Enough for any header, little enough to be read at once. */
const beginning = 64 * 1024;
const separators = [',', ';', '\t', '|'];

/** The first bytes of a file, unpacked where it is gzip. */
export async function firstBytes(file: File, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const gzip = zipped[0] === 0x1f && zipped[1] === 0x8b;
  const stream = gzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value.subarray(0, most - length), length);
    length += value.length;
  }
  await reader.cancel().catch(() => {});
  return bytes.subarray(0, Math.min(length, most));
}

/** A workbook is an archive, and the server reads those. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const [header = ''] = text.split(/\r?\n|\r/, 1);
  return header.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** The first row of a CSV, with what stands in quotes. */
function cellsOf(text: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && char === separator) cells.push('');
    else cells[cells.length - 1] += char;
  }
  return cells.map((cell) => cell.trim());
}

/** The column headers of a CSV, plain or gzip; none when it can't be read as one, and then the server says why. */
export async function columnsOfFile(file: File): Promise<string[]> {
  try {
    const bytes = await firstBytes(file, beginning);
    if (isWorkbook(bytes)) return [];
    const text = textOf(bytes).replace(/^\ufeff/, '');
    const rows = separators.map((separator) => cellsOf(text, separator));
    const widest = rows.reduce((best, row) => (row.length > best.length ? row : best));
    return [...new Set(widest)].filter(Boolean);
  } catch {
    return [];
  }
}
