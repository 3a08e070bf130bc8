import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { isFrance } from '../geography/communes.rules.js';
import { positionByService, positionOf } from '../geography/geocoding.service.js';
import { Address } from './address.entity.js';

/** Asks the address service where an address is, to the street. It keeps its commune's position where the service doesn't know. */
export const locateAddressJob = defineJob<{ addressId: string }>({
  name: 'locateAddress',
  async work({ addressId }, { system }) {
    const ctx = system();
    const address = await ctx.db.findOneBy(Address, { id: addressId });
    if (!address || !isFrance(address.country)) return;
    const { street, postalCode, city, customerId } = address;
    const found = await positionByService(ctx, { street, postalCode, city });
    if (!found) return;
    // Somebody may have moved it while the service was asked.
    const moved = await ctx.query(sql`
      update address set latitude = ${found.latitude}, longitude = ${found.longitude}, precision = ${found.precision}
      where id = ${addressId} and street = ${street} and postal_code = ${postalCode} and city = ${city} returning id`);
    if (moved.length > 0) await publish(ctx, { topic: 'customer', id: customerId });
  },
});

interface Place {
  postalCode: string;
  city: string;
  country: string;
}

/** Each night: addresses that came by another way than the form, such as an import. */
export const locateAddressesJob = defineJob<object>({
  name: 'locateAddresses',
  cron: '23 3 * * *',
  async work(_payload, { system, signal, logger }) {
    const ctx = system();
    let located = 0;
    const places = await ctx.query<Place>(sql`
      select distinct postal_code as "postalCode", city, country from address where latitude is null`);
    for (const place of places) {
      if (signal.aborted) break;
      located += await locateAll(ctx, place);
    }
    if (located > 0) logger.info({ located }, 'addresses were located');
  },
});

async function locateAll(ctx: Context, { postalCode, city, country }: Place): Promise<number> {
  const position = positionOf(postalCode, city, country);
  if (!position) return 0;
  const { latitude, longitude, precision } = position;
  const rows = await ctx.query(sql`
    update address set latitude = ${latitude}, longitude = ${longitude}, precision = ${precision}
    where latitude is null and postal_code = ${postalCode} and city = ${city} and country = ${country} returning id`);
  return rows.length;
}
