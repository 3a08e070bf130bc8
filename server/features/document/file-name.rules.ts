const MOST_CHARACTERS = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The end of a name after its last dot, lower case; null when it has none. */
export const extensionOf = (name: string): string | null => /.\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1].toLowerCase() ?? null;

/** A name somebody sent, as it is kept and shown: no path, nothing unseen, nothing that turns the reading around. */
export function cleanName(sent: string): string {
  const last = sent.normalize('NFC').toWellFormed().replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const dotted = extensionOf(name) === null ? '' : name.slice(name.lastIndexOf('.'));
  const stem = [...name.slice(0, name.length - dotted.length)];
  return stem.slice(0, MOST_CHARACTERS - dotted.length).join('') + dotted;
}

/** A name without its ending. */
export const stemOf = (name: string): string => (extensionOf(name) === null ? name : name.slice(0, name.lastIndexOf('.')));

/** A name that ends as its kind of file does; the usual ending is added to one that doesn't. */
export const endingIn = (name: string, [usual, ...others]: readonly string[]): string =>
  usual === undefined || [usual, ...others].includes(extensionOf(name) ?? '') ? name : cleanName(`${name}.${usual}`);
