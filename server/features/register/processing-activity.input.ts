import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';
import { LegalBasis } from '../consent/contact-purpose.entity.js';
import { ProcessingActivity } from './processing-activity.entity.js';

@InputType({ description: 'An activity of the register of processing, as it is to be.' })
export class CreateProcessingActivityInput {
  @Field({ description: 'What it is called. Unique.' }) @Text({ min: 1, max: 200 }) name: string;
  @Field({ description: 'What it is for.' }) @Text({ min: 1, max: 5000 }) purposes: string;
  @Field(() => [LegalBasis], { description: 'What allows it: one at least.' })
  @Items({ min: 1, max: 4 })
  legalBases: LegalBasis[];
  @Field({ description: 'Categories of people.' }) @Text({ min: 1, max: 2000 }) people: string;
  @Field({ description: 'Categories of data.' }) @Text({ min: 1, max: 5000 }) data: string;
  @Field({ description: 'Categories of recipients.' }) @Text({ min: 1, max: 2000 }) recipients: string;
  @Field(() => String, { nullable: true, description: 'Where they go outside the European Union.' })
  @Text({ max: 2000 })
  transfers?: string | null;
  @Field(() => String, { nullable: true, description: 'What makes that lawful: needed with transfers.' })
  @Text({ max: 2000 })
  transferSafeguard?: string | null;
  @Field({ description: 'How long they are kept.' }) @Text({ min: 1, max: 2000 }) retention: string;
  @Field({ description: 'How they are kept safe.' }) @Text({ min: 1, max: 5000 }) security: string;
  @Field(() => String, { nullable: true, description: 'Who answers for it with us.' })
  @Text({ max: 300 })
  responsible?: string | null;
  @Field(() => Day, { description: 'Since when we do it.' }) startedOn: string;
  @Field(() => Day, { nullable: true, description: 'The last day we do it.' }) endedOn?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Processors that take part, 50 at most.' })
  @Items({ max: 50 })
  processorIds?: string[] | null;
}

@InputType({ description: 'An activity that is there already, as it is to be.' })
export class UpdateProcessingActivityInput extends CreateProcessingActivityInput {
  @Field(() => ID, { description: 'The activity’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@ObjectType({ description: 'The answer to `createProcessingActivity`.' })
export class CreateProcessingActivityPayload extends Payload {
  @Field(() => ProcessingActivity, { nullable: true, description: 'The new one.' }) processingActivity?: ProcessingActivity;
}

@ObjectType({ description: 'The answer to `updateProcessingActivity`.' })
export class UpdateProcessingActivityPayload extends Payload {
  @Field(() => ProcessingActivity, { nullable: true, description: 'As it is now.' }) processingActivity?: ProcessingActivity;
}
