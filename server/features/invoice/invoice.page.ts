import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { Day } from '../../core/scalars.js';
import { Invoice, InvoiceStatus } from './invoice.entity.js';

export const InvoiceConnection = Connection(Invoice);

export enum InvoiceSort {
  ISSUED_ON = 'issuedOn',
  DUE_ON = 'dueOn',
  CREATED_AT = 'createdAt',
  TOTAL = 'totalCents',
}
registerEnumType(InvoiceSort, {
  name: 'InvoiceSort',
  description: 'What a list of invoices is sorted by.',
  valuesConfig: {
    ISSUED_ON: { description: 'Their date; for a draft, the day it was begun.' },
    DUE_ON: { description: 'The last day to pay in time.' },
    CREATED_AT: { description: 'When the draft was begun.' },
    TOTAL: { description: 'The amount, tax included.' },
  },
});

@InputType({ description: 'Which invoices. All conditions hold together.' })
export class InvoiceFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A part of the number, the title or the customer’s name; accents and case ignored.',
  })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => [InvoiceStatus], { nullable: true, description: 'In one of these states.' })
  @Items({ max: 10 })
  status?: InvoiceStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'For this project.' }) projectId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Late, or not late.' }) overdue?: boolean | null;
  @Field(() => Day, { nullable: true, description: 'Dated this day or later.' }) from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Dated this day or earlier.' }) to?: string | null;
}

@ArgsType()
export class InvoicePage extends Page {
  @Field(() => InvoiceSort, { defaultValue: InvoiceSort.ISSUED_ON, description: 'What to sort by.' }) sort: InvoiceSort;
  @Field(() => InvoiceFilter, { nullable: true, description: 'Which ones.' }) filter?: InvoiceFilter | null;
}
