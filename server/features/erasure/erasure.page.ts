import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';

export const ArchivedInvoiceConnection = Connection(ArchivedInvoice);

export enum ArchivedInvoiceSort {
  ISSUED_ON = 'issuedOn',
}
registerEnumType(ArchivedInvoiceSort, {
  name: 'ArchivedInvoiceSort',
  description: 'What the archive is sorted by.',
  valuesConfig: { ISSUED_ON: { description: 'When it was issued.' } },
});

@InputType({ description: 'Which invoices of the archive.' })
export class ArchivedInvoiceFilter {
  @Field(() => String, { nullable: true, description: 'A part of the number.' })
  @Text({ max: 200 })
  search?: string | null;
}

@ArgsType()
export class ArchivedInvoicePage extends Page {
  @Field(() => ArchivedInvoiceSort, { defaultValue: ArchivedInvoiceSort.ISSUED_ON, description: 'What to sort by.' })
  sort: ArchivedInvoiceSort;
  @Field(() => ArchivedInvoiceFilter, { nullable: true, description: 'All of them when absent.' })
  filter?: ArchivedInvoiceFilter | null;
}
