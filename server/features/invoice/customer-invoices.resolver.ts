import { Args, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Cents, Day } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { balanceByCustomer, financialSummaryByCustomer } from './finance.relations.js';
import { InvoiceConnection, InvoicePage } from './invoice.page.js';
import { invoicesByCustomer } from './invoice.relations.js';

@ObjectType({ description: 'What is due, by how late it is. In cents, tax included.' })
class Ageing {
  @Field(() => Cents, { description: 'Not due yet.' }) notDue: number;
  @Field(() => Cents, { description: '1 to 30 days late.' }) d30: number;
  @Field(() => Cents, { description: '31 to 60 days late.' }) d60: number;
  @Field(() => Cents, { description: '61 to 90 days late.' }) d90: number;
  @Field(() => Cents, { description: 'More than 90 days late.' }) more: number;
}

@ObjectType({ description: 'A customer’s invoices in figures, drafts left out. Days are those of Paris.' })
class FinancialSummary {
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
  @Field(() => Cents, { description: 'All that was invoiced, tax included.' }) billedCents: number;
  @Field(() => Cents, { description: 'All that was paid.' }) paidCents: number;
  @Field(() => Cents, { description: 'All that is still due, late or not.' }) dueCents: number;
  @Field(() => Int, { description: 'How many invoices have something due.' }) openCount: number;
  @Field(() => Cents, { description: 'What is due and late.' }) overdueCents: number;
  @Field(() => Int, { description: 'How many invoices are late.' }) overdueCount: number;
  @Field(() => Day, {
    nullable: true,
    description: 'The day by which the latest of them should have been paid. Null when none is late.',
  })
  oldestOverdueOn: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'From the date of an invoice to its last payment, in days: the mean of those paid in the last 12 months. Null when none was.',
  })
  daysToPay: number | null;
  @Field(() => Cents, { description: 'Invoiced in the last 12 months, before tax.' }) revenue12mCents: number;
  @Field(() => Cents, { description: 'Invoiced in the 12 months before those, before tax.' }) revenuePrevious12mCents: number;
  @Field(() => Ageing, { description: 'What is due, by how late it is.' }) ageing: Ageing;
}

@Resolver(() => Customer)
export class CustomerInvoicesResolver {
  @FieldResolver(() => InvoiceConnection, { description: 'Their invoices that you see.' })
  @Through(invoicesByCustomer)
  invoices(@Args() _page: InvoicePage): void {}

  @FieldResolver(() => Cents, {
    nullable: true,
    description: 'What they owe us now, in euro cents. Null when you may not see their money.',
  })
  @Requires('payment.read')
  @Through(balanceByCustomer)
  balance(): void {}

  @FieldResolver(() => FinancialSummary, {
    nullable: true,
    description: 'Their invoices in figures. Null when you may not see their money.',
  })
  @Requires('payment.read')
  @Through(financialSummaryByCustomer)
  financialSummary(): void {}
}
