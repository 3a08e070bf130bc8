import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Customer } from '../customer/customer.entity.js';
import { User } from '../user/user.entity.js';

/** The values are the topics under which features publish with `about: customerId`. */
export enum CustomerTopic {
  CUSTOMER = 'customer',
  ACTIVITY = 'activity',
  CONSENT = 'consent',
  PROJECT = 'project',
  MISSION = 'mission',
  DOCUMENT = 'document',
  ORDER = 'order',
  INVOICE = 'invoice',
  OPPORTUNITY = 'opportunity',
  MEMBERSHIP = 'membership',
}
registerEnumType(CustomerTopic, {
  name: 'CustomerTopic',
  description: 'What of a customer changed.',
  valuesConfig: {
    CUSTOMER: { description: 'The record itself, or a contact, an address, a vehicle.' },
    ACTIVITY: { description: 'The timeline.' },
    CONSENT: { description: 'A consent.' },
    PROJECT: { description: 'A project.' },
    MISSION: { description: 'A mission.' },
    DOCUMENT: { description: 'A document.' },
    ORDER: { description: 'An order.' },
    INVOICE: { description: 'An invoice or a payment.' },
    OPPORTUNITY: { description: 'An opportunity.' },
    MEMBERSHIP: { description: 'Who enters the client portal for them.' },
  },
});

/** Not an entity: it is a happening, told to somebody who sees what it is about. */
@ObjectType({ description: 'Something about a customer is not as it was.' })
export class CustomerChange {
  @Field(() => Customer, { description: 'As it is now.' }) customer: Customer;
  @Field(() => CustomerTopic, { description: 'What of it changed.' }) topic: CustomerTopic;
  @Field(() => ID, { description: 'The row that changed: the customer itself, or one of that part. It may be gone.' }) id: string;
  @Field(() => User, {
    nullable: true,
    description: 'Who changed it. Null when the product did, or when they are not yours to see.',
  })
  by: User | null;
}
