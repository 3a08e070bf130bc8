import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Invoice } from './invoice.entity.js';
import type { InvoiceFilter } from './invoice.page.js';
import { InvoiceLine } from './invoice-line.entity.js';

export const invoiceById = oneById(Invoice);
export const linesByInvoice = manyBy(InvoiceLine, 'invoiceId', { order: { position: 'asc' }, unique: true });

/** Days are those of Paris, where the seller is. */
export const todayInParis = sql`(now() at time zone 'Europe/Paris')::date`;

/** Issued and not all paid. */
export const isOpen = (row: Sql): Sql => sql`${row}.status in ('ISSUED', 'PARTIALLY_PAID')`;

/** Open though its day is past: the same as `isOverdue` of the rules. */
export const isLate = (row: Sql): Sql => sql`(${isOpen(row)} and ${row}.due_on < ${todayInParis})`;

/** What is no UUID is the id of nothing. */
export const idOrNone = (id: string): string => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

/** Each side has its own index, so they are looked up apart. */
function found(row: Sql, search: string): Sql {
  const part = sql`'%' || escape_like(plain(${search})) || '%'`;
  return sql`${row}.id in (
    select it.id from invoice it where plain(coalesce(it.number, '') || ' ' || it.title) like ${part}
    union all
    select it.id from invoice it join customer buyer on buyer.id = it.customer_id
    where buyer.search_text like ${part} and plain(buyer.name) like ${part})`;
}

const where = ({ search, status, customerId, projectId, overdue, from, to }: InvoiceFilter, row: Sql): Sql[] => [
  ...(search?.trim() ? [found(row, search.trim())] : []),
  ...(status?.length ? [sql`${row}.status = any(${status}::text[])`] : []),
  ...(customerId ? [sql`${row}.customer_id = ${idOrNone(customerId)}::uuid`] : []),
  ...(projectId ? [sql`${row}.project_id = ${idOrNone(projectId)}::uuid`] : []),
  ...(overdue == null ? [] : [overdue ? isLate(row) : sql`not ${isLate(row)}`]),
  ...(from ? [sql`${row}.issued_on >= ${from}::date`] : []),
  ...(to ? [sql`${row}.issued_on <= ${to}::date`] : []),
];

export const invoices = pagesOf(Invoice, { where });
export const invoicesByCustomer = pagesOf(Invoice, { by: 'customerId', where });
