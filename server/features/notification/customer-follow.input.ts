import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';

@InputType({ description: 'Whether you want to be told of new customers.' })
export class FollowNewCustomersInput {
  @Field(() => Boolean, { description: 'From now on.' }) following: boolean;
}

@ObjectType({ description: 'The answer to `followNewCustomers`.' })
export class FollowNewCustomersPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'As it is now.' }) following?: boolean;
}
