import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

/** A PDF with a page for each text; without texts, one with a drawing only. */
export function pdfOf(texts: readonly string[], options: object = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, ...options });
  for (const text of texts) pdf.addPage().text(text);
  if (texts.length === 0) pdf.addPage().rect(10, 10, 100, 100).fill('#334');
  pdf.end();
  return buffer(pdf);
}
