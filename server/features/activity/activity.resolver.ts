import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Activity } from './activity.entity.js';
import {
  AddCustomerActivityInput,
  AddCustomerActivityPayload,
  DeleteActivityInput,
  DeleteActivityPayload,
  PinActivityInput,
  PinActivityPayload,
  UpdateActivityInput,
  UpdateActivityPayload,
} from './activity.input.js';
import { activityPolicy } from './activity.policy.js';
import { mentionsByActivity, recentActivities } from './activity.relations.js';
import { addCustomerActivity, deleteActivity, pinActivity, updateActivity } from './activity.service.js';
import { titleOf } from './activity.words.js';
import { withNames } from './mention.service.js';

const ActivityAbilities = Abilities(Activity, activityPolicy);

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => [Activity], { description: 'The newest activities of all customers you see.' })
  @Requires('activity.read')
  @Through(recentActivities)
  recentActivities(@Arg('first', () => Int, { defaultValue: 10, description: 'How many, 100 at most.' }) _first: number): void {}

  @Mutation(() => AddCustomerActivityPayload, {
    description: 'Writes a call, an e-mail, a meeting or a note on a customer’s timeline.',
  })
  @Requires('activity.add')
  async addCustomerActivity(
    @Arg('input', { description: 'What it was.' }) input: AddCustomerActivityInput,
    @Ctx() ctx: Context,
  ): Promise<AddCustomerActivityPayload> {
    return { activity: await addCustomerActivity(ctx, input) };
  }

  @Mutation(() => PinActivityPayload, { description: 'Pins an activity, or takes the pin off.' })
  @Requires('activity.add')
  async pinActivity(
    @Arg('input', { description: 'Which, and what.' }) { id, pinned }: PinActivityInput,
    @Ctx() ctx: Context,
  ): Promise<PinActivityPayload> {
    return { activity: await pinActivity(ctx, id, pinned) };
  }

  @Mutation(() => UpdateActivityPayload, {
    description: 'Changes what you wrote by hand on a timeline. What it was stays in the audit trail.',
  })
  @Requires('activity.add')
  async updateActivity(
    @Arg('input', { description: 'Which, and what it was.' }) input: UpdateActivityInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateActivityPayload> {
    return { activity: await updateActivity(ctx, input) };
  }

  @Mutation(() => DeleteActivityPayload, {
    description: 'Deletes what you wrote by hand on a timeline. What it was stays in the audit trail.',
  })
  @Requires('activity.add')
  async deleteActivity(
    @Arg('input', { description: 'Which.' }) { id }: DeleteActivityInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteActivityPayload> {
    return { deletedId: await deleteActivity(ctx, id) };
  }

  @FieldResolver(() => String, { description: 'What happened, as written by hand, or else said in your language.' })
  title(@Root() activity: Activity, @Ctx() ctx: Context): string | Promise<string> {
    return withNames(ctx, activity, titleOf(activity, ctx.locale));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The longer text as it is read, with who is mentioned by name. Null when there is none.',
  })
  text(@Root() activity: Activity, @Ctx() ctx: Context): string | null | Promise<string> {
    return activity.body === null ? null : withNames(ctx, activity, activity.body);
  }

  @FieldResolver(() => [User], {
    description: 'The colleagues it names, as far as you see them. In title and text they stand as @Name.',
  })
  @Through(mentionsByActivity)
  mentions(): void {}

  @FieldResolver(() => Customer, { nullable: true, description: 'With whom it happened. Null when you do not see them.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who did it. Null when the product did, or somebody you do not see.',
  })
  @Through(userById, 'authorId')
  author(): void {}

  @FieldResolver(() => ActivityAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() activity: Activity, @Ctx() ctx: Context) {
    return abilities(ctx, activity);
  }
}
