import { Field, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';

@ObjectType({ description: 'What became of a segment on a day, in Paris.' })
export class SegmentDay {
  @Field(() => Day, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Customers that came in.' }) entered: number;
  @Field(() => Int, { description: 'Customers that left.' }) left: number;
  @Field(() => Int, { description: 'Customers that were in it at the end of the day.' }) members: number;
}

@ObjectType({ description: 'How many customers came into a segment and left it.' })
export class SegmentMoves {
  @Field(() => Int, { description: 'Came in.' }) entered: number;
  @Field(() => Int, { description: 'Left.' }) left: number;
}

@ObjectType({ description: 'Who a rule would hold for now.' })
export class SegmentPreview {
  @Field(() => Int, { nullable: true, description: 'How many customers. Null while the rule is wrong.' }) count: number | null;
  @Field(() => [Customer], { description: 'The first ten by name.' }) customers: Customer[];
  @Field(() => String, { nullable: true, description: 'The rule in your language. Null while it is wrong.' })
  sentence: string | null;
  @Field(() => [UserErrorType], { description: 'What is wrong with it, each with the way to its condition.' })
  userErrors: UserErrorType[];
}
