import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import type { Happening } from '../../core/events/event-bus.js';
import { happenings, isAsked } from '../../core/events/live.js';
import { Through } from '../../core/relation.js';
import { Notification } from '../notification/notification.entity.js';
import { notificationById } from '../notification/notification.relations.js';
import { Opportunity } from '../opportunity/opportunity.entity.js';
import { opportunityById } from '../opportunity/opportunity.relations.js';
import { CustomerChange, CustomerTopic } from './customer-change.entity.js';
import { customerChange, customerOf } from './customer-change.service.js';

/** Each answers for a row that the subscriber sees at that moment; others are passed over in silence, never sent as null. */
@Resolver()
export class LiveResolver {
  @Subscription(() => Notification, {
    nullable: true,
    description: 'Something you are told, as soon as it happened. Never null.',
    subscribe: happenings(['notification'], ({ about }, { context }) => about === context.viewer.id),
  })
  @Requires('notification.read')
  @Through(notificationById)
  notificationReceived(): void {}

  @Subscription(() => CustomerChange, {
    nullable: true,
    description: 'A customer you see, or a part of it that you see, changed. Never null.',
    subscribe: happenings(
      Object.values(CustomerTopic),
      (happening, { args }) => args.customerId == null || args.customerId === customerOf(happening),
    ),
  })
  @Requires('customer.read')
  customerChanged(
    @Arg('customerId', () => ID, { nullable: true, description: 'Only this one.' }) _customerId: string | null,
    @Root() happening: Happening,
    @Ctx() ctx: Context,
  ): Promise<CustomerChange | null> {
    return customerChange(ctx, happening);
  }

  @Subscription(() => Opportunity, {
    nullable: true,
    description: 'An opportunity you see changed, or is new to you. Never null.',
    subscribe: happenings(['opportunity'], isAsked),
  })
  @Requires('opportunity.read')
  @Through(opportunityById)
  opportunityChanged(@Arg('id', () => ID, { nullable: true, description: 'Only this one.' }) _id: string | null): void {}
}
