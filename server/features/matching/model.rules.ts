import type { Frequencies } from './frequency.rules.js';

/** What is compared; each speaks for itself. */
export const matchFields = ['email', 'phone', 'name', 'address', 'area', 'birthDate', 'legalId'] as const;
export type MatchField = (typeof matchFields)[number];

/** Names of a field's levels, from "other" to "the same": the enums of the comparisons say what each means. */
export const levelsOf: Record<MatchField, readonly string[]> = {
  email: ['OTHER', 'SAME_ORGANISATION', 'SAME_NAME', 'NEAR', 'SAME'],
  phone: ['OTHER', 'NEAR', 'SAME'],
  name: ['OTHER', 'PARTLY', 'PART_NEAR', 'PART', 'NEAR', 'SAME'],
  address: ['OTHER', 'STREET', 'SAME'],
  area: ['OTHER', 'NEAR_CITY', 'CITY', 'POSTCODE'],
  birthDate: ['OTHER', 'NEAR', 'SAME'],
  legalId: ['OTHER', 'NEAR', 'SAME'],
};

/** How often each level is reached by two records of the same one (m of Fellegi and Sunter). */
export type Agreement = Record<MatchField, number[]>;

/** Before anything was learnt. Two records of one customer mostly agree, with slips, other addresses and moves in a usual measure. */
export const usualAgreement: Agreement = {
  email: [0.12, 0.04, 0.03, 0.13, 0.68],
  phone: [0.14, 0.06, 0.8],
  name: [0.04, 0.06, 0.1, 0.2, 0.15, 0.45],
  address: [0.2, 0.13, 0.67],
  area: [0.12, 0.08, 0.35, 0.45],
  birthDate: [0.05, 0.1, 0.85],
  legalId: [0.04, 0.08, 0.88],
};

export interface Model {
  agreement: Agreement;
  /** Which part of the orders is of somebody known. */
  share: number;
  frequencies: Frequencies;
  expected: Record<string, number>;
}
