import { Arg, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Cents, Day } from '../../core/scalars.js';
import { transactionsOfCustomer } from './finance.relations.js';
import { Invoice } from './invoice.entity.js';
import { invoiceById } from './invoice.relations.js';
import { Payment } from './payment.entity.js';
import { paymentById } from './payment.relations.js';

enum TransactionKind {
  INVOICE = 'INVOICE',
  PAYMENT = 'PAYMENT',
}
registerEnumType(TransactionKind, {
  name: 'TransactionKind',
  description: 'What moved an account.',
  valuesConfig: { INVOICE: { description: 'An invoice was issued.' }, PAYMENT: { description: 'Money came.' } },
});

@ObjectType({ description: 'A line of a customer’s statement of account.' })
class Transaction {
  @Field(() => ID, { description: 'That of the invoice or the payment.' }) id: string;
  @Field(() => TransactionKind, { description: 'What it was.' }) kind: TransactionKind;
  @Field(() => Day, { description: 'The date of the invoice, or the day of the payment.' }) on: string;
  @Field(() => String, {
    nullable: true,
    description: 'The invoice’s number, or the payment’s reference. Null when there is none.',
  })
  label: string | null;
  @Field(() => Cents, { description: 'Above zero what is asked for, below zero what was paid.' }) amountCents: number;
  @Field(() => Cents, { description: 'What was owed after it, all earlier lines counted.' }) balanceCents: number;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
  invoiceId: string | null;
  paymentId: string | null;
}

@Resolver(() => Transaction)
export class TransactionResolver {
  @Query(() => [Transaction], {
    description: 'A customer’s statement of account, the latest line first. Empty when you may not see it.',
  })
  @Requires('payment.read')
  @Through(transactionsOfCustomer, 'customerId')
  transactions(
    @Arg('customerId', () => ID, { description: 'The customer’s.' }) _customerId: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 100 at most.' }) _first: number,
    @Arg('from', () => Day, { nullable: true, description: 'This day or later; balances count what came before.' }) _from?:
      | string
      | null,
    @Arg('to', () => Day, { nullable: true, description: 'This day or earlier.' }) _to?: string | null,
  ): void {}

  @FieldResolver(() => Invoice, { nullable: true, description: 'The invoice. Null where it is a payment.' })
  @Through(invoiceById, 'invoiceId')
  invoice(): void {}

  @FieldResolver(() => Payment, { nullable: true, description: 'The payment. Null where it is an invoice.' })
  @Through(paymentById, 'paymentId')
  payment(): void {}
}
