import { Args, FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { OpportunityConnection, OpportunityPage } from './opportunity.page.js';
import { opportunitiesByCustomer } from './opportunity.relations.js';

@Resolver(() => Customer)
export class CustomerOpportunitiesResolver {
  @FieldResolver(() => OpportunityConnection, {
    nullable: true,
    description: 'What they could buy. Null when you may not see opportunities.',
  })
  @Requires('opportunity.read')
  @Through(opportunitiesByCustomer)
  opportunities(@Args() _page: OpportunityPage): void {}
}
