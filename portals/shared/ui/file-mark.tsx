import css from './file-mark.module.css';

const hues: Record<string, string> = {
  PDF: 'red',
  JPG: 'blue',
  JPEG: 'blue',
  PNG: 'blue',
  WEBP: 'blue',
  CSV: 'green',
  XLSX: 'green',
  DOCX: 'violet',
};

/** Kind of file: told by its letters first, by its colour second. */
export function FileMark({ name }: { name: string }) {
  const kind = (/\.(\w{1,4})$/.exec(name)?.[1] ?? '…').toUpperCase();
  return (
    <span className={css.file} style={{ color: `var(--mantine-color-${hues[kind] ?? 'gray'}-text)` }} aria-hidden>
      {kind}
    </span>
  );
}
