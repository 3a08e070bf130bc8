import { ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents, Day } from '../../core/scalars.js';
import { Invoice, OperationCategory } from './invoice.entity.js';
import { MOST_LINES, MOST_PAYMENT_DAYS, MOST_QUANTITY } from './invoice.rules.js';

@InputType({ description: 'A line of an invoice.' })
export class InvoiceLineInput {
  @Field(() => String, { description: 'What is sold.' }) @Text({ min: 1, max: 500 }) label: string;
  @Field(() => Float, { description: 'How many: above zero, three decimals at most.' })
  @Between(0, MOST_QUANTITY)
  quantity: number;
  @Field(() => String, { defaultValue: 'unité', description: 'What is counted, such as h, jour, pièce, forfait.' })
  @Text({ min: 1, max: 30 })
  unit: string;
  @Field(() => Cents, { description: 'For one, before tax. Below zero takes off a discount.' }) unitCents: number;
  @Field(() => Int, { defaultValue: 2000, description: 'A French VAT rate in basis points: 2000, 1000, 550, 210, 0…' })
  vatRateBp: number;
}

@InputType({ description: 'What a draft says. Absent leaves it as it is; null empties it.' })
export abstract class InvoiceFields {
  @Field(() => ID, { nullable: true, description: 'A project of the same customer.' }) projectId?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for, in a few words.' }) @Text({ max: 200 }) title?:
    | string
    | null;
  @Field(() => OperationCategory, { nullable: true, description: 'Goods, services or both; services unless said.' })
  category?: OperationCategory | null;
  @Field(() => Day, { nullable: true, description: 'When it was delivered or done, if not on the day of issue.' }) suppliedOn?:
    | string
    | null;
  @Field(() => Int, { nullable: true, description: 'Days to pay; 30 unless said, 60 at most by law.' })
  @Between(0, MOST_PAYMENT_DAYS)
  paymentDays?: number | null;
  @Field(() => String, { nullable: true, description: 'Why no VAT is asked: needed with a line at 0 %.' })
  @Text({ max: 300 })
  vatMention?: string | null;
  @Field(() => String, { nullable: true, description: 'A word to the customer.' }) @Text({ max: 2_000 }) notes?: string | null;
  @Field(() => [InvoiceLineInput], { nullable: true, description: 'All the lines, in order; 200 at most.' })
  @Items({ min: 1, max: MOST_LINES })
  @ValidateNested({ each: true })
  lines?: InvoiceLineInput[] | null;
}

@InputType({ description: 'A new draft.' })
export class CreateInvoiceInput extends InvoiceFields {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => String, { description: 'What it is for, in a few words.' }) @Text({ min: 1, max: 200 }) declare title: string;
  @Field(() => [InvoiceLineInput], { description: 'The lines, in order; 200 at most.' })
  @Items({ min: 1, max: MOST_LINES })
  @ValidateNested({ each: true })
  declare lines: InvoiceLineInput[];
  @Field(() => String, { nullable: true, description: 'Yours: sent again, it gives the same draft instead of another.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change to a draft.' })
export class UpdateInvoiceInput extends InvoiceFields {
  @Field(() => ID, { description: 'The invoice’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Which draft to delete.' })
export class DeleteInvoiceInput {
  @Field(() => ID, { description: 'The invoice’s.' }) id: string;
}

@InputType({ description: 'Which draft to issue.' })
export class IssueInvoiceInput {
  @Field(() => ID, { description: 'The invoice’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@ObjectType({ description: 'The answer to `createInvoice`.' })
export class CreateInvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The new draft.' }) invoice?: Invoice;
}

@ObjectType({ description: 'The answer to `updateInvoice`.' })
export class UpdateInvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'As it is now.' }) invoice?: Invoice;
}

@ObjectType({ description: 'The answer to `deleteInvoice`.' })
export class DeleteInvoicePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}

@ObjectType({ description: 'The answer to `issueInvoice`.' })
export class IssueInvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'As it is from now on.' }) invoice?: Invoice;
}
