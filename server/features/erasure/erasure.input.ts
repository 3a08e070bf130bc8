import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Customer } from '../customer/customer.entity.js';
import { ArchivedContent } from './archived-content.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';

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

@InputType({ description: 'Which archived invoice to read, and why.' })
export class OpenArchivedInvoiceInput {
  @Field(() => ID, { description: 'Its own id in the archive.' }) id: string;
  @Field({ description: 'Why it has to be read: an inspection, a claim. It stays in the audit trail.' })
  @Text({ min: 1, max: 500 })
  reason: string;
}

@ObjectType({ description: 'The answer to `openArchivedInvoice`.' })
export class OpenArchivedInvoicePayload extends Payload {
  @Field(() => ArchivedInvoice, { nullable: true, description: 'The invoice in the archive.' }) invoice?: ArchivedInvoice;
  @Field(() => ArchivedContent, { nullable: true, description: 'What it says.' }) content?: ArchivedContent;
}
