import { AddressAgreement, AreaAgreement } from './address.rules.js';
import type { Compared, Comparison } from './compare.rules.js';
import { type Agreement, levelsOf, type MatchField } from './model.rules.js';
import { NameAgreement } from './name.rules.js';

/** One line of the evidence: for or against, and how much, in bits (the logarithm to base 2 of how much likelier it makes them one). */
export interface Evidence {
  field: MatchField;
  level: string;
  bits: number;
}

const sum = (values: readonly number[], from: number): number => values.slice(from).reduce((total, value) => total + value, 0);

/**
 * What a level is worth. That a record is short or has a slip says as little about two strangers with the same name as about one and the
 * same person: such levels of a name or a town share what all of them are worth, and only the values' frequency tells them apart.
 */
function likelihood({ field, level, chance }: Compared, agreement: Agreement): number {
  const m = agreement[field];
  if (field === 'name' && level >= NameAgreement.PART_NEAR) return sum(m, NameAgreement.PART_NEAR) / chance;
  if (field === 'area' && (level === AreaAgreement.NEAR_CITY || level === AreaAgreement.CITY))
    return (sum(m, AreaAgreement.NEAR_CITY) * (level === AreaAgreement.CITY ? 1 : 0.7)) / chance;
  if (field === 'area' && level === AreaAgreement.POSTCODE) return sum(m, AreaAgreement.NEAR_CITY) / chance;
  return m[level] / chance;
}

export function evidenceOf(comparison: Comparison, agreement: Agreement): Evidence[] {
  const house = comparison.find(({ field }) => field === 'address')?.level;
  return comparison.map((compared) => {
    const { field, level } = compared;
    let bits = Math.log2(likelihood(compared, agreement));
    // A house stands in one town: that the town is the same too says nothing more.
    if (field === 'area' && house === AddressAgreement.SAME) bits = Math.min(0, bits);
    if (field === 'area' && house === AddressAgreement.STREET) bits = Math.min(2, bits);
    return { field, level: levelsOf[field][level], bits };
  });
}

export const bitsOf = (evidence: readonly Evidence[]): number => evidence.reduce((total, { bits }) => total + bits, 0);
