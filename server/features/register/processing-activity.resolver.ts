import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import {
  CreateProcessingActivityInput,
  CreateProcessingActivityPayload,
  UpdateProcessingActivityInput,
  UpdateProcessingActivityPayload,
} from './processing-activity.input.js';
import { createProcessingActivity, updateProcessingActivity } from './processing-activity.service.js';
import { Processor } from './processor.entity.js';
import { ProcessingActivityConnection, ProcessingActivityPage } from './register.page.js';
import { processingActivityPolicy } from './register.policy.js';
import { processingActivities, processingActivityById, processorsByActivity } from './register.relations.js';

const ProcessingActivityAbilities = Abilities(ProcessingActivity, processingActivityPolicy);

@Resolver(() => ProcessingActivity)
export class ProcessingActivityResolver {
  @Query(() => ProcessingActivity, { nullable: true, description: 'One activity. Null when there is none.' })
  @Requires('register.read')
  @Through(processingActivityById)
  processingActivity(@Arg('id', () => ID, { description: 'The activity’s.' }) _id: string): void {}

  @Query(() => ProcessingActivityConnection, { description: 'The register of processing (RGPD, article 30).' })
  @Requires('register.read')
  @Through(processingActivities)
  processingActivities(@Args() _page: ProcessingActivityPage): void {}

  @Mutation(() => CreateProcessingActivityPayload, { description: 'Adds an activity to the register of processing.' })
  @Requires('register.edit')
  async createProcessingActivity(
    @Arg('input', { description: 'What it is.' }) input: CreateProcessingActivityInput,
    @Ctx() ctx: Context,
  ): Promise<CreateProcessingActivityPayload> {
    return { processingActivity: await createProcessingActivity(ctx, input) };
  }

  @Mutation(() => UpdateProcessingActivityPayload, {
    description: 'Changes an activity, or ends it. None is ever deleted: what was before is in the audit trail.',
  })
  @Requires('register.edit')
  async updateProcessingActivity(
    @Arg('input', { description: 'Which, and how it is to be.' }) input: UpdateProcessingActivityInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateProcessingActivityPayload> {
    return { processingActivity: await updateProcessingActivity(ctx, input) };
  }

  @FieldResolver(() => [Processor], { description: 'Processors that take part.' })
  @Through(processorsByActivity)
  processors(): void {}

  @FieldResolver(() => ProcessingActivityAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() activity: ProcessingActivity, @Ctx() ctx: Context) {
    return abilities(ctx, activity);
  }
}
