import { rolesIn } from './access.row.js';
import type { Role } from './access.world.js';
import type { Org } from './organisation.world.js';
import { type TypeName } from './seen.table.js';

export interface AbilityRow {
  type: TypeName;
  /** The name of the object. */
  object: string;
  query: (org: Org) => string;
  /** Who may ask for it this way, where not everybody who sees it may. */
  askers: readonly Role[];
  /** Who may what with one's own organisation's, whoever sees it. Who is not named may not. */
  verbs: Record<string, readonly Role[]>;
  /** The same once it is in this state; it is put back afterwards. */
  later?: Pick<AbilityRow, 'verbs'> & { column: string; value: string | null };
}

const named = (verbs: Record<string, string>) =>
  Object.fromEntries(Object.entries(verbs).map(([verb, who]) => [verb, rolesIn(who)]));
export const row = (
  type: TypeName,
  object: string,
  query: AbilityRow['query'],
  verbs: Record<string, string>,
  askers = 'everyone',
): AbilityRow => ({
  type,
  object,
  askers: rolesIn(askers),
  query: (org) => `{ ${query(org).replace('CAN', `id viewerCan { ${Object.keys(verbs).join(' ')} }`)} }`,
  verbs: named(verbs),
});
export const byId = (type: TypeName, object: string, verbs: Record<string, string>, askers?: string) =>
  row(type, object, (org) => `${type}(id: "${org[object]}") { CAN }`, verbs, askers);

export const later = (before: AbilityRow, column: string, value: string | null, verbs: Record<string, string>): AbilityRow => ({
  ...before,
  later: { column, value, verbs: named(verbs) },
});
