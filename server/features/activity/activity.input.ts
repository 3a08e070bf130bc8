import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Activity, Audience } from './activity.entity.js';
import { ActivityKind } from './activity.kinds.js';

@InputType({ description: 'What somebody writes on a customer’s timeline.' })
export class AddCustomerActivityInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => ActivityKind, { description: 'CALL, EMAIL, MEETING or NOTE.' }) kind: ActivityKind;
  @Field(() => String, { description: 'What it was, in a few words; a colleague is named as `@[id]`.' })
  @Text({ min: 1, max: 400 })
  title: string;
  @Field(() => String, { nullable: true, description: 'The longer text; a colleague is named as `@[id]`.' })
  @Text({ max: 10_000 })
  body?: string | null;
  @Field(() => Date, { nullable: true, description: 'When it happened; now unless said.' }) occurredAt?: Date | null;
  @Field(() => Audience, { defaultValue: Audience.TEAM, description: 'Who may read it.' }) audience: Audience;
  @Field(() => [ID], { defaultValue: [], description: 'Documents of the customer that belong to it; 10 at most.' })
  @Items({ max: 10 })
  documentIds: string[];
}

@ObjectType({ description: 'The answer to `addCustomerActivity`.' })
export class AddCustomerActivityPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'The new one.' }) activity?: Activity;
}

@InputType({ description: 'An activity of yours as it is to be. What was absent stays.' })
export class UpdateActivityInput {
  @Field(() => ID, { description: 'The activity’s.' }) id: string;
  @Field(() => String, { description: 'What it was, in a few words; a colleague is named as `@[id]`.' })
  @Text({ min: 1, max: 400 })
  title: string;
  @Field(() => String, { nullable: true, description: 'The longer text; null: there is none.' }) @Text({ max: 10_000 }) body?:
    | string
    | null;
  @Field(() => ActivityKind, { nullable: true, description: 'CALL, EMAIL, MEETING or NOTE.' }) kind?: ActivityKind | null;
  @Field(() => Audience, { nullable: true, description: 'Who may read it.' }) audience?: Audience | null;
}

@ObjectType({ description: 'The answer to `updateActivity`.' })
export class UpdateActivityPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'As it is now.' }) activity?: Activity;
}

@InputType({ description: 'Which activity to delete.' })
export class DeleteActivityInput {
  @Field(() => ID, { description: 'The activity’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `deleteActivity`.' })
export class DeleteActivityPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}

@InputType({ description: 'Whether an activity is pinned.' })
export class PinActivityInput {
  @Field(() => ID, { description: 'The activity’s.' }) id: string;
  @Field({ description: 'Pinned or not, from now on.' }) pinned: boolean;
}

@ObjectType({ description: 'The answer to `pinActivity`.' })
export class PinActivityPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'As it is now.' }) activity?: Activity;
}
