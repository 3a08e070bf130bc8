import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents, Day } from '../../core/scalars.js';
import { Opportunity } from './opportunity.entity.js';
import { OpportunityNote } from './opportunity-note.entity.js';

const MOST_CENTS = 1_000_000_000_000;

@InputType({ description: 'What is known of an opportunity. Absent leaves it as it is; null empties it.' })
export abstract class OpportunityFields {
  @Field(() => String, { nullable: true, description: 'What it is about.' }) @Text({ max: 200 }) title?: string | null;
  @Field(() => ID, { nullable: true, description: 'The customer; then there is no prospect.' }) customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who could buy, when they are no customer of ours.' })
  @Text({ max: 200 })
  prospectName?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to talk to there.' }) @Text({ max: 200 }) contactName?: string | null;

  @Field(() => Cents, { nullable: true, description: 'What it would bring in, before tax; zero or more.' })
  @Between(0, MOST_CENTS)
  amountCents?: number | null;

  @Field(() => Day, { nullable: true, description: 'When a decision is expected.' }) expectedCloseOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who sells. Our own people only.' }) ownerId?: string | null;
}

@InputType({ description: 'A new opportunity. It comes to the top of its stage.' })
export class CreateOpportunityInput extends OpportunityFields {
  @Field(() => String, { description: 'What it is about.' }) @Text({ min: 1, max: 200 }) declare title: string;

  @Field(() => Cents, { description: 'What it would bring in, before tax; zero or more.' })
  @Between(0, MOST_CENTS)
  declare amountCents: number;

  @Field(() => ID, { nullable: true, description: 'An open stage; the first one unless said.' }) stageId?: string | null;

  @Field(() => String, { nullable: true, description: 'Sent twice, it makes one opportunity.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change to an opportunity.' })
export class UpdateOpportunityInput extends OpportunityFields {
  @Field(() => ID, { description: 'The opportunity’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Where an opportunity goes on the board. Without a neighbour it comes to the top of the stage.' })
export class ChangeOpportunityStageInput {
  @Field(() => ID, { description: 'The opportunity’s.' }) id: string;
  @Field(() => ID, { description: 'The stage; its own to change the order only.' }) stageId: string;
  @Field(() => ID, { nullable: true, description: 'The card it comes to stand right above, in that stage.' }) beforeId?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'The card it comes to stand right below, in that stage.' }) afterId?:
    | string
    | null;

  @Field(() => String, { nullable: true, description: 'Why it is lost: needed where the stage says so.' })
  @Text({ max: 1_000 })
  lostReason?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'A new note.' })
export class AddOpportunityNoteInput {
  @Field(() => ID, { description: 'The opportunity’s.' }) opportunityId: string;
  @Field({ description: 'The text.' }) @Text({ min: 1, max: 10_000 }) body: string;
}

@InputType({ description: 'An opportunity to delete.' })
export class DeleteOpportunityInput {
  @Field(() => ID, { description: 'The opportunity’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@ObjectType({ description: 'The answer to `createOpportunity`.' })
export class CreateOpportunityPayload extends Payload {
  @Field(() => Opportunity, { nullable: true, description: 'The new one.' }) opportunity?: Opportunity;
}

@ObjectType({ description: 'The answer to `updateOpportunity`.' })
export class UpdateOpportunityPayload extends Payload {
  @Field(() => Opportunity, { nullable: true, description: 'As it is now.' }) opportunity?: Opportunity;
}

@ObjectType({ description: 'The answer to `changeOpportunityStage`.' })
export class ChangeOpportunityStagePayload extends Payload {
  @Field(() => Opportunity, { nullable: true, description: 'As it is now.' }) opportunity?: Opportunity;
}

@ObjectType({ description: 'The answer to `addOpportunityNote`.' })
export class AddOpportunityNotePayload extends Payload {
  @Field(() => OpportunityNote, { nullable: true, description: 'The new note.' }) note?: OpportunityNote;
}

@ObjectType({ description: 'The answer to `deleteOpportunity`.' })
export class DeleteOpportunityPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The one that is gone.' }) deletedId?: string;
}
