import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { CustomerPresence } from './customer-presence.entity.js';
import { attended, customerPresence } from './customer-presence.service.js';

@Resolver()
export class CustomerPresenceResolver {
  @Subscription(() => CustomerPresence, {
    nullable: true,
    description:
      'Who else has a customer’s page open: at once, and whenever somebody comes or goes. While you listen, the others see you there. Never null.',
    subscribe: ({ args, context }) => attended(context as Context, args.customerId, args.editing ?? null),
  })
  @Requires('customer.presence')
  customerPresence(
    @Arg('customerId', () => ID, { description: 'The customer’s.' }) customerId: string,
    @Arg('editing', () => ID, {
      nullable: true,
      description: 'What you have open for changing: the id of the customer or of a part of it. The others are told.',
    })
    _editing: string | null,
    @Ctx() ctx: Context,
  ): Promise<CustomerPresence | null> {
    return customerPresence(ctx, customerId);
  }
}
