import { Args, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Address } from './address.entity.js';
import { Customer } from './customer.entity.js';
import { addressById, customerById } from './customer.relations.js';
import { NearbyCustomer } from './nearby.entity.js';
import { NearbyArgs } from './nearby.input.js';
import { customersNear } from './nearby.service.js';

@Resolver(() => NearbyCustomer)
export class NearbyResolver {
  @Query(() => [NearbyCustomer], {
    description:
      'The customers you see that have an address near a place, the nearest first. Addresses without a position are nowhere.',
  })
  @Requires('customer.read')
  customersNear(@Args(() => NearbyArgs) args: NearbyArgs, @Ctx() ctx: Context): Promise<NearbyCustomer[]> {
    return customersNear(ctx, args);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Who.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => Address, { nullable: true, description: 'Which of their addresses.' })
  @Through(addressById, 'addressId')
  address(): void {}
}
