import { ArgsType, Field, Float, ID, Int } from 'type-graphql';

@ArgsType()
export class NearbyArgs {
  @Field(() => Float, { description: 'Degrees north, WGS 84, from -90 to 90.' }) latitude: number;
  @Field(() => Float, { description: 'Degrees east, WGS 84, from -180 to 180.' }) longitude: number;
  @Field(() => Int, { defaultValue: 10_000, description: 'How far, in metres; 200,000 at most.' }) radiusMetres: number;
  @Field(() => Int, { defaultValue: 20, description: 'How many, the nearest first; 100 at most.' }) first: number;
  @Field(() => ID, { nullable: true, description: 'A customer to leave out, such as the one whose neighbours are asked for.' })
  exceptId?: string | null;
}
