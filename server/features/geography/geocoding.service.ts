import type { Context } from '../../core/context.js';
import type { WrittenAddress } from '../../core/geocoder.js';
import { tidy } from '../../core/inputs.js';
import { LocationPrecision } from './commune.entity.js';
import { isFrance, locateOffline, type Position } from './communes.rules.js';
import type { GeocodeAddressInput, GeocodedAddress } from './geocoding.input.js';

const OFFLINE = 'GeoNames (CC BY 4.0), INSEE et La Poste (Licence Ouverte)';
const SERVICE = 'Base Adresse Nationale (Licence Ouverte)';

/** Where that is, as near as it is known here; null abroad and where no commune tells. */
export function positionOf(postalCode: string, city: string, country: string): Position | null {
  return isFrance(country) ? locateOffline(postalCode, city) : null;
}

/** The same as the service says, to the street; null where it doesn't know. Fails where it could not be asked. */
export async function positionByService(
  ctx: Pick<Context, 'services'>,
  address: WrittenAddress,
): Promise<(Position & { label: string }) | null> {
  const found = await ctx.services.geocoder?.(address);
  return found ? { ...found, precision: LocationPrecision.ADDRESS } : null;
}

/** By the service where there is one and it answers; as near as communes tell otherwise. */
export async function geocodeAddress(ctx: Context, input: GeocodeAddressInput): Promise<GeocodedAddress | null> {
  const country = (tidy(input.country) ?? 'FR').toUpperCase();
  const [postalCode, city, street] = [input.postalCode.replace(/\s/g, ''), input.city.trim(), tidy(input.street)];
  if (!isFrance(country)) return null;
  const near = street && (await positionByService(ctx, { street, postalCode, city }).catch(() => null));
  if (near) return { ...near, attribution: SERVICE };
  const position = positionOf(postalCode, city, country);
  return position && { ...position, label: null, attribution: OFFLINE };
}
