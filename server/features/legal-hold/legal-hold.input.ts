import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { LegalHold } from './legal-hold.entity.js';

@InputType({ description: 'Whose data is to be kept, and why.' })
export class PlaceLegalHoldInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field({ description: 'Why, such as a dispute and its number.' }) @Text({ min: 3, max: 1000 }) reason: string;
}

@InputType({ description: 'Which hold is over.' })
export class LiftLegalHoldInput {
  @Field(() => ID, { description: 'The hold’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `placeLegalHold` and `liftLegalHold`.' })
export class LegalHoldPayload extends Payload {
  @Field(() => LegalHold, { nullable: true, description: 'As it is now.' }) legalHold?: LegalHold;
}
