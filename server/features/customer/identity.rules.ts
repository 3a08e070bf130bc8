import { isSupportedCountry } from 'libphonenumber-js/max';
import type { Params } from '../../core/words.js';
import { isFrance } from '../geography/communes.rules.js';
import './customer.words.js';

export { readEmail, readPhone } from '../user/contact.rules.js';

const LA_POSTE = '356000000';

/** Luhn's sum over the digits, the last one not doubled. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

const digitsIn = (text: string): string => text.replace(/[\s.]/g, '');

/** A company's nine digits, the last of which is Luhn's check. */
const isSiren = (digits: string): boolean => /^\d{9}$/.test(digits) && luhnSum(digits) % 10 === 0;

/** 14 digits with Luhn's check; La Poste's establishments instead sum their digits to a multiple of 5 (INSEE). */
export function readSiret(text: string): string | null {
  const digits = digitsIn(text);
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return null;
  if (luhnSum(digits) % 10 === 0) return digits;
  const plainSum = [...digits].reduce((sum, digit) => sum + Number(digit), 0);
  return digits.startsWith(LA_POSTE) && plainSum % 5 === 0 ? digits : null;
}

/** What is wrong with a SIRET, as somebody types it; null when nothing is. */
export function mistakeInSiret(text: string): { code: string; params: Params } | null {
  const digits = digitsIn(text);
  if (readSiret(text)) return null;
  if (isSiren(digits)) return { code: 'SIREN_ALONE', params: {} };
  if (/^\d*$/.test(digits) && digits.length !== 14) return { code: 'SIRET_LENGTH', params: { count: digits.length } };
  return { code: /^\d+$/.test(digits) && !isSiren(digits.slice(0, 9)) ? 'SIRET_OF_NO_SIREN' : 'INVALID_SIRET', params: {} };
}

/** The French VAT number of a SIREN: its key is (12 + 3 × (SIREN mod 97)) mod 97. */
export const vatNumberOf = (siren: string): string => `FR${String(vatKeyOf(siren)).padStart(2, '0')}${siren}`;
const vatKeyOf = (siren: string): number => (12 + 3 * (Number(siren) % 97)) % 97;

/** A French VAT number ends with its company's SIREN; of another country's nothing can be said. */
export const isOfSiren = (vatNumber: string, siren: string): boolean => !vatNumber.startsWith('FR') || vatNumber.endsWith(siren);

/** An intra-community VAT number; a French one also has its key checked, where the key is a number. */
export function readVatNumber(text: string): string | null {
  const number = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}[A-Z0-9]{2,13}$/.test(number)) return null;
  if (!number.startsWith('FR')) return number;
  const [, key, siren] = /^FR([A-Z0-9]{2})(\d{9})$/.exec(number) ?? [];
  if (!siren) return null;
  if (!/^\d\d$/.test(key)) return number;
  return Number(key) === vatKeyOf(siren) ? number : null;
}

export function readUrl(text: string): string | null {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href.replace(/\/$/, '') : null;
}

/** ISO 3166-1 alpha-2, upper case. */
export function readCountry(text: string): string | null {
  const code = text.toUpperCase();
  return isSupportedCountry(code) ? code : null;
}

/** As the country writes it where we know how; elsewhere letters, digits, blanks and hyphens, upper case. */
export function readPostalCode(text: string, country: string): string | null {
  if (!isFrance(country)) return /^[A-Z0-9][A-Z0-9 -]{0,9}$/.test(text.toUpperCase()) ? text.toUpperCase() : null;
  const code = text.replace(/\s/g, '');
  return /^(?!00)\d{5}$/.test(code) ? code : null;
}
