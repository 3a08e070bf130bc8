import './customer.words.js';

/** How long an IBAN is, by country, where euros are paid and next door (SWIFT's registry). Elsewhere 15 to 34. */
const LENGTHS: Record<string, number> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 DZ26 EE20 ES24 FI18 FO18 FR27 GB22 GI23 GL18 GR27 HR21 HU28 IE22
  IS26 IT27 LI21 LT20 LU20 LV21 MA28 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TN24 TR26 VA22`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** A long number modulo another, digit by digit. */
const modulo = (digits: string, by: number): number => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);

/** As digits: A is 10, Z is 35. */
const digitsOf = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** Of a French account the letters count A=1 … I=9, J=1 …, S=2 …: the RIB's own table. */
const ribDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(((letter.charCodeAt(0) - 65 + (letter >= 'S' ? 1 : 0)) % 9) + 1));

/** The key of bank (5), branch (5) and account (11): 97 − (89 bank + 15 branch + 3 account) mod 97. */
function ribKeyHolds(rib: string): boolean {
  const [bank, branch, account] = [rib.slice(0, 5), rib.slice(5, 10), ribDigits(rib.slice(10, 21))].map(Number);
  return Number(rib.slice(21)) === 97 - ((89 * bank + 15 * branch + 3 * account) % 97);
}

/** Upper case without blanks; null where the length, the check digits (ISO 7064, 97) or a French account's own key are wrong. */
export function readIban(text: string): string | null {
  const iban = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null;
  const [country, rest] = [iban.slice(0, 2), iban.slice(4)];
  if (LENGTHS[country] && iban.length !== LENGTHS[country]) return null;
  if (modulo(digitsOf(rest + iban.slice(0, 4)), 97) !== 1) return null;
  const french = country === 'FR' || country === 'MC';
  return french && !(/^\d{10}[A-Z0-9]{11}\d{2}$/.test(rest) && ribKeyHolds(rest)) ? null : iban;
}
