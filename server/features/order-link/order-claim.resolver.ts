import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { ClaimOrdersInput, ClaimOrdersPayload, RequestOrderCodeInput, RequestOrderCodePayload } from './order-claim.input.js';
import { claimOrders, requestOrderCode } from './order-claim.service.js';

@Resolver()
export class OrderClaimResolver {
  @Mutation(() => RequestOrderCodePayload, {
    description: 'Mails a code to an address that orders of yours were placed with, so that you can prove it is yours.',
  })
  @Requires('order.claim')
  @Limited('order-code')
  async requestOrderCode(
    @Arg('input', { description: 'The address.' }) { email }: RequestOrderCodeInput,
    @Ctx() ctx: Context,
  ): Promise<RequestOrderCodePayload> {
    await requestOrderCode(ctx, email);
    return { asked: true };
  }

  @Mutation(() => ClaimOrdersPayload, { description: 'Proves an address by the code mailed there: its orders show from now on.' })
  @Requires('order.claim')
  @Limited('order-claim')
  async claimOrders(
    @Arg('input', { description: 'The address and the code.' }) { email, code }: ClaimOrdersInput,
    @Ctx() ctx: Context,
  ): Promise<ClaimOrdersPayload> {
    return { orders: await claimOrders(ctx, email, code) };
  }
}
