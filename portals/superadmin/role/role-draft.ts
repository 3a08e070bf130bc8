import type { Reach } from '../../shared/graphql/generated/graphql';

export type RoleDraft = { key: string; name: string; reach: Reach; rank: number; permissions: readonly string[] };

/** What saving would give and take. */
export function differenceOf(before: readonly string[], now: readonly string[]) {
  return {
    added: now.filter((key) => !before.includes(key)),
    taken: before.filter((key) => !now.includes(key)),
  };
}

/** Letters without accents, for looking up. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
