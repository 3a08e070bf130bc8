import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { SavedView } from './saved-view.entity.js';
import {
  DeleteSavedViewInput,
  DeleteSavedViewPayload,
  OrderSavedViewsInput,
  OrderSavedViewsPayload,
  SaveViewInput,
  SaveViewPayload,
  UpdateSavedViewInput,
  UpdateSavedViewPayload,
} from './saved-view.input.js';
import { savedViewPolicy } from './saved-view.policy.js';
import { savedViews } from './saved-view.relations.js';
import { deleteSavedView, orderSavedViews, saveView, updateSavedView } from './saved-view.service.js';

const SavedViewAbilities = Abilities(SavedView, savedViewPolicy);

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => [SavedView], {
    description:
      'The views of lists that you kept in this portal, and those the team shares: those shared first, each in their order.',
  })
  @Requires('savedView.keep')
  @Through(savedViews)
  savedViews(): void {}

  @Mutation(() => SaveViewPayload, { description: 'Keeps a view of a list under a name.' })
  @Requires('savedView.keep')
  async saveView(
    @Arg('input', { description: 'What to keep.' }) input: SaveViewInput,
    @Ctx() ctx: Context,
  ): Promise<SaveViewPayload> {
    return { savedView: await saveView(ctx, input) };
  }

  @Mutation(() => UpdateSavedViewPayload, {
    description: 'Renames a view, has it show something else, or shares it with the team.',
  })
  @Requires('savedView.keep')
  async updateSavedView(
    @Arg('input', { description: 'Which, and what.' }) input: UpdateSavedViewInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateSavedViewPayload> {
    return { savedView: await updateSavedView(ctx, input) };
  }

  @Mutation(() => OrderSavedViewsPayload, {
    description: 'Puts views in an order: all of them, or none where one may not be changed.',
  })
  @Requires('savedView.keep')
  async orderSavedViews(
    @Arg('input', { description: 'Which, in order.' }) { ids }: OrderSavedViewsInput,
    @Ctx() ctx: Context,
  ): Promise<OrderSavedViewsPayload> {
    return { savedViews: await orderSavedViews(ctx, ids) };
  }

  @Mutation(() => DeleteSavedViewPayload, { description: 'Takes a view away.' })
  @Requires('savedView.keep')
  async deleteSavedView(
    @Arg('input', { description: 'Which.' }) { id }: DeleteSavedViewInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteSavedViewPayload> {
    return { deletedId: await deleteSavedView(ctx, id) };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who kept it.' })
  @Through(userById, 'ownerId')
  owner(): void {}

  @FieldResolver(() => SavedViewAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() view: SavedView, @Ctx() ctx: Context) {
    return abilities(ctx, view);
  }
}
