import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import { Processor } from './processor.entity.js';
import { CreateProcessorInput, CreateProcessorPayload, UpdateProcessorInput, UpdateProcessorPayload } from './processor.input.js';
import { createProcessor, updateProcessor } from './processor.service.js';
import { ProcessorConnection, ProcessorPage } from './register.page.js';
import { processorPolicy } from './register.policy.js';
import { activitiesByProcessor, processorById, processors } from './register.relations.js';

const ProcessorAbilities = Abilities(Processor, processorPolicy);

@Resolver(() => Processor)
export class ProcessorResolver {
  @Query(() => Processor, { nullable: true, description: 'One processor. Null when there is none.' })
  @Requires('register.read')
  @Through(processorById)
  processor(@Arg('id', () => ID, { description: 'The processor’s.' }) _id: string): void {}

  @Query(() => ProcessorConnection, { description: 'The register of processors (RGPD, article 28).' })
  @Requires('register.read')
  @Through(processors)
  processors(@Args() _page: ProcessorPage): void {}

  @Mutation(() => CreateProcessorPayload, { description: 'Adds a processor to the register.' })
  @Requires('register.edit')
  async createProcessor(
    @Arg('input', { description: 'Who it is.' }) input: CreateProcessorInput,
    @Ctx() ctx: Context,
  ): Promise<CreateProcessorPayload> {
    return { processor: await createProcessor(ctx, input) };
  }

  @Mutation(() => UpdateProcessorPayload, {
    description: 'Changes a processor, or says that it works for us no more. None is ever deleted.',
  })
  @Requires('register.edit')
  async updateProcessor(
    @Arg('input', { description: 'Which, and how it is to be.' }) input: UpdateProcessorInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateProcessorPayload> {
    return { processor: await updateProcessor(ctx, input) };
  }

  @FieldResolver(() => [ProcessingActivity], { description: 'The activities it takes part in.' })
  @Through(activitiesByProcessor)
  activities(): void {}

  @FieldResolver(() => ProcessorAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() processor: Processor, @Ctx() ctx: Context) {
    return abilities(ctx, processor);
  }
}
