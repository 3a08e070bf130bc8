import { pagesOf } from '../../core/pages.js';
import { oneById } from '../../core/relation.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';

export const archivedInvoiceById = oneById(ArchivedInvoice);
export const archivedInvoices = pagesOf(ArchivedInvoice);
