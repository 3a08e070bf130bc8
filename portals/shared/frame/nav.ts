import type { Icon } from '@tabler/icons-react';

/** One place of a portal. `label` is a key of the portal's own words; `permission` hides it from those who lack it. */
export type Entry = { label: string; icon: Icon; href: string; permission?: string };
/** `bottom` is the bar on phones: four entries, the fifth place opens the whole menu. */
export type Nav = { groups: { label?: string; entries: Entry[] }[]; bottom: Entry[] };

/** Figures beside the entries, by href. `alert` turns one red. */
export type Counts = Record<string, { count: number; alert?: boolean } | undefined>;

/** The longest entry that the address begins with; `/` only for itself. */
export function currentOf(entries: readonly Entry[], pathname: string): Entry | undefined {
  return entries
    .filter(({ href }) => (href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

export const allowed = (entries: readonly Entry[], permissions: readonly string[]): Entry[] =>
  entries.filter(({ permission }) => !permission || permissions.includes(permission));
