import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A customer near a place, by that of their addresses which is nearest.' })
export class NearbyCustomer {
  @Field(() => Int, { description: 'Metres as the crow flies, from the place to the address’s position.' })
  distanceMetres: number;
  customerId: string;
  addressId: string;
}
