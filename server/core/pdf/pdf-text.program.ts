import { getDocumentProxy } from 'unpdf';

/*
 * Reads the text of one PDF: its bytes come by the standard input, what was found goes to the standard output. A PDF is whatever
 * somebody sent, so this runs in a process of its own (pdf-text.ts), which may be killed, and knows no secret.
 */

const MOST_PAGES = 500;
const MOST_CHARACTERS = 1_000_000;

async function bytesOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A space where words broke off, none that nobody sees; what the database can't keep is left out. */
const tidied = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\s]+/g, ' ')
    .trim();

async function read(): Promise<object> {
  try {
    const pdf = await getDocumentProxy(await bytesOf(process.stdin), { stopAtErrors: false, useSystemFonts: false });
    const pages: { number: number; text: string }[] = [];
    let left = MOST_CHARACTERS;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && left > 0; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = tidied(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')).slice(
        0,
        left,
      );
      page.cleanup();
      left -= text.length;
      if (text) pages.push({ number, text });
    }
    return { state: pages.length > 0 ? 'READ' : 'EMPTY', pages };
  } catch (error) {
    return { state: (error as Error).name === 'PasswordException' ? 'LOCKED' : 'UNREADABLE', pages: [] };
  }
}

const answer = JSON.stringify(await read());
process.stdout.write(answer, () => process.exit());
