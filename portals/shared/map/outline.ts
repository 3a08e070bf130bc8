import towns from './towns.json';

const FINE = 1000;

/** Steps of thousandths of a degree, east and north by turns, as points. */
export function ringOf(steps: readonly number[]): [number, number][] {
  const ring: [number, number][] = [];
  let [longitude, latitude] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    longitude += steps[i] ?? 0;
    latitude += steps[i + 1] ?? 0;
    ring.push([latitude / FINE, longitude / FINE]);
  }
  return ring;
}

type Town = { name: string; latitude: number; longitude: number };

/** The largest first. */
const all: Town[] = towns.map(([name, latitude, longitude]) => ({
  name: String(name),
  latitude: Number(latitude),
  longitude: Number(longitude),
}));

/** How many of the largest are worth a name at a zoom. */
const most = (zoom: number) => Math.round(12 * 2 ** Math.max(0, zoom - 5) * 1.6);
const [WIDE, HIGH] = [92, 20];

/** The largest towns in sight whose names don't run into one another. */
export function townsIn(
  zoom: number,
  inSight: (at: [number, number]) => boolean,
  pixel: (latitude: number, longitude: number) => { x: number; y: number },
): Town[] {
  const taken: { x: number; y: number }[] = [];
  return all.slice(0, most(zoom)).filter(({ latitude, longitude }) => {
    if (!inSight([latitude, longitude])) return false;
    const at = pixel(latitude, longitude);
    if (taken.some(({ x, y }) => Math.abs(x - at.x) < WIDE && Math.abs(y - at.y) < HIGH)) return false;
    taken.push(at);
    return true;
  });
}
