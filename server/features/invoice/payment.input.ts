import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Cents, Day } from '../../core/scalars.js';
import { Payment, PaymentMethod } from './payment.entity.js';

@InputType({ description: 'The part of a payment for one invoice.' })
export class PaymentAllocationInput {
  @Field(() => ID, { description: 'An open invoice of the same customer.' }) invoiceId: string;
  @Field(() => Cents, { description: 'How much of the payment.' }) amountCents: number;
}

@InputType({ description: 'Money that came from a customer.' })
export class CreatePaymentInput {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => Cents, { description: 'How much; never more than is due.' }) amountCents: number;
  @Field(() => PaymentMethod, { description: 'How it came.' }) method: PaymentMethod;
  @Field(() => Day, { nullable: true, description: 'The day it was paid; today unless said.' }) paidOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What the bank or the cheque says.' }) @Text({ max: 140 }) reference?:
    | string
    | null;

  @Field(() => [PaymentAllocationInput], {
    nullable: true,
    description: 'Which invoices it is for, adding up to the amount. Without it, those due first are paid first.',
  })
  @Items({ min: 1, max: 200 })
  allocations?: PaymentAllocationInput[] | null;

  @Field(() => String, { nullable: true, description: 'Yours: sent again, it gives the same payment instead of another.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer to `createPayment`.' })
export class CreatePaymentPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: 'The new one.' }) payment?: Payment;
}
