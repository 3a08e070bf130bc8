import { Field, ID, ObjectType } from 'type-graphql';
import { User } from '../user/user.entity.js';

/** Not an entity: it lasts as long as a page is open, and nothing is kept of it. */
@ObjectType({ description: 'Somebody who has a customer’s page open now.' })
export class CustomerViewer {
  @Field(() => User, { description: 'Who.' }) user: User;
  @Field(() => Date, { description: 'Since when.' }) since: Date;
  @Field(() => [ID], {
    description: 'What they have open for changing: the ids of the customer, of its contacts, addresses, projects, missions.',
  })
  editing: string[];
}

@ObjectType({ description: 'Who else has a customer’s page open now.' })
export class CustomerPresence {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field(() => [CustomerViewer], { description: 'The others, whoever came first first; 50 at most. Never yourself.' })
  others: CustomerViewer[];
}
