import { type Locale } from '../../core/words.js';
import { type Column, type Row, textOf } from './sheet.rules.js';

/** A cell as it is printed. */
export function printedOf(column: Column, row: Row, locale: Locale): string {
  const value = row[column.key];
  if (value == null) return '';
  const language = locale === 'fr' ? 'fr-FR' : 'en-GB';
  switch (column.kind) {
    case 'cents': {
      const currency = typeof row.currency === 'string' ? row.currency : 'EUR';
      return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(value) / 100);
    }
    case 'count':
      return new Intl.NumberFormat(language).format(Number(value));
    case 'number':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(Number(value));
    case 'day':
      return new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(new Date(String(value)));
    case 'instant':
      return new Intl.DateTimeFormat(language, { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(String(value)),
      );
    default:
      return textOf(column, value, locale);
  }
}

/** Arabic is laid out as a whole, or its words would stand in the wrong order. */
export const shaping = (text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? { features: ['kern'] } : {};

type Page = PDFKit.PDFDocument;

interface Covering {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

/** What no font of ours has, such as some emoji, becomes an empty box: a name stays readable, and nobody takes the gap for its end. */
export function drawable(page: Page, text: string): string {
  const { font } = (page as unknown as Covering)._font;
  return text
    .normalize('NFC')
    .replace(/[\u200d\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n]/gu, (character) => (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '□'));
}
