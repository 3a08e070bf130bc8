// Writes what the map draws by itself, without tiles: `node scripts/map.mjs`, after `scripts/communes.mjs`.
// portals/shared/map/land.json: France and its neighbours, from Natural Earth (public domain) by the npm package world-atlas.
// portals/shared/map/towns.json: names to find one's way by, from communes.tsv (INSEE, Licence Ouverte; GeoNames, CC BY 4.0).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedJson } from './packed.mjs';
import { root } from './steps.mjs';

/** ISO 3166-1 numeric: France with its overseas departments, Saint-Pierre-et-Miquelon, Nouvelle-Calédonie, Wallis, Polynésie. */
const FRANCE = new Set(['250', '666', '540', '876', '258', '652', '663']);
const AROUND = new Set(['056', '442', '276', '756', '380', '724', '020', '492', '826', '372', '528', '438', '620', '040']);
/** What of the neighbours is in sight of France: west, south, east, north. */
const SIGHT = [-12, 38, 18, 57];
const TOWNS = 1500;
/** Thousandths of a degree, about a hundred metres: as fine as the source is. */
const FINE = 1000;

const world = packedJson('world-atlas', '2.0.2', 'countries-10m.json');
const { scale, translate } = world.transform;
const arcs = world.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([right, up]) => {
    x += right;
    y += up;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const arcOf = (index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]);
const ringOf = (indexes) => indexes.flatMap((index, i) => arcOf(index).slice(i === 0 ? 0 : 1));

/** Whole numbers, each the step from the point before. */
function stepsOf(ring) {
  const steps = [];
  let before = [0, 0];
  for (const [longitude, latitude] of ring) {
    const at = [Math.round(longitude * FINE), Math.round(latitude * FINE)];
    if (at[0] === before[0] && at[1] === before[1]) continue;
    steps.push(at[0] - before[0], at[1] - before[1]);
    before = at;
  }
  return steps;
}

const inSight = (ring) => ring.some(([x, y]) => x > SIGHT[0] && x < SIGHT[2] && y > SIGHT[1] && y < SIGHT[3]);
/** Islets that no map of ours would show are left out of the neighbours. */
const ringsOf = (wanted, kept) =>
  world.objects.countries.geometries
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ type, arcs: parts }) => (type === 'Polygon' ? [parts] : parts))
    .map(([outer]) => ringOf(outer))
    .filter(kept)
    .map(stepsOf);
const land = { france: ringsOf(FRANCE, () => true), around: ringsOf(AROUND, (ring) => ring.length > 20 && inSight(ring)) };

const towns = readFileSync(join(root, 'server/features/geography/communes.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , , , , precision, within]) => precision === 'e' && !within)
  .slice(0, TOWNS)
  .map(([, name, , latitude, longitude]) => [name, Number(latitude), Number(longitude)]);

for (const [name, content] of Object.entries({ land, towns })) {
  const file = join(root, 'portals/shared/map', `${name}.json`);
  writeFileSync(file, `${JSON.stringify(content)}\n`);
  process.stdout.write(`${file}\n`);
}
