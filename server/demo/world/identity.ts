/** The digit that makes Luhn's sum a multiple of ten. */
function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** How many companies each first digit after 98 has room for. */
const SIRENS = 100_000;
/** Spreads neighbours over the range, each to a place of its own: it shares no factor with the range. */
const STRIDE = 70_879;

/** A SIREN that begins with 98 and this digit: the demo's own companies have 9, those of `demo:customers` 0 to 8. */
export function sirenOf(digit: number, index: number): string {
  const body = `98${digit}${String((index * STRIDE + 41_357) % SIRENS).padStart(5, '0')}`;
  return body + luhnDigit(body);
}

/** The SIRET of an establishment of that company. */
export function siretOf(siren: string, establishment = 1): string {
  const body = `${siren}${String(establishment).padStart(4, '0')}`;
  return body + luhnDigit(body);
}

export const vatNumberOf = (siren: string): string =>
  `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;

/** What ARCEP keeps for fiction, by the zone its numbers are from: nobody answers there. */
const FICTION = { 1: '19900', 2: '26191', 3: '35301', 4: '46571', 5: '53649' } as const;
export type PhoneZone = keyof typeof FICTION;

/** E.164. The last four digits are the caller's to choose. */
export const phoneOf = (zone: PhoneZone, number: number): string =>
  `+33${FICTION[zone]}${String(number % 10_000).padStart(4, '0')}`;

/** As it stands in an address: `Boulangeries Lemarchand` is boulangeries-lemarchand. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** first.last at a domain nobody can own (RFC 2606). */
export function emailOf(name: string, company: string): string {
  const [first, ...last] = name.split(' ');
  return `${slugOf(first)}.${slugOf(last.join(' '))}@${slugOf(company)}.example`;
}
