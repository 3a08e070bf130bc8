const MOST_SOUGHT = 12;

const wordsIn = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** What PostgreSQL keeps of a text for search is a megabyte at most, whoever made that text. */
const MOST_DIFFERENT = 20_000;
const MOST_BYTES = 250_000;

/** The words of a text, each once, so that numbers with signs in them, such as FA-2026-0117, are found by their parts. */
export function asWords(text: string): string {
  const words = [...new Set(wordsIn(text))].slice(0, MOST_DIFFERENT).join(' ');
  return Buffer.from(words)
    .subarray(0, MOST_BYTES)
    .toString()
    .replace(/\ufffd$/, '');
}

/** What somebody looks for, by its words. */
export const wordsSought = (search: string): string[] => wordsIn(search).slice(0, MOST_SOUGHT);

/** Around what was found in an excerpt: of Unicode's private use, which no text that we keep has. */
export const FOUND_BEGINS = '\ue000';
export const FOUND_ENDS = '\ue001';

/** An excerpt in pieces, those that were found told from the rest. */
export const piecesOf = (marked: string): { text: string; found: boolean }[] =>
  marked
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const found = piece.startsWith(FOUND_BEGINS);
      return { text: found ? piece.slice(1, -1) : piece, found };
    });
