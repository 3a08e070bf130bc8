import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public, Requires, WhileViewing } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { EndViewAsPayload, ViewAsInput, ViewAsPayload } from './viewing.input.js';
import { endViewAs, viewAs } from './viewing.service.js';

@Resolver()
export class ViewingResolver {
  @Mutation(() => ViewAsPayload, {
    description:
      'Lets you see the product exactly as a user does, read-only, for a quarter of an hour. What you look at is noted as yours, and as whom.',
  })
  @Requires('user.viewAs')
  viewAs(@Arg('input', { description: 'As whom.' }) { userId }: ViewAsInput, @Ctx() ctx: Context): Promise<ViewAsPayload> {
    return viewAs(ctx, userId);
  }

  @Mutation(() => EndViewAsPayload, { description: 'Ends it, asked with its own token.' })
  @Public()
  @WhileViewing()
  async endViewAs(@Ctx() ctx: Context): Promise<EndViewAsPayload> {
    await endViewAs(ctx);
    return { ok: true };
  }
}
