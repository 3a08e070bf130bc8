import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';

@ObjectType({ description: 'How much each factor counts in a customer’s health, for everybody.' })
export class HealthWeights {
  @Field(() => Int, { description: 'Of how regularly they buy.' }) rhythm: number;
  @Field(() => Int, { description: 'Of how revenue moves.' }) trend: number;
  @Field(() => Int, { description: 'Of how they pay.' }) payment: number;
  @Field(() => Int, { description: 'Of when we last spoke.' }) contact: number;
}

@InputType({ description: 'How much each factor counts, 0 to 100; only their proportions matter. Two at least must count.' })
export class UpdateHealthWeightsInput {
  @Field(() => Int, { description: 'Of how regularly they buy.' }) rhythm: number;
  @Field(() => Int, { description: 'Of how revenue moves.' }) trend: number;
  @Field(() => Int, { description: 'Of how they pay.' }) payment: number;
  @Field(() => Int, { description: 'Of when we last spoke.' }) contact: number;
}

@ObjectType({ description: 'The answer to `updateHealthWeights`.' })
export class UpdateHealthWeightsPayload extends Payload {
  @Field(() => HealthWeights, { nullable: true, description: 'As they are now.' }) healthWeights?: HealthWeights;
}
