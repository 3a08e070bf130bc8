import { fileTypeFromStream } from 'file-type';
import { UserError } from '../../core/errors.js';
import { isTooLarge, type ReceivedFile } from '../../core/upload.js';
import { type Locale } from '../../core/words.js';
import { ALLOWED_EXTENSIONS, isKnown, judge, TEXT } from './file-kind.rules.js';
import { cleanName, extensionOf } from './file-name.rules.js';

export interface CheckedFile {
  file: ReceivedFile;
  name: string;
  mime: string;
}

const PATH = ['input', 'file'];

/** The file with a name and a type that can be trusted; refused when it is empty, too large, not allowed, or not what it says. */
export async function checkFile(promise: Promise<ReceivedFile>, locale: Locale): Promise<CheckedFile> {
  const file = await promise.catch(() => {
    throw new UserError('FILE_MISSING', PATH);
  });
  const name = cleanName(file.filename);
  const verdict = judge(await foundIn(file, locale), extensionOf(name), file.mimetype);
  if ('mime' in verdict) {
    const { mime, extension } = verdict;
    const stem = name || 'document';
    return { file, mime, name: extensionOf(name) === null ? cleanName(`${stem}.${extension}`) : name };
  }
  if (verdict.refused === 'LYING') throw new UserError('LYING_TYPE', PATH, { said: verdict.said });
  throw new UserError('TYPE_NOT_ALLOWED', PATH, { allowed: ALLOWED_EXTENSIONS });
}

/** The type by the bytes: what begins like nothing allowed but is text through and through is text. */
async function foundIn(file: ReceivedFile, locale: Locale): Promise<string | null> {
  try {
    const begins = await read(file, fileTypeFromStream);
    if (begins && isKnown(begins.mime)) return begins.mime;
    const { bytes, printable } = await read(file, looked);
    if (bytes === 0) throw new UserError('EMPTY_FILE', PATH);
    return printable ? TEXT : (begins?.mime ?? null);
  } catch (error) {
    if (isTooLarge(error)) throw new UserError('TOO_LARGE', PATH, { max: megabytes(file.limit, locale) });
    throw error;
  }
}

async function read<T>(
  file: ReceivedFile,
  how: (stream: ReturnType<ReceivedFile['createReadStream']>) => Promise<T>,
): Promise<T> {
  const stream = file.createReadStream();
  // A reader that stopped early leaves it open; its end, not its failure, is of interest then.
  stream.on('error', () => {});
  return how(stream).finally(() => stream.destroy());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

async function looked(stream: AsyncIterable<Buffer>): Promise<{ bytes: number; printable: boolean }> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (NO_TEXT.test(chunk.toString('latin1'))) return { bytes, printable: false };
  }
  return { bytes, printable: true };
}

const megabytes = (bytes: number, locale: Locale): string =>
  `${Math.floor((bytes / 1024 / 1024) * 10) / 10} ${locale === 'fr' ? 'Mo' : 'MB'}`;
