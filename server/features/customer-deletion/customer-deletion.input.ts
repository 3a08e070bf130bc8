import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';

@InputType({ description: 'Which customer to delete, with their name as a proof that it is this one.' })
export class DeleteCustomerInput {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field({ description: 'The customer’s name, typed.' }) @Text({ min: 1, max: 200 }) name: string;
}

@ObjectType({ description: 'The answer to `deleteCustomer`.' })
export class DeleteCustomerPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}

@ObjectType({ description: 'Something for which a customer is kept.' })
export class KeptFor {
  @Field({ description: 'Stable, for programs: such as KEPT_INVOICES.' }) code: string;
  @Field(() => Int, { description: 'How many there are.' }) count: number;
  @Field({ description: 'Why that keeps them, in your language.' }) message: string;
}
