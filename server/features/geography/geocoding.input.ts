import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { LocationPrecision } from './commune.entity.js';

@InputType({ description: 'An address, as it is written on a letter.' })
export class GeocodeAddressInput {
  @Field(() => String, { nullable: true, description: 'Number and street. Without it the commune is looked for.' })
  @Text({ max: 200 })
  street?: string | null;
  @Field({ description: 'Postal code.' }) @Text({ min: 1, max: 20 }) postalCode: string;
  @Field({ description: 'City or commune.' }) @Text({ min: 1, max: 100 }) city: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; FR when none is given.' })
  @Text({ max: 10 })
  country?: string | null;
}

@ObjectType({ description: 'Pictures behind maps.' })
export class MapTiles {
  @Field({ description: 'Their address; {z}, {x} and {y} stand for zoom, column and row, {s} for one of a, b and c.' })
  url: string;
  @Field({ description: 'Whose they are, to be shown on the map.' }) attribution: string;
}

@ObjectType({ description: 'Where an address is.' })
export class GeocodedAddress {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' }) latitude: number;
  @Field(() => Float, { description: 'Degrees east, WGS 84.' }) longitude: number;
  @Field(() => LocationPrecision, { description: 'How near.' }) precision: LocationPrecision;
  @Field(() => String, { nullable: true, description: 'As the national address service writes it. Null where it was not asked.' })
  label: string | null;
  @Field({ description: 'Whose data it is, to be shown where the position is.' }) attribution: string;
}
