import { readFileSync } from 'node:fs';
import { type Commune, LocationPrecision } from './commune.entity.js';

export interface Position {
  latitude: number;
  longitude: number;
  precision: LocationPrecision;
}

interface Known extends Commune {
  /** Its name and those of before, as they are compared. */
  names: string[];
  /** The commune it is a municipal arrondissement of; empty otherwise. */
  within: string;
}

interface Communes {
  /** The largest first; municipal arrondissements, which are no communes, are left out. */
  all: Known[];
  byPostalCode: Map<string, Known[]>;
  byName: Map<string, Known[]>;
  districts: Map<string, Known>;
}

const precisions: Record<string, LocationPrecision> = {
  e: LocationPrecision.EXACT,
  p: LocationPrecision.POSTCODE,
  a: LocationPrecision.ARRONDISSEMENT,
};

/** `St-Étienne`, `SAINT ETIENNE CEDEX 2` and `Saint-Étienne` alike. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/ cedex( \d+)?\s*$/, '')
    .trim();
}

/** France and what La Poste serves overseas: the five digits are alike. */
const FRANCE = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'PF', 'NC', 'WF']);

export const isFrance = (country: string): boolean => FRANCE.has(country);

let read: Communes | undefined;

/** Some megabytes, read when the first address is typed or saved. `scripts/communes.mjs` writes the file. */
const communes = (): Communes => {
  read ??= parse(readFileSync(new URL('./communes.tsv', import.meta.url), 'utf8'));
  return read;
};

function parse(table: string): Communes {
  const found: Communes = { all: [], byPostalCode: new Map(), byName: new Map(), districts: new Map() };
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [code = '', name = '', codes = '', latitude, longitude, precision, within = '', former = ''] = line.split('\t');
    const postalCodes = codes.split(' ');
    const formerNames = former === '' ? [] : former.split('|');
    const commune: Known = {
      code,
      name,
      postalCodes,
      latitude: latitude ? Number(latitude) : null,
      longitude: longitude ? Number(longitude) : null,
      precision: precision ? precisions[precision] : null,
      formerNames,
      names: [name, ...formerNames].map(plainName),
      within,
    };
    if (within) {
      for (const postalCode of postalCodes) found.districts.set(`${within} ${postalCode}`, commune);
      continue;
    }
    found.all.push(commune);
    for (const postalCode of postalCodes) add(found.byPostalCode, postalCode, commune);
    for (const each of new Set(commune.names)) add(found.byName, each, commune);
  }
  return found;
}

function add(groups: Map<string, Known[]>, key: string, commune: Known): void {
  const group = groups.get(key);
  if (group) group.push(commune);
  else groups.set(key, [commune]);
}

/** Communes by the beginning of a postal code, of a word of their name, or both; nearer names before larger communes. */
export function findCommunes(postalCode: string, name: string, most: number): Commune[] {
  const { all, byPostalCode } = communes();
  const wanted = plainName(name);
  if (postalCode.length < 2 && wanted.length < 2) return [];
  const group = postalCode.length === 5 ? (byPostalCode.get(postalCode) ?? []) : all;
  const coded = group.filter(({ postalCodes }) => postalCodes.some((code) => code.startsWith(postalCode)));
  if (wanted === '') return coded.slice(0, most);
  const ranked: Known[][] = [[], [], []];
  for (const commune of coded) {
    const rank = Math.min(...commune.names.map((each) => rankOf(each, wanted)));
    ranked[rank]?.push(commune);
  }
  return ranked.flat().slice(0, most);
}

const NOWHERE = 9;
const rankOf = (name: string, wanted: string): number => {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : NOWHERE;
};

/** `Paris 15e`, `Lyon 3ème arrondissement`: the commune is what comes before. */
const withoutDistrict = (name: string): string => name.replace(/^(paris|lyon|marseille) \d.*$/, '$1');

const namesake = (name: string): Known[] => communes().byName.get(withoutDistrict(plainName(name))) ?? [];

/** Where that is, as near as communes tell. A city that is no commune, such as a hamlet, is where its postal code is. */
export function locateOffline(postalCode: string, city: string): Position | null {
  const { byPostalCode, districts } = communes();
  const coded = byPostalCode.get(postalCode) ?? [];
  const named = namesake(city);
  const fitting = coded.find((commune) => named.includes(commune));
  if (fitting) return positionOf(districts.get(`${fitting.code} ${postalCode}`) ?? fitting);
  // A CEDEX code is in no list; the commune of that name in its département is the one it is in.
  if (coded.length === 0)
    return positionOf(named.find(({ postalCodes }) => postalCodes[0]?.slice(0, 2) === postalCode.slice(0, 2)));
  const [largest] = coded.map((commune) => districts.get(`${commune.code} ${postalCode}`) ?? commune);
  const position = positionOf(largest);
  return position && { ...position, precision: coarser(position.precision, LocationPrecision.POSTCODE) };
}

const order = Object.values(LocationPrecision);
const coarser = (one: LocationPrecision, other: LocationPrecision) => (order.indexOf(one) > order.indexOf(other) ? one : other);

function positionOf(commune: Known | undefined): Position | null {
  if (commune?.latitude == null || commune.longitude === null || commune.precision === null) return null;
  const { latitude, longitude, precision } = commune;
  return { latitude, longitude, precision };
}

/** The communes this postal code is of, where a commune is named that it is not of. Hamlets and CEDEX codes are in no list: they fit. */
export function misfit(postalCode: string, city: string): string[] | null {
  const coded = communes().byPostalCode.get(postalCode) ?? [];
  const named = namesake(city);
  if (coded.length === 0 || named.length === 0 || coded.some((commune) => named.includes(commune))) return null;
  return coded.map(({ name }) => name);
}
