import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Where a number without its country may be from: metropolitan France first, then the territories that dial alike. Those with numbers of
 * their own (Nouvelle-Calédonie, Polynésie, Wallis-et-Futuna, Saint-Pierre-et-Miquelon) need their code: see decision 0070.
 */
const TERRITORIES = ['FR', 'GP', 'GF', 'MQ', 'RE', 'YT'] as const;

/** E.164. */
export const readPhone = (text: string): string | null => phoneFacts(text)?.number ?? null;

/** E.164, and which country or territory it is of, ISO 3166-1 alpha-2; null where it is nobody's. */
export function phoneFacts(text: string): { number: string; country: string | null } | null {
  for (const territory of TERRITORIES) {
    const found = parsePhoneNumberFromString(text, territory);
    if (found?.isValid()) return { number: found.number, country: found.country ?? null };
  }
  return null;
}

/** Lower case: the part before the @ is case-sensitive on paper only. */
export const readEmail = (text: string): string | null => (isEmail(text) ? text.toLowerCase() : null);
