export type Named = { id: string; name: string };

const token = (id: string) => `@[${id}]`;

/** What is typed holds names, what is kept holds ids: the longest names first, since one may begin another. */
export function kept(text: string, people: readonly Named[]): string {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  return longest.reduce((all, { id, name }) => all.replaceAll(`@${name}`, token(id)), text);
}

/** The text in pieces: a mention is one of its own. */
export function pieces(text: string, people: readonly Named[]): { text: string; mention: boolean }[] {
  const names = people.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [{ text, mention: false }];
  const found = new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text
    .split(found)
    .filter(Boolean)
    .map((piece) => ({ text: piece, mention: names.includes(piece) }));
}

/** What is being typed after an @, up to the cursor; null where nobody is being named. */
export function askedAt(text: string, cursor: number): { from: number; search: string } | null {
  const before = text.slice(0, cursor);
  const [, search] = /(?:^|\s)@([\p{L}'’-]*(?: [\p{L}'’-]*)?)$/u.exec(before) ?? [];
  return search === undefined ? null : { from: cursor - search.length - 1, search };
}
