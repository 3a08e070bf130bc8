/** A colleague named in a text: kept by their id, so that they are shown by the name they have. */
const MENTION = /@\[([0-9a-f-]{36})\]/g;

/** Whom the texts name, each once. */
export const mentionedIn = (...texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => [...(text ?? '').matchAll(MENTION)].map(([, id]) => id))),
];

/** The text with names; whom the reader may not know is somebody. */
export const named = (text: string, names: ReadonlyMap<string, string>, somebody: string): string =>
  text.replace(MENTION, (_, id: string) => `@${names.get(id) ?? somebody}`);
