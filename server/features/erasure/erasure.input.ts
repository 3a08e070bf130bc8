import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Customer } from '../customer/customer.entity.js';

@InputType({ description: 'Whom to erase, with their name as a proof that it is them.' })
export class EraseCustomerInput {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field({ description: 'The customer’s name, typed.' }) @Text({ min: 1, max: 200 }) name: string;
  @Field(() => ID, { nullable: true, description: 'The request that this answers, which is closed by it.' })
  requestId?: string | null;
  @Field(() => String, { nullable: true, description: 'With a request, needed: what the person is told.' })
  @Text({ max: 5000 })
  answer?: string | null;
}

@ObjectType({ description: 'The answer to `eraseCustomer`.' })
export class EraseCustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'What is left: a reference without a name.' }) customer?: Customer;
}
