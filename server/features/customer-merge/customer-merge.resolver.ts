import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { CustomerDuplicate } from './customer-duplicate.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';
import {
  CustomerMergePreview,
  MergeAddition,
  MergeCount,
  MergeCustomersInput,
  MergeCustomersPayload,
  SplitCustomerInput,
  SplitCustomerPayload,
} from './customer-merge.input.js';
import { CustomerMergeConnection, CustomerMergePage } from './customer-merge.page.js';
import { customerMergePolicy } from './customer-merge.policy.js';
import { customerMergeById, customerMerges, mergesByCustomer, openDuplicatesByCustomer } from './customer-merge.relations.js';
import { mergeCustomers } from './customer-merge.service.js';
import { splitCustomer } from './customer-split.service.js';
import { additionsOf } from './merge-addition.service.js';
import { countsOf, previewMerge } from './merge-preview.service.js';

const CustomerMergeAbilities = Abilities(CustomerMerge, customerMergePolicy);

@Resolver(() => CustomerMerge)
export class CustomerMergeResolver {
  @Query(() => CustomerMerge, { nullable: true, description: 'One merge. Null when there is none.' })
  @Requires('customerDuplicate.read')
  @Through(customerMergeById)
  customerMerge(@Arg('id', () => ID, { description: 'The merge’s.' }) _id: string): void {}

  @Query(() => CustomerMergeConnection, { description: 'Who was merged into whom.' })
  @Requires('customerDuplicate.read')
  @Through(customerMerges)
  customerMerges(@Args() _page: CustomerMergePage): void {}

  @Query(() => CustomerMergePreview, {
    nullable: true,
    description: 'What merging two customers would do. Null where one of them isn’t there, and of one with itself.',
  })
  @Requires('customer.merge')
  customerMergePreview(
    @Arg('survivorId', () => ID, { description: 'The customer who would stay.' }) survivorId: string,
    @Arg('otherId', () => ID, { description: 'The customer who would be merged into them.' }) otherId: string,
    @Ctx() ctx: Context,
  ): Promise<CustomerMergePreview | null> {
    return previewMerge(ctx, survivorId, otherId);
  }

  @Mutation(() => MergeCustomersPayload, {
    description:
      'Makes two customers one, with everything that hangs on them. CONFLICT when one of them changed since you saw them. The identifier and reference of the other find the survivor from then on.',
  })
  @Requires('customer.merge')
  async mergeCustomers(
    @Arg('input', { description: 'Who, and which values stay.' }) input: MergeCustomersInput,
    @Ctx() ctx: Context,
  ): Promise<MergeCustomersPayload> {
    return mergeCustomers(ctx, input);
  }

  @Mutation(() => SplitCustomerPayload, {
    description:
      'Takes a merge back: both are as they were before it. What came since stays with the survivor unless you say otherwise.',
  })
  @Requires('customer.merge')
  async splitCustomer(
    @Arg('input', { description: 'Which, and what goes where.' }) input: SplitCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<SplitCustomerPayload> {
    return splitCustomer(ctx, input);
  }

  @FieldResolver(() => Customer, { description: 'Who they are now.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who merged them. Null where that user is gone.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who parted them again. Null where nobody did.' })
  @Through(userById, 'splitById')
  splitBy(): void {}

  @FieldResolver(() => [MergeCount], { description: 'What moved, by kind.' })
  moved(@Root() { moved }: CustomerMerge, @Ctx() ctx: Context): MergeCount[] {
    return countsOf(ctx, new Map(Object.entries(moved)));
  }

  @FieldResolver(() => [MergeAddition], {
    description: 'What came to the survivor since, 500 at most: for whoever parts them. Empty once they are parted.',
  })
  @Requires('customer.merge')
  async additions(@Root() merge: CustomerMerge, @Ctx() ctx: Context): Promise<MergeAddition[]> {
    return merge.splitAt ? [] : additionsOf(ctx, merge);
  }

  @FieldResolver(() => CustomerMergeAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() merge: CustomerMerge, @Ctx() ctx: Context) {
    return abilities(ctx, merge);
  }
}

@Resolver(() => Customer)
export class CustomerMergesResolver {
  @FieldResolver(() => [CustomerDuplicate], {
    nullable: true,
    description: 'With whom they may be one, as far as nobody decided, the likeliest first; 20 at most.',
  })
  @Requires('customerDuplicate.read')
  @Through(openDuplicatesByCustomer)
  possibleDuplicates(): void {}

  @FieldResolver(() => [CustomerMerge], {
    nullable: true,
    description: 'Who was merged into them, the latest first; 20 at most.',
  })
  @Requires('customerDuplicate.read')
  @Through(mergesByCustomer)
  merges(): void {}
}
