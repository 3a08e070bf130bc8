import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Opportunity } from './opportunity.entity.js';
import {
  AddOpportunityNoteInput,
  AddOpportunityNotePayload,
  ChangeOpportunityStageInput,
  ChangeOpportunityStagePayload,
  CreateOpportunityInput,
  CreateOpportunityPayload,
  DeleteOpportunityInput,
  DeleteOpportunityPayload,
  UpdateOpportunityInput,
  UpdateOpportunityPayload,
} from './opportunity.input.js';
import { OpportunityConnection, OpportunityPage } from './opportunity.page.js';
import { opportunityPolicy } from './opportunity.policy.js';
import { changesByOpportunity, notesByOpportunity, opportunities, opportunityById, stageById } from './opportunity.relations.js';
import {
  addOpportunityNote,
  changeOpportunityStage,
  createOpportunity,
  deleteOpportunity,
  updateOpportunity,
} from './opportunity.service.js';
import { OpportunityChange } from './opportunity-change.entity.js';
import { OpportunityNote } from './opportunity-note.entity.js';
import { PipelineStage } from './pipeline-stage.entity.js';

const OpportunityAbilities = Abilities(Opportunity, opportunityPolicy);

@Resolver(() => Opportunity)
export class OpportunityResolver {
  @Query(() => Opportunity, { nullable: true, description: 'One opportunity. Null when there is none, or none you may see.' })
  @Requires('opportunity.read')
  @Through(opportunityById)
  opportunity(@Arg('id', () => ID, { description: 'The opportunity’s.' }) _id: string): void {}

  @Query(() => OpportunityConnection, { description: 'The opportunities you see.' })
  @Requires('opportunity.read')
  @Through(opportunities)
  opportunities(@Args() _page: OpportunityPage): void {}

  @Mutation(() => CreateOpportunityPayload, { description: 'Opens an opportunity. A reseller’s is theirs.' })
  @Requires('opportunity.create')
  async createOpportunity(
    @Arg('input', { description: 'What is known of it.' }) input: CreateOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<CreateOpportunityPayload> {
    return { opportunity: await createOpportunity(ctx, input) };
  }

  @Mutation(() => UpdateOpportunityPayload, { description: 'Changes what is known of an opportunity.' })
  @Requires('opportunity.update')
  async updateOpportunity(
    @Arg('input', { description: 'What to change.' }) input: UpdateOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateOpportunityPayload> {
    return { opportunity: await updateOpportunity(ctx, input) };
  }

  @Mutation(() => ChangeOpportunityStagePayload, {
    description: 'Moves an opportunity on the board: to another stage, or to another place in its own. Won and lost close it.',
  })
  @Requires('opportunity.update')
  async changeOpportunityStage(
    @Arg('input', { description: 'Which, and where to.' }) input: ChangeOpportunityStageInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeOpportunityStagePayload> {
    return { opportunity: await changeOpportunityStage(ctx, input) };
  }

  @Mutation(() => AddOpportunityNotePayload, { description: 'Writes something down about an opportunity.' })
  @Requires('opportunity.update')
  async addOpportunityNote(
    @Arg('input', { description: 'Which, and what.' }) input: AddOpportunityNoteInput,
    @Ctx() ctx: Context,
  ): Promise<AddOpportunityNotePayload> {
    return { note: await addOpportunityNote(ctx, input) };
  }

  @Mutation(() => DeleteOpportunityPayload, { description: 'Deletes an opportunity with its history and notes.' })
  @Requires('opportunity.delete')
  async deleteOpportunity(
    @Arg('input', { description: 'Which.' }) { id, version }: DeleteOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteOpportunityPayload> {
    return { deletedId: await deleteOpportunity(ctx, id, version) };
  }

  @FieldResolver(() => PipelineStage, { description: 'Where it stands.' })
  @Through(stageById, 'stageId')
  stage(): void {}

  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'Who could buy. Null for a prospect, and for a customer you do not see.',
  })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who sells. Null when you may not see them.' })
  @Through(userById, 'ownerId')
  owner(): void {}

  @FieldResolver(() => [OpportunityChange], { description: 'Every step, the latest first.' })
  @Through(changesByOpportunity)
  history(): void {}

  @FieldResolver(() => [OpportunityNote], { description: 'The notes, the latest first.' })
  @Through(notesByOpportunity)
  notes(): void {}

  @FieldResolver(() => OpportunityAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() opportunity: Opportunity, @Ctx() ctx: Context) {
    return abilities(ctx, opportunity);
  }
}

@Resolver(() => OpportunityChange)
export class OpportunityChangeResolver {
  @FieldResolver(() => PipelineStage, { name: 'from', nullable: true, description: 'The stage before. Null at the beginning.' })
  @Through(stageById, 'fromStageId')
  fromStage(): void {}

  @FieldResolver(() => PipelineStage, { name: 'to', description: 'The stage after; the same where only the amount changed.' })
  @Through(stageById, 'toStageId')
  toStage(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who did it. Null when you may not see them.' })
  @Through(userById, 'authorId')
  author(): void {}
}

@Resolver(() => OpportunityNote)
export class OpportunityNoteResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who wrote it. Null when you may not see them.' })
  @Through(userById, 'authorId')
  author(): void {}
}
