import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
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

@ArgsType()
export class ArchivedInvoicePage extends Page {
  @Field(() => ArchivedInvoiceSort, { defaultValue: ArchivedInvoiceSort.ISSUED_ON, description: 'What to sort by.' })
  sort: ArchivedInvoiceSort;
}
