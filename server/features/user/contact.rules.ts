import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Where a number without its country may be from: metropolitan France first, then the territories that dial alike. */
const TERRITORIES = ['FR', 'GP', 'GF', 'MQ', 'RE', 'YT'] as const;

/** E.164. */
export function readPhone(text: string): string | null {
  for (const territory of TERRITORIES) {
    const number = parsePhoneNumberFromString(text, territory);
    if (number?.isValid()) return number.number;
  }
  return null;
}

/** Lower case: the part before the @ is case-sensitive on paper only. */
export const readEmail = (text: string): string | null => (isEmail(text) ? text.toLowerCase() : null);
