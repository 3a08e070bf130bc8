import { isNear, plain } from './text.rules.js';

const WORDS: Record<string, string> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  rte: 'route',
  imp: 'impasse',
  all: 'allee',
  allees: 'allee',
  sq: 'square',
  fg: 'faubourg',
  fbg: 'faubourg',
  crs: 'cours',
  qu: 'quai',
  res: 'residence',
  st: 'street',
  str: 'street',
  rd: 'road',
  dr: 'drive',
  ln: 'lane',
  la: 'lane',
  ct: 'court',
  hwy: 'highway',
  pkwy: 'parkway',
  pky: 'parkway',
  cres: 'crescent',
  cct: 'circuit',
  tce: 'terrace',
  e: 'east',
  w: 'west',
  n: 'north',
  s: 'south',
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
};

/** Kinds of street and directions: much the same everywhere, often left out. */
const COMMON = new Set(
  `avenue boulevard rue place chemin route impasse allee square faubourg cours quai residence street road drive lane court highway parkway
  crescent circuit terrace east west north south ne nw se sw de du des d le les l et the of at near between and apt appt bat batiment bis
  ter cedex bp suite floor etage`.split(/\s+/),
);

export interface AddressKey {
  /** The house's; null where none is written. */
  number: string | null;
  /** What tells the street from others. */
  street: string[];
}

export function addressKey(text: string | null | undefined): AddressKey | null {
  if (!text) return null;
  const before = text.replace(/\s{2,}(between|off|near|at)\b.*$/i, '');
  const words = plain(before.replace(/(\d)\s*-\s*[a-z]\b/gi, '$1'))
    .split(' ')
    .filter(Boolean)
    .map(
      (word) =>
        WORDS[word.replace(/^(\d+)(st|nd|rd|th|e|er|eme|ieme)$/, '$1')] ?? word.replace(/^(\d+)(st|nd|rd|th|eme|ieme)$/, '$1'),
    );
  const at = words.findIndex((word) => /^\d+[a-z]?$/.test(word));
  const number = at >= 0 && at < 3 ? words[at].replace(/[a-z]$/, '') : null;
  const rest = words.filter((_, i) => number === null || i !== at);
  const telling = rest.filter((word) => !COMMON.has(word) && (word.length > 1 || /\d/.test(word)));
  const street = (telling.length > 0 ? telling : rest).slice(0, 6);
  return number === null && street.length === 0 ? null : { number, street };
}

export enum AddressAgreement {
  OTHER,
  /** The street; the house is another one, or not said. */
  STREET,
  SAME,
}

/** All that the shorter street says is in the other one, slips allowed. */
function isSameStreet(a: string[], b: string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length === 0) return false;
  const found = shorter.filter((word) => longer.some((other) => word === other || isNear(word, other))).length;
  return found === shorter.length || (found >= 2 && found >= shorter.length - 1) || isNear(a.join(''), b.join(''));
}

export function compareAddresses(a: AddressKey, b: AddressKey): AddressAgreement {
  if (!isSameStreet(a.street, b.street)) return AddressAgreement.OTHER;
  return a.number !== null && a.number === b.number ? AddressAgreement.SAME : AddressAgreement.STREET;
}

/** The word of a street that tells most: the longest one. */
export const streetWord = ({ street }: AddressKey): string =>
  street.reduce((best, word) => (word.length > best.length ? word : best), '');

export const cityKey = (text: string | null | undefined): string | null => {
  const city = plain(text ?? '')
    .replace(/\b(cedex( \d+)?|city)\b/g, '')
    .replace(/\b(\d{1,2})(er|e|eme)?( arrondissement)?$/, '')
    .replace(/^st(e?) /, 'saint$1 ')
    .replace(/ st(e?) /g, ' saint$1 ')
    .replace(/\s+/g, ' ')
    .trim();
  return city || null;
};

export const postcodeKey = (text: string | null | undefined): string | null => plain(text ?? '').replaceAll(' ', '') || null;

export enum AreaAgreement {
  OTHER,
  /** The town, but for slips. */
  NEAR_CITY,
  CITY,
  POSTCODE,
}

export interface Area {
  city: string | null;
  postcode: string | null;
}

/** The nearest of what both sides say; null where they say nothing that can be compared. */
export function compareAreas(a: Area, b: Area): AreaAgreement | null {
  const codes = a.postcode !== null && b.postcode !== null;
  const cities = a.city !== null && b.city !== null;
  if (!codes && !cities) return null;
  if (codes && a.postcode === b.postcode) return AreaAgreement.POSTCODE;
  if (cities && a.city === b.city) return AreaAgreement.CITY;
  if (cities && isNear(a.city!.replaceAll(' ', ''), b.city!.replaceAll(' ', ''))) return AreaAgreement.NEAR_CITY;
  return AreaAgreement.OTHER;
}
