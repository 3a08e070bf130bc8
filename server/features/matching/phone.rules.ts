import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readPhone } from '../user/contact.rules.js';
import { edits } from './text.rules.js';

/** Where numbers without their country may be from, the likeliest first. */
const COUNTRIES: readonly CountryCode[] = [
  'FR',
  'BE',
  'CH',
  'LU',
  'GB',
  'US',
  'DE',
  'ES',
  'IT',
  'NL',
  'PT',
  'AU',
  'CA',
  'IE',
  'AT',
];

/** The country whose numbers most of these are, where they are written without it: France unless others clearly win. */
export function countryOfPhones(texts: readonly string[]): CountryCode {
  const seen = texts.filter((text) => !/^\s*(\+|00)/.test(text)).slice(0, 500);
  const valid = (country: CountryCode) =>
    seen.filter((text) => (country === 'FR' ? readPhone(text) : parsePhoneNumberFromString(text, country)?.isValid())).length;
  let [best, most] = ['FR' as CountryCode, valid('FR')];
  if (most >= 0.5 * seen.length) return best;
  for (const country of COUNTRIES) {
    const count = valid(country);
    if (count > 1.2 * most) [best, most] = [country, count];
  }
  return best;
}

/** Typed to be let go on: 0000000000, 0600000000. */
const MADE_UP = /^\d{0,3}(\d)\1{5,}$/;

/** E.164 where the number is one, else its digits; null where there is nothing to compare, or what was typed to be let go on. */
export function phoneKey(text: string | null | undefined, country: CountryCode = 'FR'): string | null {
  if (!text) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 6 || MADE_UP.test(digits)) return null;
  const known = country === 'FR' ? readPhone(text) : (parsePhoneNumberFromString(text, country) ?? null);
  if (typeof known === 'string') return known;
  if (known?.isValid()) return known.number;
  const elsewhere = /^\s*(\+|00)/.test(text) ? parsePhoneNumberFromString(text.replace(/^\s*00/, '+')) : null;
  return elsewhere?.isValid() ? elsewhere.number : digits.replace(/^0+/, '');
}

export enum PhoneAgreement {
  OTHER,
  /** One slip of the finger. */
  NEAR,
  SAME,
}

export function comparePhones(a: string, b: string): PhoneAgreement {
  if (a === b) return PhoneAgreement.SAME;
  const [left, right] = [a.replace('+', ''), b.replace('+', '')];
  // The same number, whose country one of the two leaves out.
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  if (shorter.length >= 8 && longer.endsWith(shorter) && a.startsWith('+') !== b.startsWith('+')) return PhoneAgreement.SAME;
  return shorter.length >= 8 && edits(left, right, 1) <= 1 ? PhoneAgreement.NEAR : PhoneAgreement.OTHER;
}

export function phoneBlocks(phone: string): string[] {
  const digits = phone.replace('+', '');
  return [`p=${digits.slice(-8)}`, `q=${digits.slice(0, -4)}`, `r=${digits.slice(-5)}`];
}
