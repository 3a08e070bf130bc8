import { Field, ID, InputType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { CustomerFields } from './customer.input.js';

@InputType({ description: 'A form’s words so far. Absent is not looked at.' })
export class ValidateCustomerInput extends CustomerFields {
  @Field(() => ID, { nullable: true, description: 'The customer that is changed; absent for a new one.' }) id?: string | null;
  @Field(() => String, { nullable: true, description: 'The postal code of an address.' }) @Text({ max: 20 }) postalCode?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The country of that address, ISO 3166-1 alpha-2: FR unless said.' })
  @Text({ max: 2 })
  country?: string | null;
}
