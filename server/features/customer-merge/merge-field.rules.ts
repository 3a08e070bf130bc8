import type { Customer } from '../customer/customer.entity.js';
import { CustomerKind } from '../customer/customer.entity.js';

/** What two records may say differently, in the order in which people look at it. */
export const mergeFields = [
  'name',
  'kind',
  'siret',
  'vatNumber',
  'email',
  'phone',
  'website',
  'iban',
  'status',
  'tags',
  'internalNote',
  'managerId',
  'resellerId',
  'externalId',
] as const;
export type MergedField = (typeof mergeFields)[number];

/** Whoever may not read a field doesn't choose it. */
export const neededFor: Partial<Record<MergedField, string>> = {
  iban: 'customer.iban',
  tags: 'customer.tags',
  internalNote: 'customer.internal',
};

export enum MergeSide {
  SURVIVOR = 'SURVIVOR',
  OTHER = 'OTHER',
  BOTH = 'BOTH',
}

type Said = Pick<Customer, MergedField>;

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const mayKeepBoth = (field: string): boolean => field === 'tags' || field === 'internalNote';

/** Both say something, and not the same. */
export const differs = (field: MergedField, survivor: Said, other: Said): boolean => !same(survivor[field], other[field]);

/** Which value stays unless somebody chooses: the survivor's; the other's where the survivor has none; both where both fit. */
export function usualSide(field: MergedField, survivor: Said, other: Said): MergeSide {
  if (isEmpty(other[field]) || same(survivor[field], other[field])) return MergeSide.SURVIVOR;
  if (isEmpty(survivor[field])) {
    const companyOnly = field === 'siret' || field === 'vatNumber';
    return companyOnly && survivor.kind === CustomerKind.PERSON ? MergeSide.SURVIVOR : MergeSide.OTHER;
  }
  return mayKeepBoth(field) ? MergeSide.BOTH : MergeSide.SURVIVOR;
}

/** The value that stays. */
export function keptValue(field: MergedField, side: MergeSide, survivor: Said, other: Said): unknown {
  if (side !== MergeSide.BOTH) return (side === MergeSide.OTHER ? other : survivor)[field];
  if (field === 'tags') return [...new Set([...survivor.tags, ...other.tags])];
  return [survivor.internalNote, other.internalNote].filter(Boolean).join('\n\n') || null;
}
