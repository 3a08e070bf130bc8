import { codesOf } from '../support/server.js';
import { rolesIn } from './access.row.js';
import type { Role, World } from './access.world.js';
import type { Org } from './organisation.world.js';
import type { Path } from './path.row.js';
import { seen, type TypeName } from './seen.table.js';

const isHere = (role: Role, name: string): boolean =>
  (Object.keys(seen) as TypeName[]).some((type) => seen[type].by[role].has(name));

/** Those who may be given permissions and still see no further. */
const guests = rolesIn('members prestataire revendeur');

/** What this viewer must find at the end of a path, such as A.issued. */
export function expectedAt(
  { type, from, shows, only }: Pick<Path, 'type' | 'from' | 'shows' | 'only'>,
  role: Role,
  permitted = false,
): string[] {
  if (!(permitted && guests.includes(role)) && !rolesIn(only).includes(role)) return [];
  return seen[type].all
    .filter((name) => seen[type].by[role].has(name) && shows.includes(name.slice(2)))
    .filter((name) => from === null || isHere(role, `${name.slice(0, 2)}${from}`))
    .sort();
}

/** What they do find, and the sum of the counts beside the lists. */
export async function foundAt({ server, people, A, B }: World, path: Path, role: Role) {
  const fields = (path.once ? [A] : [A, B]).flatMap((org: Org) => path.ask(org));
  const query = `{ ${fields.map((field, i) => `at${i}: ${field}`).join(' ')} }`;
  const answer = await server.ask(people[role], query);
  const text = JSON.stringify(answer.data ?? null);
  const names = seen[path.type].all.filter((name) => text.includes(`"${(name[0] === 'A' ? A : B)[name.slice(2)]}"`)).sort();
  const counts = [...text.matchAll(/"totalCount":(\d+)/g)].map(([, count]) => Number(count));
  return { names, count: counts.length > 0 ? counts.reduce((sum, count) => sum + count) : null, codes: codesOf(answer) ?? [] };
}

/** What differs, in a line; null where this viewer finds what they should and no more. */
export async function wrongAt(world: World, path: Path, role: Role, permitted = false): Promise<string | null> {
  if (!rolesIn(path.whose).includes(role)) return null;
  const expected = expectedAt(path, role, permitted);
  const { names, count, codes } = await foundAt(world, path, role);
  if (String(names) !== String(expected))
    return `${role} finds ${names.join(' ') || 'nothing'}, not ${expected.join(' ') || 'nothing'} (${codes})`;
  if (count !== null && path.type !== 'user' && count !== names.length) return `${role} counts ${count}, not ${names.length}`;
  return codes.some((code) => code !== 'FORBIDDEN') ? `${role}: ${codes}` : null;
}
