import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Commune } from './commune.entity.js';
import { findCommunes } from './communes.rules.js';
import { GeocodeAddressInput, GeocodedAddress, MapTiles } from './geocoding.input.js';
import { geocodeAddress } from './geocoding.service.js';

const MOST_COMMUNES = 50;

@Resolver()
export class GeographyResolver {
  @Query(() => [Commune], {
    description:
      'Communes of France by what is typed of a postal code, a name, or both: two characters at least. The largest first; none where nothing fits.',
  })
  @Requires('customer.read')
  suggestCommunes(
    @Arg('postalCode', () => String, { nullable: true, description: 'The first digits of a postal code, or all five.' })
    postalCode: string | null,
    @Arg('name', () => String, {
      nullable: true,
      description: 'The beginning of a word of the name; accents and case are forgiven.',
    })
    name: string | null,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 50 at most.' }) first: number,
  ): Commune[] {
    if (first < 0 || first > MOST_COMMUNES) throw badInput('BAD_PAGE_SIZE', { most: MOST_COMMUNES });
    return findCommunes((postalCode ?? '').replace(/\s/g, ''), (name ?? '').slice(0, 100), first);
  }

  @Query(() => MapTiles, {
    nullable: true,
    description: 'Pictures behind maps. Null where the product is not set up to have any: maps are outlines then.',
  })
  @Requires('customer.read')
  mapTiles(@Ctx() ctx: Context): MapTiles | null {
    return ctx.services.mapTiles;
  }

  @Query(() => GeocodedAddress, {
    nullable: true,
    description:
      'Where an address in France is: to the street by the national address service where the product is set up to ask it, to the commune otherwise. Null abroad, and where nothing is known.',
  })
  @Requires('customer.update')
  @Limited('geocode')
  geocodeAddress(
    @Arg('input', { description: 'The address.' }) input: GeocodeAddressInput,
    @Ctx() ctx: Context,
  ): Promise<GeocodedAddress | null> {
    return geocodeAddress(ctx, input);
  }
}
