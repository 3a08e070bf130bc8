import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Activity, Audience } from './activity.entity.js';
import { ActivityKind } from './activity.kinds.js';

@InputType({ description: 'What somebody writes on a customer’s timeline.' })
export class AddCustomerActivityInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => ActivityKind, { description: 'CALL, EMAIL, MEETING or NOTE.' }) kind: ActivityKind;
  @Field(() => String, { description: 'What it was, in a few words.' }) @Text({ min: 1, max: 200 }) title: string;
  @Field(() => String, { nullable: true, description: 'The longer text.' }) @Text({ max: 10_000 }) body?: string | null;
  @Field(() => Date, { nullable: true, description: 'When it happened; now unless said.' }) occurredAt?: Date | null;
  @Field(() => Audience, { defaultValue: Audience.TEAM, description: 'Who may read it.' }) audience: Audience;
}

@ObjectType({ description: 'The answer to `addCustomerActivity`.' })
export class AddCustomerActivityPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'The new one.' }) activity?: Activity;
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
