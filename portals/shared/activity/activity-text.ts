const longestTitle = 200;
const usualTitle = 90;

/** The first line is the title; a long one goes on below it. */
export function partsOf(text: string): { title: string; body: string | null } {
  const [first = '', ...rest] = text.trim().split('\n');
  if (first.length <= longestTitle) return { title: first, body: rest.join('\n').trim() || null };
  return { title: `${first.slice(0, usualTitle).replace(/\s+\S*$/, '')}…`, body: text.trim() };
}
