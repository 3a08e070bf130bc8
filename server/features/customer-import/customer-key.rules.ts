import type { Address } from '../customer/address.entity.js';
import type { Customer } from '../customer/customer.entity.js';
import { plainWord } from '../import/columns.rules.js';

interface Keyed {
  reference: string | null;
  customer: Partial<Pick<Customer, 'name' | 'siret' | 'email' | 'phone'>>;
  addresses: readonly Partial<Pick<Address, 'postalCode'>>[];
}

/**
 * By what a customer is known again, in a file and in the database: their reference; else their SIRET; else their name together with
 * their e-mail address, phone number or postal code. Two who share an address are not one.
 */
export function keyOf({ reference, customer: { name = '', siret, email, phone }, addresses }: Keyed): string | null {
  if (reference) return `reference ${reference}`;
  if (siret) return `siret ${siret}`;
  const named = plainWord(name) || name;
  const known = email ?? phone ?? addresses[0]?.postalCode;
  return known ? `${named} ${known}` : null;
}

/** All keys by which a customer who is there may be meant. */
export function keysOf(
  { name, siret, email, phone, externalId }: Pick<Customer, 'name' | 'siret' | 'email' | 'phone' | 'externalId'>,
  addresses: readonly Partial<Pick<Address, 'postalCode'>>[],
): string[] {
  const named = plainWord(name) || name;
  return [
    ...(externalId ? [`reference ${externalId}`] : []),
    ...(siret ? [`siret ${siret}`] : []),
    ...[email, phone, ...addresses.map(({ postalCode }) => postalCode)].flatMap((known) => (known ? [`${named} ${known}`] : [])),
  ];
}
