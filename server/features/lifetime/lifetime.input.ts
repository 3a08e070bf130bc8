import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';

@InputType({ description: 'A fit of the models.' })
export class FitLifetimeInput {
  @Field(() => Day, { nullable: true, description: 'What was known at the end of this day, in Paris; today unless said.' })
  asOf?: string | null;
}

@ObjectType({ description: 'The answer to `fitLifetime`.' })
export class FitLifetimePayload extends Payload {
  @Field(() => Day, { nullable: true, description: 'The day it is done for. It is a matter of moments.' }) asOf?: string;
}
