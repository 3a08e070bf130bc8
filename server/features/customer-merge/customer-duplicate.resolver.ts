import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { OrderLinkEvidence } from '../order-link/order-link.input.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { CustomerDuplicate } from './customer-duplicate.entity.js';
import { askForSearch, reviewCustomerDuplicate } from './customer-duplicate.service.js';
import {
  FindCustomerDuplicatesPayload,
  ReviewCustomerDuplicateInput,
  ReviewCustomerDuplicatePayload,
} from './customer-merge.input.js';
import { searchSoon } from './customer-merge.jobs.js';
import { CustomerDuplicateConnection, CustomerDuplicatePage } from './customer-merge.page.js';
import { customerDuplicatePolicy } from './customer-merge.policy.js';
import { customerDuplicateById, customerDuplicates } from './customer-merge.relations.js';

const CustomerDuplicateAbilities = Abilities(CustomerDuplicate, customerDuplicatePolicy);

@Resolver(() => CustomerDuplicate)
export class CustomerDuplicateResolver {
  @Query(() => CustomerDuplicate, { nullable: true, description: 'One pair of customers. Null when there is none.' })
  @Requires('customerDuplicate.read')
  @Through(customerDuplicateById)
  customerDuplicate(@Arg('id', () => ID, { description: 'The pair’s.' }) _id: string): void {}

  @Query(() => CustomerDuplicateConnection, {
    description: 'Customers that may be one and the same: those to be looked at, unless the filter says otherwise.',
  })
  @Requires('customerDuplicate.read')
  @Through(customerDuplicates)
  customerDuplicates(@Args() _page: CustomerDuplicatePage): void {}

  @Mutation(() => ReviewCustomerDuplicatePayload, {
    description: 'Says that two customers are two, or takes that back. No search changes what somebody decided.',
  })
  @Requires('customer.merge')
  async reviewCustomerDuplicate(
    @Arg('input', { description: 'Which, and how.' }) { id, decision }: ReviewCustomerDuplicateInput,
    @Ctx() ctx: Context,
  ): Promise<ReviewCustomerDuplicatePayload> {
    return { duplicate: await reviewCustomerDuplicate(ctx, id, decision) };
  }

  @Mutation(() => FindCustomerDuplicatesPayload, {
    description:
      'Looks, in the background, which of the customers that changed may be one with another. Each night does it, and each import.',
  })
  @Requires('customer.merge')
  @Limited('import')
  async findCustomerDuplicates(@Ctx() ctx: Context): Promise<FindCustomerDuplicatesPayload> {
    await searchSoon(ctx);
    await askForSearch(ctx);
    return { asked: true };
  }

  @FieldResolver(() => Customer, { description: 'The older record of the two.' })
  @Through(customerById, 'aId')
  first(): void {}

  @FieldResolver(() => Customer, { description: 'The newer record of the two.' })
  @Through(customerById, 'bId')
  second(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who decided. Null where nobody did.' })
  @Through(userById, 'decidedById')
  decidedBy(): void {}

  @FieldResolver(() => [OrderLinkEvidence], { description: 'What speaks for and against it, what says most first.' })
  evidence(@Root() { found }: CustomerDuplicate, @Ctx() { locale }: Context): OrderLinkEvidence[] {
    const lines = found.map((one) => ({ ...one, text: say(`EVIDENCE_${one.field}_${one.level}`, locale) }));
    return lines.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  }

  @FieldResolver(() => CustomerDuplicateAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() pair: CustomerDuplicate, @Ctx() ctx: Context) {
    return abilities(ctx, pair);
  }
}
