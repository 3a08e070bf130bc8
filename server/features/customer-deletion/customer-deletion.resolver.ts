import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { DeleteCustomerInput, DeleteCustomerPayload, KeptFor } from './customer-deletion.input.js';
import { keptForByCustomer } from './customer-deletion.relations.js';
import { deleteCustomer } from './customer-deletion.service.js';

@Resolver(() => Customer)
export class CustomerDeletionResolver {
  @Mutation(() => DeleteCustomerPayload, {
    description:
      'Deletes a customer with contacts, addresses, timeline, opportunities, documents and mails, for good. Refused, with every reason, where invoices, payments, orders, consents or work keep the record.',
  })
  @Requires('customer.delete')
  async deleteCustomer(
    @Arg('input', { description: 'Which.' }) input: DeleteCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteCustomerPayload> {
    return { deletedId: await deleteCustomer(ctx, input) };
  }

  @FieldResolver(() => [KeptFor], { nullable: true, description: 'What keeps them from being deleted. Empty: they can be.' })
  @Requires('customer.delete')
  async keptFor(@Root() { id }: Customer, @Ctx() ctx: Context): Promise<KeptFor[]> {
    const kept = await load(ctx, keptForByCustomer, id);
    return kept.map(({ code, count }) => ({ code, count, message: say(code, ctx.locale, { count }) }));
  }
}
