import { type Role, roles } from './access.world.js';

/**
 * What somebody gets.
 * - `own`: what is of their own organisation; the other's is hidden, just like what doesn't exist.
 * - `all`: both.
 * - `none`: they may ask, and everything is hidden.
 * - `seen`: their own is seen but refused (FORBIDDEN), the other's is hidden. `seenAll`: both are seen and refused.
 * - `no`: the field itself is refused (FORBIDDEN). Whoever a row does not name gets this.
 * - `ok`: answered; there is no object to it.
 * - a number or an object: exactly this answer, for figures.
 * - `{ own, foreign }`: an outcome each, such as the code of a mistake.
 */
export type Cell =
  | 'own'
  | 'all'
  | 'none'
  | 'seen'
  | 'seenAll'
  | 'no'
  | 'ok'
  | number
  | { own: string; foreign: string }
  | { is: object | null };

/** `team` are all of ours; `managers` are those above staff, `admins` those above managers; `everyone` are all who are signed in. */
const groups = {
  everyone: roles,
  members: ['client', 'colleague'],
  team: ['staff', 'manager', 'admin', 'superadmin'],
  managers: ['manager', 'admin', 'superadmin'],
  admins: ['admin', 'superadmin'],
} as const satisfies Record<string, readonly Role[]>;

export type Named = Role | keyof typeof groups;
export type Cells = Partial<Record<Named, Cell>>;

/** The roles behind these names, such as 'client team'. */
export const rolesIn = (names: string): Role[] =>
  names
    .split(' ')
    .filter(Boolean)
    .flatMap((name) => (name in groups ? groups[name as keyof typeof groups] : [name as Role]));

/** What each role gets. A role named by itself counts more than a group it is in. */
export function cellsOf(cells: Cells): Record<Role, Cell> {
  const entries = Object.entries(cells) as [Named, Cell][];
  const ofGroups = entries
    .filter(([name]) => name in groups)
    .flatMap(([name, cell]) => rolesIn(name).map((role) => [role, cell] as const));
  const single = entries.filter(([name]) => !(name in groups));
  return Object.fromEntries([...roles.map((role) => [role, 'no'] as const), ...ofGroups, ...single]) as Record<Role, Cell>;
}

export interface Row {
  /** Such as Query.invoice. */
  field: string;
  /** Several rows of one field are told apart by this. */
  title: string;
  query: string;
  cells: Record<Role, Cell>;
}
