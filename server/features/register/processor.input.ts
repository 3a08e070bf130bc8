import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';
import { Processor } from './processor.entity.js';

@InputType({ description: 'A processor, as it is to be.' })
export class CreateProcessorInput {
  @Field({ description: 'Its name.' }) @Text({ min: 1, max: 200 }) name: string;
  @Field({ description: 'What it does for us.' }) @Text({ min: 1, max: 2000 }) service: string;
  @Field({ description: 'Where: ISO 3166-1 alpha-2, such as FR.' }) @Text({ min: 1, max: 2 }) country: string;
  @Field(() => String, { nullable: true, description: 'What makes that lawful: needed outside the European Economic Area.' })
  @Text({ max: 2000 })
  transferSafeguard?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day the contract of article 28 was signed.' }) contractOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Where that contract is kept.' })
  @Text({ max: 500 })
  contractReference?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom it hands data on to.' })
  @Text({ max: 2000 })
  subProcessors?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to turn to there.' }) @Text({ max: 500 }) contact?: string | null;
  @Field(() => Day, { nullable: true, description: 'The last day it works for us.' }) endedOn?: string | null;
}

@InputType({ description: 'A processor that is there already, as it is to be.' })
export class UpdateProcessorInput extends CreateProcessorInput {
  @Field(() => ID, { description: 'The processor’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@ObjectType({ description: 'The answer to `createProcessor`.' })
export class CreateProcessorPayload extends Payload {
  @Field(() => Processor, { nullable: true, description: 'The new one.' }) processor?: Processor;
}

@ObjectType({ description: 'The answer to `updateProcessor`.' })
export class UpdateProcessorPayload extends Payload {
  @Field(() => Processor, { nullable: true, description: 'As it is now.' }) processor?: Processor;
}
