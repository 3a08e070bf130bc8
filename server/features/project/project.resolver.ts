import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Cents } from '../../core/scalars.js';
import { Activity } from '../activity/activity.entity.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Milestone } from './milestone.entity.js';
import { Project, ProjectStatus } from './project.entity.js';
import {
  ChangeProjectStatusInput,
  ChangeProjectStatusPayload,
  CreateProjectInput,
  CreateProjectPayload,
  UpdateProjectInput,
  UpdateProjectPayload,
} from './project.input.js';
import { ProjectCommentConnection, ProjectCommentPage, ProjectConnection, ProjectPage } from './project.page.js';
import { projectPolicy } from './project.policy.js';
import {
  budgetByProject,
  commentsByProject,
  milestonesByProject,
  progressByProject,
  projectById,
  projectFigures,
  projects,
  timelineByProject,
} from './project.relations.js';
import { nextStatuses } from './project.rules.js';
import { changeProjectStatus, createProject, updateProject } from './project.service.js';

const ProjectAbilities = Abilities(Project, projectPolicy);

@ObjectType({ description: 'Figures over the projects you see.' })
class ProjectStats {
  @Field(() => Int, { description: 'All of them.' }) total: number;
  @Field(() => Int, { description: 'With status DRAFT.' }) draft: number;
  @Field(() => Int, { description: 'With status PLANNED.' }) planned: number;
  @Field(() => Int, { description: 'With status IN_PROGRESS.' }) inProgress: number;
  @Field(() => Int, { description: 'With status ON_HOLD.' }) onHold: number;
  @Field(() => Int, { description: 'With status DONE.' }) done: number;
  @Field(() => Int, { description: 'With status CANCELLED.' }) cancelled: number;
  @Field(() => Int, { description: 'Open, and past the day they were due.' }) late: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The average progress of those IN_PROGRESS, in percent. Null when none has milestones.',
  })
  averageProgress: number | null;

  @Field(() => Cents, {
    nullable: true,
    description: 'The budgets in EUR, of those planned, under way and paused, as far as you may see them.',
  })
  @Requires('project.budget')
  budgetCents: number;
}

@ObjectType({ description: 'An entry of a project’s timeline: a milestone or an activity.' })
class ProjectEvent {
  @Field({ description: 'When it happened, or is to happen.' }) at: Date;
  @Field(() => Milestone, { nullable: true, description: 'The milestone, where it is one.' }) milestone: Milestone | null;
  @Field(() => Activity, { nullable: true, description: 'The activity, where it is one.' }) activity: Activity | null;
}

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'One project. Null when there is none, or none you may see.' })
  @Requires('project.read')
  @Through(projectById)
  project(@Arg('id', () => ID, { description: 'The project’s.' }) _id: string): void {}

  @Query(() => ProjectConnection, { description: 'The projects you see.' })
  @Requires('project.read')
  @Through(projects)
  projects(@Args() _page: ProjectPage): void {}

  @Query(() => ProjectStats, { description: 'Figures over the projects you see.' })
  @Requires('project.read')
  @Through(projectFigures)
  projectStats(): void {}

  @Mutation(() => CreateProjectPayload, { description: 'Opens a project as a draft and gives it the next reference.' })
  @Requires('project.create')
  async createProject(
    @Arg('input', { description: 'What is known of it.' }) input: CreateProjectInput,
    @Ctx() ctx: Context,
  ): Promise<CreateProjectPayload> {
    return { project: await createProject(ctx, input) };
  }

  @Mutation(() => UpdateProjectPayload, { description: 'Changes what is known of a project.' })
  @Requires('project.update')
  async updateProject(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateProjectInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateProjectPayload> {
    return { project: await updateProject(ctx, id, version, fields) };
  }

  @Mutation(() => ChangeProjectStatusPayload, { description: 'Moves a project to another status and tells those concerned.' })
  @Requires('project.update')
  async changeProjectStatus(
    @Arg('input', { description: 'Which, and what.' }) { id, status }: ChangeProjectStatusInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeProjectStatusPayload> {
    return { project: await changeProjectStatus(ctx, id, status) };
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whom it is for. Null when you do not see them.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who leads it. Null when nobody does.' })
  @Through(userById, 'managerId')
  manager(): void {}

  @FieldResolver(() => Cents, {
    nullable: true,
    description: 'Its budget. Null while not set, or when you do not see the money.',
  })
  @Requires('project.budget')
  @Through(budgetByProject)
  budgetCents(): void {}

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many of its milestones are reached, in percent. Null when it has none.',
  })
  @Through(progressByProject)
  progress(): void {}

  @FieldResolver(() => [Milestone], { description: 'Its milestones, in order.' })
  @Through(milestonesByProject)
  milestones(): void {}

  @FieldResolver(() => ProjectCommentConnection, {
    description: 'What was said about it, the newest first unless asked otherwise.',
  })
  @Through(commentsByProject)
  comments(@Args() _page: ProjectCommentPage): void {}

  @FieldResolver(() => [ProjectEvent], { description: 'Dated milestones and what happened, in one list: the latest first.' })
  @Through(timelineByProject)
  timeline(@Arg('first', () => Int, { defaultValue: 50, description: 'How many, 100 at most.' }) _first: number): void {}

  @FieldResolver(() => [ProjectStatus], { description: 'What you may change its status to now.' })
  allowedStatuses(@Root() project: Project, @Ctx() { viewer }: Context): ProjectStatus[] {
    return nextStatuses(viewer, project.status);
  }

  @FieldResolver(() => ProjectAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() project: Project, @Ctx() ctx: Context) {
    return abilities(ctx, project);
  }
}
