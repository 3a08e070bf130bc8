/** A place as it is written on a letter in France. */
export interface WrittenAddress {
  street: string;
  postalCode: string;
  city: string;
}

export interface FoundAddress {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** As the service writes it. */
  label: string;
}

/** Where a written address is; null where the service doesn't know it well enough. Fails where it could not be asked. */
export type Geocoder = (address: WrittenAddress) => Promise<FoundAddress | null>;

/** A service that says nothing for so long is taken to be away. */
const PATIENCE_MS = 3_000;
const LARGEST_ANSWER = 100_000;
/** Below it the service found something else that is written alike. */
const LEAST_SCORE = 0.5;

/** What we read of the service's GeoJSON; the rest of it is left alone. */
interface Answer {
  features?: {
    geometry?: { coordinates?: unknown[] };
    properties?: { label?: unknown; score?: unknown; type?: unknown; postcode?: unknown };
  }[];
}

/** Asks the national address service (BAN), at `https://data.geopf.fr/geocodage` or a copy of it: `GET /search?q=…&postcode=…`. */
export function nationalAddressService(url: string): Geocoder {
  return async ({ street, postalCode, city }) => {
    const asked = new URL(`${url.replace(/\/+$/, '')}/search`);
    asked.search = String(new URLSearchParams({ q: `${street} ${city}`, postcode: postalCode, limit: '1' }));
    const response = await fetch(asked, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    // It refuses what it can't search for, such as a street of one letter: that is an answer too.
    if (response.status === 400) return null;
    if (!response.ok) throw new Error(`the address service answered ${response.status}`);
    const text = await response.text();
    if (text.length > LARGEST_ANSWER) throw new Error('the address service answered too much');
    return best(JSON.parse(text), postalCode);
  };
}

function best({ features }: Answer, postalCode: string): FoundAddress | null {
  const [longitude, latitude] = features?.[0]?.geometry?.coordinates ?? [];
  const { label, score, type, postcode } = features?.[0]?.properties ?? {};
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return null;
  // A commune we know ourselves; a street of another postal code is not the one that was written.
  if (type === 'municipality' || typeof score !== 'number' || score < LEAST_SCORE || postcode !== postalCode) return null;
  return { latitude, longitude, label: String(label) };
}
