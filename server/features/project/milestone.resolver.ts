import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Milestone } from './milestone.entity.js';
import { addMilestone, completeMilestone, deleteMilestone, reopenMilestone, updateMilestone } from './milestone.service.js';
import { Project } from './project.entity.js';
import {
  AddMilestoneInput,
  AddMilestonePayload,
  CompleteMilestonePayload,
  DeleteMilestonePayload,
  MilestoneInput,
  ReopenMilestonePayload,
  UpdateMilestoneInput,
  UpdateMilestonePayload,
} from './project.input.js';
import { milestonePolicy } from './project.policy.js';
import { projectById } from './project.relations.js';

const MilestoneAbilities = Abilities(Milestone, milestonePolicy);

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Mutation(() => AddMilestonePayload, { description: 'Adds a milestone at the end of a project’s.' })
  @Requires('project.update')
  async addMilestone(
    @Arg('input', { description: 'Of which project, and what.' }) input: AddMilestoneInput,
    @Ctx() ctx: Context,
  ): Promise<AddMilestonePayload> {
    return { milestone: await addMilestone(ctx, input) };
  }

  @Mutation(() => UpdateMilestonePayload, { description: 'Changes what a milestone is called, when it is due, or its place.' })
  @Requires('project.update')
  async updateMilestone(
    @Arg('input', { description: 'What to change.' }) input: UpdateMilestoneInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateMilestonePayload> {
    return { milestone: await updateMilestone(ctx, input) };
  }

  @Mutation(() => DeleteMilestonePayload, { description: 'Removes a milestone; those after it move up.' })
  @Requires('project.update')
  async deleteMilestone(
    @Arg('input', { description: 'Which.' }) { id }: MilestoneInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteMilestonePayload> {
    return { project: await deleteMilestone(ctx, id), deletedId: id };
  }

  @Mutation(() => CompleteMilestonePayload, { description: 'Says that a milestone is reached.' })
  @Requires('project.update')
  async completeMilestone(
    @Arg('input', { description: 'Which.' }) { id }: MilestoneInput,
    @Ctx() ctx: Context,
  ): Promise<CompleteMilestonePayload> {
    return { milestone: await completeMilestone(ctx, id) };
  }

  @Mutation(() => ReopenMilestonePayload, { description: 'Says that a milestone is not reached after all.' })
  @Requires('project.update')
  async reopenMilestone(
    @Arg('input', { description: 'Which.' }) { id }: MilestoneInput,
    @Ctx() ctx: Context,
  ): Promise<ReopenMilestonePayload> {
    return { milestone: await reopenMilestone(ctx, id) };
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project it belongs to.' })
  @Through(projectById, 'projectId')
  project(): void {}

  @FieldResolver(() => MilestoneAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() milestone: Milestone, @Ctx() ctx: Context) {
    return abilities(ctx, milestone);
  }
}
