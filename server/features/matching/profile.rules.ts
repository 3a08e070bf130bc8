import type { CountryCode } from 'libphonenumber-js/max';
import { type AddressKey, type Area, addressKey, cityKey, postcodeKey } from './address.rules.js';
import { type EmailKey, emailKey } from './email.rules.js';
import { type NameKey, nameKey } from './name.rules.js';
import { phoneKey } from './phone.rules.js';

/** Where somebody lives or works, as it was written. */
export interface KnownPlace {
  address?: string | null;
  city?: string | null;
  postcode?: string | null;
}

/** What is known of somebody, as it was written. */
export interface Known extends KnownPlace {
  id: string;
  email?: string | null;
  phone?: string | null;
  name?: string | null;
  birthDate?: string | null;
  /** A number that a state gave: SIRET, VAT, social security. */
  legalId?: string | null;
  /** Further ones that are theirs too: of contacts, of other sites. */
  also?: { emails?: readonly string[]; phones?: readonly string[]; names?: readonly string[]; places?: readonly KnownPlace[] };
  /** They proved that they read mails at one of their addresses. */
  emailIsVerified?: boolean;
  /** They proved that they answer at one of their numbers. */
  phoneIsVerified?: boolean;
}

export interface Place {
  address: AddressKey | null;
  area: Area;
}

/** The same, as matching compares it. Plain data: it can be kept as JSON. */
export interface Profile {
  id: string;
  emails: EmailKey[];
  phones: string[];
  names: NameKey[];
  places: Place[];
  birthDate: string | null;
  legalId: string | null;
  emailIsVerified: boolean;
  phoneIsVerified: boolean;
}

/** So many names and places are compared. */
const MOST = 6;
/** So many addresses and numbers: each may be the only thing an order has in common with a company of many contacts. */
export const MOST_IDENTIFIERS = 50;

export function profileOf(known: Known, country: CountryCode = 'FR'): Profile {
  const { also = {} } = known;
  const places = [known, ...(also.places ?? [])].slice(0, MOST);
  const where = places.flatMap(({ city, address }) => [city, address].filter(Boolean)).join(' ');
  return {
    id: known.id,
    emails: distinct([known.email, ...(also.emails ?? [])].map(emailKey), ({ key }) => key, MOST_IDENTIFIERS),
    phones: distinct(
      [known.phone, ...(also.phones ?? [])].map((phone) => phoneKey(phone, country)),
      (phone) => phone,
      MOST_IDENTIFIERS,
    ),
    names: distinct(
      [known.name, ...(also.names ?? [])].map((name) => nameKey(name, where)),
      ({ joined }) => joined,
    ),
    places: places
      .map(({ address, city, postcode }) => ({
        address: addressKey(address),
        area: { city: cityKey(city), postcode: postcodeKey(postcode) },
      }))
      .filter(({ address, area }) => address ?? area.city ?? area.postcode),
    birthDate: dateKey(known.birthDate),
    legalId: known.legalId?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() || null,
    emailIsVerified: known.emailIsVerified ?? false,
    phoneIsVerified: known.phoneIsVerified ?? false,
  };
}

function distinct<T>(values: readonly (T | null)[], by: (value: T) => string, most = MOST): T[] {
  const found = new Map<string, T>();
  for (const value of values) if (value !== null && !found.has(by(value))) found.set(by(value), value);
  return [...found.values()].slice(0, most);
}

/** Eight digits, year, month, day, where it can be told. */
function dateKey(text: string | null | undefined): string | null {
  const digits = text?.replace(/\D/g, '') ?? '';
  if (digits.length !== 8) return digits || null;
  return /^\d{1,2}\D/.test(text!.trim()) ? `${digits.slice(4)}${digits.slice(2, 4)}${digits.slice(0, 2)}` : digits;
}
