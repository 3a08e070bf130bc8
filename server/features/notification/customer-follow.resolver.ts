import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { FollowNewCustomersInput, FollowNewCustomersPayload } from './customer-follow.input.js';
import { followNewCustomers, followsNewCustomers } from './customer-follow.service.js';

@Resolver()
export class CustomerFollowResolver {
  @Query(() => Boolean, { description: 'Whether you are told of new customers.' })
  @Requires('customer.follow')
  followsNewCustomers(@Ctx() ctx: Context): Promise<boolean> {
    return followsNewCustomers(ctx);
  }

  @Mutation(() => FollowNewCustomersPayload, {
    description: 'Whether you get a notification as soon as somebody makes a customer; not for what an import brings.',
  })
  @Requires('customer.follow')
  async followNewCustomers(
    @Arg('input', { description: 'What you want.' }) { following }: FollowNewCustomersInput,
    @Ctx() ctx: Context,
  ): Promise<FollowNewCustomersPayload> {
    return { following: await followNewCustomers(ctx, following) };
  }
}
