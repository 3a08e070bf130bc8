import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { type Locale, say } from '../../core/words.js';
import { drawable, printedOf, shaping } from './pdf-cell.rules.js';
import { type Column, columnHeading, headingOf, type Row, type Sheet } from './sheet.rules.js';

/** One family for Latin, Greek, Cyrillic, Arabic and many signs, embedded as far as it is used. */
const fontOf = (name: string) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const REGULAR = fontOf('DejaVuSansCondensed');
const BOLD = fontOf('DejaVuSansCondensed-Bold');

const INK = '#1f2430';
const PALE = '#5c636a';
const LINE = '#d5d8de';
const MARGIN = 48;
const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - MARGIN - 18;
const GAP = 8;

export interface Printed {
  title: string;
  /** Who made it, and when. */
  by: string;
  at: Date;
  locale: Locale;
}

type Page = PDFKit.PDFDocument;

/** What a program wants to know and a page has no room for. */
const LEFT_OUT = new Set(['currency', 'netCents', 'vatCents', 'paidCents', 'mime', 'size', 'complement']);

/** A sheet to print: what is single from top to bottom, lists as tables, empty ones left out. */
export function pdfOf(sheets: readonly Sheet[], printed: Printed): Page & Readable {
  const { title, at, locale } = printed;
  const page = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: locale === 'fr' ? 'fr-FR' : 'en-GB',
    font: REGULAR,
    info: { Title: title, Author: 'Prisme', CreationDate: at, ModDate: at },
  });
  page.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  draw(page, sheets, printed).catch((error) => page.destroy(error));
  // It is one of Node's streams, which its types don't say whole.
  return page as Page & Readable;
}

async function draw(page: Page, sheets: readonly Sheet[], { title, by, at, locale }: Printed): Promise<void> {
  const clock = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  write(page, title, { size: 18, font: 'bold' });
  write(page, say('EXPORT_MADE', locale, { at: clock.format(at), by }), { size: 8.5, color: PALE });
  for (const { key, columns, rows, single, apart } of sheets) {
    const shown = columns.filter((column) => !LEFT_OUT.has(column.key));
    const table = single || apart ? null : new Table(page, headingOf(key, locale), shown, locale);
    for await (const row of rows) {
      if (table) table.add(row);
      else if (apart) entry(page, shown, row, locale);
      else facts(page, shown, row, locale);
    }
  }
  const { start, count } = page.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    page.switchToPage(i);
    // Below the margin, where a text would otherwise begin another page.
    page.page.margins.bottom = 0;
    page.font('regular').fontSize(8).fillColor(PALE);
    page.text(drawable(page, title), MARGIN, 841.89 - MARGIN + 6, { width: WIDTH / 2, lineBreak: false, ellipsis: true });
    const place = say('EXPORT_PAGE', locale, { page: i + 1, pages: count });
    page.text(place, MARGIN, 841.89 - MARGIN + 6, { width: WIDTH, align: 'right', lineBreak: false });
  }
  page.end();
}

interface Look {
  size: number;
  font?: 'regular' | 'bold';
  color?: string;
}

function write(page: Page, text: string, { size, font = 'regular', color = INK }: Look): void {
  page.font(font).fontSize(size).fillColor(color);
  page.text(drawable(page, text), MARGIN, page.y, { width: WIDTH, ...shaping(text) }).moveDown(0.3);
}

/** Label and value in two columns; what is empty is left out. */
function facts(page: Page, columns: readonly Column[], row: Row, locale: Locale): void {
  page.y += GAP;
  const shown = columns
    .map((column) => [columnHeading(column, locale), printedOf(column, row, locale)])
    .filter(([, text]) => text);
  const half = (WIDTH - 24) / 2;
  for (let i = 0; i < shown.length; i += 2) {
    const pair = shown.slice(i, i + 2);
    page.font('regular').fontSize(9);
    const height = Math.max(...pair.map(([, text]) => heightOf(page, text, half - 90)));
    if (page.y + height > BOTTOM) page.addPage();
    const top = page.y;
    for (const [j, [label, text]] of pair.entries()) {
      const left = MARGIN + j * (half + 24);
      page.fillColor(PALE).text(label, left, top, { width: 86 });
      page.fillColor(INK).text(drawable(page, text), left + 90, top, { width: half - 90, ...shaping(text) });
    }
    page.y = top + height + 4;
  }
}

