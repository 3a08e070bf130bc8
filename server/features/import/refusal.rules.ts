/** A line of a file that is not imported, or one thing of it that is wrong. */
export interface Refusal {
  line: number;
  code: string;
  /** What stands there that was refused; may be empty. */
  value: string;
  /** The header of the cell that is wrong; null where it is the line as a whole. */
  column: string | null;
}

/** A line that was cut or shifted, so that no cell of it can be trusted. */
export function wrongShape(cells: readonly string[], width: number): Pick<Refusal, 'code' | 'value'> | null {
  if (cells.length < width || cells.slice(width).some((cell) => cell !== ''))
    return { code: 'WRONG_COLUMN_COUNT', value: `${cells.length} / ${width}` };
  return cells.some((cell) => cell.includes('\0')) ? { code: 'BAD_CHARACTER', value: '' } : null;
}
