import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents } from '../../core/scalars.js';
import { Mission, MissionStatus } from './mission.entity.js';
import { MissionApplication } from './mission-application.entity.js';

const A_YEAR_IN_MINUTES = 366 * 24 * 60;

@InputType({ description: 'What is known of a mission. Absent leaves it as it is; null empties it.' })
export abstract class MissionFields {
  @Field(() => String, { nullable: true, description: 'What is to be done, in a few words.' }) @Text({ max: 200 }) title?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What is to be done, at length.' }) @Text({ max: 10_000 }) description?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'A project of the same customer.' }) projectId?: string | null;
  @Field(() => Date, { nullable: true, description: 'When the work is to begin.' }) scheduledStart?: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the work is to end, not before it begins.' })
  scheduledEnd?: Date | null;
  @Field(() => String, { nullable: true, description: 'Number and street of the place.' }) @Text({ max: 200 }) street?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Its postal code.' }) @Text({ max: 20 }) postalCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Its city.' }) @Text({ max: 100 }) city?: string | null;

  @Field(() => Cents, { nullable: true, description: 'What the prestataire earns, without VAT; 0 or more.' })
  @Between(0, Number.MAX_SAFE_INTEGER)
  feeCents?: number | null;

  @Field(() => String, { nullable: true, description: 'The currency of the fee, ISO 4217; EUR unless said.' })
  @Text({ max: 3 })
  currency?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it should take, in minutes.' })
  @Between(1, A_YEAR_IN_MINUTES)
  estimatedMinutes?: number | null;
}

@InputType({ description: 'A new mission.' })
export class CreateMissionInput extends MissionFields {
  @Field(() => ID, { description: 'The customer it is for.' }) customerId: string;
  @Field(() => String, { description: 'What is to be done, in a few words.' }) @Text({ min: 1, max: 200 }) declare title: string;

  @Field(() => String, { nullable: true, description: 'The same key again answers the same mission, and makes no second one.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change to a mission.' })
export class UpdateMissionInput extends MissionFields {
  @Field(() => ID, { description: 'The mission’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'A mission’s new status.' })
export class ChangeMissionStatusInput {
  @Field(() => ID, { description: 'The mission’s.' }) id: string;
  @Field(() => MissionStatus, { description: 'One of its `allowedStatuses`.' }) status: MissionStatus;

  @Field(() => String, { nullable: true, description: 'What to say with it, such as why it is sent back.' })
  @Text({ max: 2_000 })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Who does a mission.' })
export class AssignMissionInput {
  @Field(() => ID, { description: 'The mission’s.' }) id: string;
  @Field(() => ID, { description: 'The prestataire’s.' }) prestataireId: string;
}

@InputType({ description: 'An application for a mission.' })
export class ApplyToMissionInput {
  @Field(() => ID, { description: 'The mission’s.' }) missionId: string;
  @Field(() => String, { nullable: true, description: 'Why you.' }) @Text({ max: 2_000 }) message?: string | null;
}

@InputType({ description: 'The answer to an application.' })
export class DecideMissionApplicationInput {
  @Field(() => ID, { description: 'The application’s.' }) id: string;
  @Field({ description: 'True gives them the mission and declines the others; false declines this one.' }) accept: boolean;
}

@ObjectType({ description: 'The answer to a mutation of a mission.' })
abstract class MissionPayload extends Payload {
  @Field(() => Mission, { nullable: true, description: 'As it is now.' }) mission?: Mission;
}

@ObjectType({ description: 'The answer to `createMission`.' })
export class CreateMissionPayload extends MissionPayload {}

@ObjectType({ description: 'The answer to `updateMission`.' })
export class UpdateMissionPayload extends MissionPayload {}

@ObjectType({ description: 'The answer to `changeMissionStatus`.' })
export class ChangeMissionStatusPayload extends MissionPayload {}

@ObjectType({ description: 'The answer to `assignMission`.' })
export class AssignMissionPayload extends MissionPayload {}

@ObjectType({ description: 'The answer to `applyToMission`.' })
export class ApplyToMissionPayload extends Payload {
  @Field(() => MissionApplication, { nullable: true, description: 'The new one.' }) application?: MissionApplication;
}

@ObjectType({ description: 'The answer to `decideMissionApplication`.' })
export class DecideMissionApplicationPayload extends Payload {
  @Field(() => MissionApplication, { nullable: true, description: 'As it is now.' }) application?: MissionApplication;
}
