/** A line of a file: its cells as text, and where it ends. */
export interface Row {
  cells: string[];
  line: number;
}

const separators = { ',': ',', ';': ';', '\t': 'tab', '|': '|' } as const;
export type Separator = keyof typeof separators;

/** A file that was opened. Its first row is the header; rows are read once, as they are asked for. */
export interface Table {
  /** What stands between the cells; null in a workbook. */
  separator: Separator | null;
  /** The names of a workbook's sheets. */
  sheets: readonly string[];
  rows: AsyncGenerator<Row>;
}

export const wordOf = (separator: Separator | null): string => (separator ? separators[separator] : '');

/** The separator that cuts the header into the most columns; what stands in quotes does not count. */
export function separatorOf(header: string): Separator {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return (Object.keys(separators) as Separator[]).reduce((best, one) => (count(one) > count(best) ? one : best));
}
