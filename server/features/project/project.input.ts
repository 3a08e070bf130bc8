import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents, Day } from '../../core/scalars.js';
import { Audience } from '../activity/activity.entity.js';
import { Milestone } from './milestone.entity.js';
import { Project, ProjectStatus } from './project.entity.js';
import { ProjectComment } from './project-comment.entity.js';

@InputType({ description: 'What is known of a project. Absent leaves it as it is; null empties it.' })
export abstract class ProjectFields {
  @Field(() => String, { nullable: true, description: 'What it is called.' }) @Text({ max: 200 }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'What is to be done.' }) @Text({ max: 10_000 }) description?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it begins.' }) startsOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it is due, not before it begins.' }) dueOn?: string | null;

  @Field(() => Cents, { nullable: true, description: 'Its budget, 0 or more.' })
  @Between(0, Number.MAX_SAFE_INTEGER)
  budgetCents?: number | null;

  @Field(() => String, { nullable: true, description: 'The currency of the budget, ISO 4217; EUR unless said.' })
  @Text({ max: 3 })
  currency?: string | null;

  @Field(() => ID, { nullable: true, description: 'The user of ours who leads it.' }) managerId?: string | null;
}

@InputType({ description: 'A milestone of a new project.' })
export class NewMilestone {
  @Field(() => String, { description: 'What is to be reached.' }) @Text({ min: 1, max: 200 }) title: string;
  @Field(() => Day, { nullable: true, description: 'The day it is due.' }) dueOn?: string | null;
}

@InputType({ description: 'A new project. You lead it unless you name somebody else.' })
export class CreateProjectInput extends ProjectFields {
  @Field(() => ID, { description: 'The customer it is for.' }) customerId: string;
  @Field(() => String, { description: 'What it is called.' }) @Text({ min: 1, max: 200 }) declare name: string;

  @Field(() => [NewMilestone], { nullable: true, description: 'Its milestones, in order; 50 at most.' })
  @Items({ max: 50 })
  milestones?: NewMilestone[] | null;

  @Field(() => String, { nullable: true, description: 'The same key again answers the same project, and makes no second one.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change to a project.' })
export class UpdateProjectInput extends ProjectFields {
  @Field(() => ID, { description: 'The project’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'A project’s new status.' })
export class ChangeProjectStatusInput {
  @Field(() => ID, { description: 'The project’s.' }) id: string;
  @Field(() => ProjectStatus, { description: 'One of its `allowedStatuses`.' }) status: ProjectStatus;
}

@InputType({ description: 'A comment on a project.' })
export class AddProjectCommentInput {
  @Field(() => ID, { description: 'The project’s.' }) projectId: string;
  @Field(() => String, { description: 'The text.' }) @Text({ min: 1, max: 5_000 }) body: string;
  @Field(() => Audience, { defaultValue: Audience.EVERYONE, description: 'Who may read it; TEAM is for our own people to say.' })
  audience: Audience;
}

@InputType({ description: 'A new milestone, after those the project has.' })
export class AddMilestoneInput extends NewMilestone {
  @Field(() => ID, { description: 'The project’s.' }) projectId: string;
}

@InputType({ description: 'A change to a milestone. Absent leaves it as it is; null empties it.' })
export class UpdateMilestoneInput {
  @Field(() => ID, { description: 'The milestone’s.' }) id: string;
  @Field(() => String, { nullable: true, description: 'What is to be reached.' }) @Text({ max: 200 }) title?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it is due.' }) dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place, from 1: those between there and here move by one.' })
  @Between(1, 1_000)
  position?: number | null;
}

@InputType({ description: 'A milestone.' })
export class MilestoneInput {
  @Field(() => ID, { description: 'The milestone’s.' }) id: string;
}

@ObjectType({ description: 'The answer to a mutation of a project.' })
abstract class ProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'As it is now.' }) project?: Project;
}

@ObjectType({ description: 'The answer to `createProject`.' })
export class CreateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The answer to `updateProject`.' })
export class UpdateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The answer to `changeProjectStatus`.' })
export class ChangeProjectStatusPayload extends ProjectPayload {}

@ObjectType({ description: 'The answer to `addProjectComment`.' })
export class AddProjectCommentPayload extends Payload {
  @Field(() => ProjectComment, { nullable: true, description: 'The new one.' }) comment?: ProjectComment;
}

@ObjectType({ description: 'The answer to a mutation of a milestone.' })
abstract class MilestonePayload extends Payload {
  @Field(() => Milestone, { nullable: true, description: 'As it is now; its project has a new progress.' }) milestone?: Milestone;
}

@ObjectType({ description: 'The answer to `addMilestone`.' })
export class AddMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'The answer to `completeMilestone`.' })
export class CompleteMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'The answer to `reopenMilestone`.' })
export class ReopenMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'The answer to `updateMilestone`.' })
export class UpdateMilestonePayload extends MilestonePayload {}

@ObjectType({ description: 'The answer to `deleteMilestone`.' })
export class DeleteMilestonePayload extends ProjectPayload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
