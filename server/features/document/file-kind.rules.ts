interface Kind {
  mime: string;
  /** The first is the one we add to a name that has none. */
  extensions: readonly string[];
  /** May be shown in the page: as it is, or redrawn. */
  preview?: 'as it is' | 'redrawn';
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';
const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** What may be uploaded. Everything else is refused: programs, pages, drawings that can hold scripts, macros. */
const KINDS: readonly Kind[] = [
  { mime: 'application/pdf', extensions: ['pdf'], preview: 'as it is' },
  { mime: 'image/png', extensions: ['png'], preview: 'redrawn' },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], preview: 'redrawn' },
  { mime: 'image/webp', extensions: ['webp'], preview: 'redrawn' },
  { mime: 'image/gif', extensions: ['gif'], preview: 'redrawn' },
  { mime: 'image/heic', extensions: ['heic', 'heif'] },
  { mime: `${OFFICE}wordprocessingml.document`, extensions: ['docx'] },
  { mime: `${OFFICE}spreadsheetml.sheet`, extensions: ['xlsx'] },
  { mime: `${OFFICE}presentationml.presentation`, extensions: ['pptx'] },
  { mime: `${OPEN_DOCUMENT}text`, extensions: ['odt'] },
  { mime: `${OPEN_DOCUMENT}spreadsheet`, extensions: ['ods'] },
  { mime: `${OPEN_DOCUMENT}presentation`, extensions: ['odp'] },
  { mime: 'application/msword', extensions: ['doc'] },
  { mime: 'application/vnd.ms-excel', extensions: ['xls'] },
  { mime: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  { mime: 'application/zip', extensions: ['zip'] },
  { mime: 'text/plain', extensions: ['txt'] },
  { mime: 'text/csv', extensions: ['csv'] },
];

/** These share their bytes' beginning; only the name tells them apart. */
const BY_NAME: Record<string, readonly string[]> = {
  'application/x-cfb': ['doc', 'xls', 'ppt'],
  'text/plain': ['txt', 'csv'],
};

export const TEXT = 'text/plain';

const SAME: Record<string, string> = { 'image/heif': 'image/heic' };

/** A beginning that says enough: no need to look at the rest. */
export const isKnown = (mime: string): boolean => mime in BY_NAME || mime in SAME || KINDS.some((kind) => kind.mime === mime);

export const previewOf = (mime: string): Kind['preview'] => KINDS.find((kind) => kind.mime === mime)?.preview;

export const extensionsOf = (mime: string): readonly string[] => KINDS.find((kind) => kind.mime === mime)?.extensions ?? [];

/** What people read in a message. */
export const ALLOWED_EXTENSIONS = KINDS.map(({ extensions }) => extensions[0].toUpperCase()).join(', ');

export type Verdict = { mime: string; extension: string } | { refused: 'NOT_ALLOWED' } | { refused: 'LYING'; said: string };

/**
 * What the file is by its bytes (`found`: null when they are nothing known), held against what its name says and what the sender
 * declared. Browsers declare by the name, and for text and office files whatever the system makes of it, so that isn't weighed there.
 */
export function judge(found: string | null, extension: string | null, declared: string): Verdict {
  const bytes = found === null ? null : (SAME[found] ?? found);
  const said = extension === null ? undefined : KINDS.find(({ extensions }) => extensions.includes(extension));
  if (extension !== null && !said) return { refused: 'NOT_ALLOWED' };
  const known = bytes !== null && BY_NAME[bytes]?.includes(extension ?? '') ? said : KINDS.find(({ mime }) => mime === bytes);
  if (said && known !== said) return { refused: 'LYING', said: said.extensions[0].toUpperCase() };
  if (!known) return { refused: 'NOT_ALLOWED' };
  const claimed = KINDS.find(({ mime, preview }) => preview && mime === declared);
  if (claimed && claimed !== known) return { refused: 'LYING', said: claimed.extensions[0].toUpperCase() };
  return { mime: known.mime, extension: extension ?? known.extensions[0] };
}
