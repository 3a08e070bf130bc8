import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { BreachNature, BreachRisk, DataBreach } from './data-breach.entity.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

const MANY = 2_000_000_000;

@InputType({ description: 'A breach as far as it is known. Describe categories, never a person.' })
export class CreateDataBreachInput {
  @Field({ description: 'What it is called.' }) @Text({ min: 1, max: 200 }) title: string;
  @Field({ description: 'What happened.' }) @Text({ min: 1, max: 5000 }) description: string;
  @Field(() => [BreachNature], { description: 'What happened to the data: one at least.' })
  @Items({ min: 1, max: 3 })
  natures: BreachNature[];
  @Field({ description: 'When we became aware of it.' }) awareAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it happened, where that is known.' }) happenedAt?: Date | null;
  @Field({ description: 'Categories of people.' }) @Text({ min: 1, max: 2000 }) people: string;
  @Field(() => Int, { nullable: true, description: 'About how many people.' }) @Between(0, MANY) peopleCount?: number | null;
  @Field({ description: 'Categories of records.' }) @Text({ min: 1, max: 2000 }) records: string;
  @Field(() => Int, { nullable: true, description: 'About how many records.' }) @Between(0, MANY) recordCount?: number | null;
  @Field({ description: 'What is likely to come of it.' }) @Text({ min: 1, max: 5000 }) consequences: string;
  @Field({ description: 'What was done against it.' }) @Text({ min: 1, max: 5000 }) measures: string;
  @Field(() => BreachRisk, { nullable: true, description: 'The risk to the people, once it is assessed.' })
  risk?: BreachRisk | null;
  @Field(() => String, { nullable: true, description: 'Without a risk, needed: why.' })
  @Text({ max: 5000 })
  noRiskReason?: string | null;
}

@InputType({ description: 'A breach as it is known now.' })
export class UpdateDataBreachInput extends CreateDataBreachInput {
  @Field(() => ID, { description: 'The breach’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'When the CNIL was told.' })
export class NotifyDataBreachInput {
  @Field(() => ID, { description: 'The breach’s.' }) id: string;
  @Field({ description: 'When.' }) notifiedAt: Date;
  @Field(() => String, { nullable: true, description: 'The number the CNIL gave it.' }) @Text({ max: 100 }) reference?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'After more than 72 hours, needed: why.' })
  @Text({ max: 5000 })
  lateReason?: string | null;
}

@InputType({ description: 'When the people were told, or why they are not: one of the two.' })
export class TellDataBreachPeopleInput {
  @Field(() => ID, { description: 'The breach’s.' }) id: string;
  @Field(() => Date, { nullable: true, description: 'When.' }) toldAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why not.' }) @Text({ max: 5000 }) notToldReason?: string | null;
}

@InputType({ description: 'Something found out or done after a breach.' })
export class AddDataBreachEntryInput {
  @Field(() => ID, { description: 'The breach’s.' }) id: string;
  @Field({ description: 'What.' }) @Text({ min: 1, max: 5000 }) body: string;
}

@InputType({ description: 'Which breach is over.' })
export class CloseDataBreachInput {
  @Field(() => ID, { description: 'The breach’s.' }) id: string;
}

@ObjectType({ description: 'The answer to whatever changes a breach.' })
export class DataBreachPayload extends Payload {
  @Field(() => DataBreach, { nullable: true, description: 'As it is now.' }) dataBreach?: DataBreach;
}

@ObjectType({ description: 'The answer to `addDataBreachEntry`.' })
export class AddDataBreachEntryPayload extends Payload {
  @Field(() => DataBreachEntry, { nullable: true, description: 'The new one.' }) dataBreachEntry?: DataBreachEntry;
  @Field(() => DataBreach, { nullable: true, description: 'The breach.' }) dataBreach?: DataBreach;
}
