import PDFDocument from 'pdfkit';
import { seller } from './seller.js';

export interface Paper {
  title: string;
  /** Under the title: for whom, about what. */
  about: string;
  day: string;
  paragraphs: readonly string[];
  /** A table: its head, then its rows; the last column stands to the right. */
  table?: readonly (readonly string[])[];
  signed?: readonly string[];
}

const INK = '#1f2430';
const PALE = '#6b7280';
const LINE = '#d5d8de';
const WIDTH = 483;

/** A page as our office prints it. The same paper gives the same bytes. */
export function draw({ title, about, day, paragraphs, table, signed }: Paper): Promise<Buffer> {
  const made = new Date(`${day}T08:00:00Z`);
  const page = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: 'fr-FR',
    info: { Title: title, Author: seller.name, CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
  });
  page.polygon([56, 76], [68, 56], [80, 76]).fill('#5b4bd6');
  page.fillColor(INK).font('Helvetica-Bold').fontSize(13).text(seller.name, 90, 60);
  page.font('Helvetica').fontSize(8.5).fillColor(PALE);
  page.text(
    `${seller.address.street}, ${seller.address.postalCode} ${seller.address.city} · SIREN ${seller.siren} · ${seller.registry}`,
    90,
    78,
  );
  page.fillColor(INK).font('Helvetica-Bold').fontSize(20).text(title, 56, 130, { width: WIDTH });
  page
    .font('Helvetica')
    .fontSize(10.5)
    .fillColor(PALE)
    .text(`${about} — le ${day.split('-').reverse().join('/')}`, { width: WIDTH });
  page.moveDown(1.5).fillColor(INK).fontSize(10.5);
  for (const paragraph of paragraphs) page.text(paragraph, { width: WIDTH, lineGap: 3 }).moveDown(0.8);
  if (table) drawTable(page, table);
  if (signed) drawSignatures(page, signed);
  page.end();
  return whole;
}

function drawTable(page: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  page.moveDown(0.5);
  const first = WIDTH * 0.52;
  for (const [i, cells] of rows.entries()) {
    const y = page.y + 5;
    page.font(i === 0 ? 'Helvetica-Bold' : 'Helvetica').fontSize(9.5);
    const other = (WIDTH - first) / (cells.length - 1);
    const heights = cells.map((cell, c) => page.heightOfString(cell, { width: c === 0 ? first - 8 : other - 4 }));
    for (const [c, cell] of cells.entries())
      page.text(cell, c === 0 ? 56 : 56 + first + (c - 1) * other, y, {
        width: c === 0 ? first - 8 : other - 4,
        align: c === 0 ? 'left' : 'right',
      });
    const below = y + Math.max(...heights) + 5;
    page
      .moveTo(56, below)
      .lineTo(56 + WIDTH, below)
      .lineWidth(i === 0 ? 1 : 0.5)
      .strokeColor(i === 0 ? INK : LINE)
      .stroke();
    page.x = 56;
    page.y = below;
  }
  page.moveDown(1.2);
}

function drawSignatures(page: PDFKit.PDFDocument, names: readonly string[]): void {
  const y = Math.max(page.y + 24, 620);
  page.fontSize(9.5).fillColor(PALE);
  for (const [i, name] of names.entries()) {
    const x = 56 + i * (WIDTH / names.length);
    page.text(name, x, y, { width: 200 });
    page
      .moveTo(x, y + 62)
      .lineTo(x + 170, y + 62)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    // A hand, more or less.
    page
      .moveTo(x + 12, y + 50)
      .bezierCurveTo(x + 35, y + 18, x + 52, y + 66, x + 74, y + 36 + i * 5)
      .bezierCurveTo(x + 92, y + 26, x + 104, y + 58, x + 140, y + 40)
      .lineWidth(1.2)
      .strokeColor('#27408b')
      .stroke();
  }
}
