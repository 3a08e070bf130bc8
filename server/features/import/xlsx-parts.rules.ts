import { FileProblem } from './file-problem.rules.js';
import { type Format, formatOf } from './xlsx-cell.rules.js';
import { readWholeXml, type Tag } from './xml.rules.js';
import type { Archive } from './zip-file.rules.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** These are kept as a whole while the sheet is read. */
const MOST_KEPT = 50_000_000;

export interface Workbook {
  sheets: { name: string; path: string; hidden: boolean }[];
  from1904: boolean;
}

/** The sheets in the order of their tabs, and from which day the workbook counts. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  const read = (name: string, open: (tag: Tag) => void) => readWholeXml(archive.read(name, MOST_KEPT), { open });
  await read(RELATIONS, ({ name, attributes: { Id, Target = '', TargetMode } }) => {
    if (name === 'Relationship' && TargetMode !== 'External')
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  const workbook: Workbook = { sheets: [], from1904: false };
  await read(WORKBOOK, ({ name, attributes }) => {
    if (name === 'workbookPr') workbook.from1904 = isTrue(attributes.date1904);
    if (name !== 'sheet') return;
    const path = targets.get(attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
    // A chart has a tab of its own and no cells.
    if (path?.includes('worksheets/'))
      workbook.sheets.push({
        name: attributes.name ?? '',
        path,
        hidden: attributes.state !== undefined && attributes.state !== 'visible',
      });
  });
  if (workbook.sheets.length === 0) throw new FileProblem('BAD_WORKBOOK');
  return workbook;
}

export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** What each style means for a number, in the order in which cells name them. */
export async function readFormats(archive: Archive): Promise<Format[]> {
  const path = 'xl/styles.xml';
  if (!archive.has(path)) return [];
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  await readWholeXml(archive.read(path, MOST_KEPT), {
    open({ name, attributes }) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** The texts that cells point to. A text may be of several pieces; how it is spoken is left out. */
export async function readSharedTexts(archive: Archive): Promise<string[]> {
  const path = 'xl/sharedStrings.xml';
  if (!archive.has(path)) return [];
  const texts: string[] = [];
  let [text, inText, spoken] = ['', false, false];
  await readWholeXml(archive.read(path, MOST_KEPT), {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      if (name === 't') inText = true;
    },
    text(piece) {
      if (inText && !spoken) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}
