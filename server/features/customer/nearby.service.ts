import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { MOST_ROWS } from '../../core/relation.js';
import { rowCount, sql } from '../../core/sql.js';
import { Address } from './address.entity.js';
import { NearbyCustomer } from './nearby.entity.js';
import type { NearbyArgs } from './nearby.input.js';

const FARTHEST_METRES = 200_000;
const METRES_A_DEGREE = 111_195;
const EARTH_METRES = 6_371_009;

/** The nearest first. The index finds addresses in the square around the place; the distance is then that on the sphere. */
export async function customersNear(
  ctx: Context,
  { latitude, longitude, radiusMetres, first, exceptId }: NearbyArgs,
): Promise<NearbyCustomer[]> {
  if (first < 0 || first > MOST_ROWS) throw badInput('BAD_PAGE_SIZE', { most: MOST_ROWS });
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw badInput('NO_SUCH_PLACE');
  if (radiusMetres < 0 || radiusMetres > FARTHEST_METRES) throw badInput('TOO_FAR', { most: FARTHEST_METRES / 1000 });
  const up = radiusMetres / METRES_A_DEGREE;
  const aside = Math.min(360, up / Math.max(0.01, Math.cos((latitude * Math.PI) / 180)));
  const distance = sql`(2 * ${EARTH_METRES}::float8 * asin(least(1, sqrt(
    power(sin(radians(it.latitude - ${latitude}::float8) / 2), 2)
    + cos(radians(it.latitude)) * cos(radians(${latitude}::float8)) * power(sin(radians(it.longitude - ${longitude}::float8) / 2), 2)))))`;
  const found = await ctx.query<NearbyCustomer>(sql`
    select "customerId", "addressId", round(metres)::integer as "distanceMetres" from (
      select distinct on (it.customer_id) it.customer_id as "customerId", it.id as "addressId", ${distance} as metres
      from address it
      where it.latitude is not null and point(it.longitude, it.latitude) <@ box(
          point(${longitude - aside}::float8, ${latitude - up}::float8), point(${longitude + aside}::float8, ${latitude + up}::float8))
        and it.customer_id::text is distinct from ${exceptId ?? null}::text and ${visible(ctx.viewer, Address, sql`it`)}
      order by it.customer_id, ${distance}, it.id) nearest
    where metres <= ${radiusMetres}
    order by metres, "customerId" limit ${rowCount(first)}`);
  return found.map((row) => Object.assign(new NearbyCustomer(), row));
}