/** Of long texts: the first column as a title, then each label beside its text over the whole width. */
function entry(page: Page, [first, ...rest]: readonly Column[], row: Row, locale: Locale): void {
  page.y += 2 * GAP;
  if (page.y + 80 > BOTTOM) page.addPage();
  write(page, printedOf(first, row, locale), { size: 12, font: 'bold' });
  for (const column of rest) {
    const text = printedOf(column, row, locale);
    if (!text) continue;
    page.font('regular').fontSize(9);
    const label = columnHeading(column, locale);
    const height = Math.max(heightOf(page, text, WIDTH - 130), heightOf(page, label, 120));
    if (page.y + height > BOTTOM) page.addPage();
    const top = page.y;
    page.fillColor(PALE).text(label, MARGIN, top, { width: 120 });
    page.fillColor(INK).text(drawable(page, text), MARGIN + 130, top, { width: WIDTH - 130, ...shaping(text) });
    page.y = top + height + 4;
  }
}

const WEIGHTS: Record<Column['kind'], number> = {
  text: 3,
  list: 3,
  word: 2,
  yes: 1.2,
  count: 1.1,
  number: 1.4,
  cents: 2,
  day: 2.3,
  instant: 2.8,
};
const WIDE = new Set(['title', 'body', 'name', 'street', 'email']);
const isFigure = ({ kind }: Column) => kind === 'cents' || kind === 'count' || kind === 'number';

/** A table that goes on over pages, its head on each. Nothing is drawn before its first row. */
class Table {
  private readonly widths: number[];
  private begun = false;

  constructor(
    private readonly page: Page,
    private readonly title: string,
    private readonly columns: readonly Column[],
    private readonly locale: Locale,
  ) {
    const weights = columns.map(({ key, kind }) => WEIGHTS[kind] * (WIDE.has(key) ? 1.6 : 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.widths = weights.map((weight) => (weight / sum) * WIDTH);
  }

  add(row: Row): void {
    const { page, columns, locale } = this;
    const cells = columns.map((column) => printedOf(column, row, locale));
    page.font('regular').fontSize(8);
    const most = BOTTOM - MARGIN - 40;
    const height = Math.min(most, Math.max(...cells.map((text, i) => heightOf(page, text, this.widths[i] - GAP))));
    if (!this.begun) this.begin(height);
    else if (page.y + height + 6 > BOTTOM) {
      page.addPage();
      this.head();
    }
    this.line(cells, 'regular', INK, height);
  }

  private begin(height: number): void {
    const { page } = this;
    if (page.y + height + 56 > BOTTOM) page.addPage();
    page.y += 14;
    page.font('bold').fontSize(11).fillColor(INK).text(this.title, MARGIN, page.y, { width: WIDTH });
    page.y += 3;
    this.head();
    this.begun = true;
  }

  private head(): void {
    this.page.font('bold').fontSize(8);
    const heads = this.columns.map((column) => columnHeading(column, this.locale));
    this.line(heads, 'bold', PALE, Math.max(...heads.map((text, i) => heightOf(this.page, text, this.widths[i] - GAP))));
  }

  private line(cells: readonly string[], font: 'regular' | 'bold', color: string, height: number): void {
    const { page, columns, widths } = this;
    const top = page.y + 3;
    page.font(font).fontSize(8).fillColor(color);
    let left = MARGIN;
    for (const [i, text] of cells.entries()) {
      const align = isFigure(columns[i]) ? 'right' : 'left';
      page.text(drawable(page, text), left, top, { width: widths[i] - GAP, height, ellipsis: true, align, ...shaping(text) });
      left += widths[i];
    }
    page.y = top + height + 3;
    page
      .moveTo(MARGIN, page.y)
      .lineTo(MARGIN + WIDTH, page.y)
      .lineWidth(0.5)
      .stroke(LINE);
  }
}

const heightOf = (page: Page, text: string, width: number) => page.heightOfString(drawable(page, text) || ' ', { width });
