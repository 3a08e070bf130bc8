import { pagesOf } from '../../core/pages.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';
import type { ArchivedInvoiceFilter } from './erasure.page.js';

export const archivedInvoiceById = oneById(ArchivedInvoice);
export const archivedInvoices = pagesOf(ArchivedInvoice, {
  where: ({ search }: ArchivedInvoiceFilter, row) =>
    search?.trim() ? [sql`plain(${row}.number) like '%' || escape_like(plain(${search.trim()})) || '%'`] : [],
});
