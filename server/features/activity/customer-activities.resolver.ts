import { Args, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { User } from '../user/user.entity.js';
import { ActivityKind } from './activity.kinds.js';
import { ActivityConnection, ActivityPage } from './activity.page.js';
import { activitiesByCustomer, activityCountsByCustomer, mentionableByCustomer } from './activity.relations.js';
import './customer-activities.service.js';

@ObjectType({ description: 'How many activities of a kind.' })
class ActivityCount {
  @Field(() => ActivityKind, { description: 'The kind.' }) kind: ActivityKind;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

@ObjectType({ description: 'How much happened with a customer, of what you see.' })
class ActivityStats {
  @Field(() => Int, { description: 'All of them.' }) total: number;
  @Field(() => [ActivityCount], { description: 'By kind, the most frequent first; kinds that never happened are left out.' })
  kinds: ActivityCount[];
}

@Resolver(() => Customer)
export class CustomerActivitiesResolver {
  @FieldResolver(() => ActivityConnection, { description: 'Their timeline, the newest first unless asked otherwise.' })
  @Through(activitiesByCustomer)
  activities(@Args() _page: ActivityPage): void {}

  @FieldResolver(() => ActivityStats, { description: 'How many activities there are of each kind.' })
  @Through(activityCountsByCustomer)
  activityStats(): void {}

  @FieldResolver(() => [User], {
    nullable: true,
    description: 'Who can be named in an entry: our people and their reseller, by name.',
  })
  @Requires('activity.add')
  @Through(mentionableByCustomer)
  mentionable(): void {}
}
