import { isUUID } from 'class-validator';
import { seesOf } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Invoice } from './invoice.entity.js';
import type { InvoiceFilter } from './invoice.page.js';
import { InvoiceLine } from './invoice-line.entity.js';

export const invoiceById = oneById(Invoice);
export const linesByInvoice = manyBy(InvoiceLine, 'invoiceId', { order: { position: 'asc' }, unique: true });

/** Days are those of Paris, where the seller is. A select of its own is worked out once, not for each row. */
export const todayInParis = sql`(select (now() at time zone 'Europe/Paris')::date)`;

/** Issued and not all paid. */
export const isOpen = (row: Sql): Sql => sql`${row}.status in ('ISSUED', 'PARTIALLY_PAID')`;

/** Open though its day is past: the same as `isOverdue` of the rules. */
export const isLate = (row: Sql): Sql => sql`(${isOpen(row)} and ${row}.due_on < ${todayInParis})`;

/** What is no UUID is the id of nothing. */
export const idOrNone = (id: string): string => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

/** By its number, its title, or whose it is. */
function found(row: Sql, search: string, viewer: Viewer): Sql {
  const part = sql`'%' || escape_like(plain(${search})) || '%'`;
  const isNamed = (it: Sql) => sql`plain(coalesce(${it}.number, '') || ' ' || ${it}.title) like ${part}`;
  const buyers = sql`select buyer.id from customer buyer where buyer.search_text like ${part} and plain(buyer.name) like ${part}`;
  // Who sees some customers' has few to look through; among all, each side is looked up by its own index.
  if (seesOf(viewer, Invoice) === 'some') return sql`(${isNamed(row)} or ${row}.customer_id = any(array(${buyers})))`;
  return sql`${row}.id in (
    select it.id from invoice it where ${isNamed(sql`it`)}
    union all
    select it.id from invoice it where it.customer_id in (${buyers}))`;
}

const where = ({ search, status, customerId, projectId, overdue, from, to }: InvoiceFilter, row: Sql, viewer: Viewer): Sql[] => [
  ...(search?.trim() ? [found(row, search.trim(), viewer)] : []),
  ...(status?.length ? [sql`${row}.status = any(${status}::text[])`] : []),
  ...(customerId ? [sql`${row}.customer_id = ${idOrNone(customerId)}::uuid`] : []),
  ...(projectId ? [sql`${row}.project_id = ${idOrNone(projectId)}::uuid`] : []),
  ...(overdue == null ? [] : [overdue ? isLate(row) : sql`not ${isLate(row)}`]),
  ...(from ? [sql`${row}.issued_on >= ${from}::date`] : []),
  ...(to ? [sql`${row}.issued_on <= ${to}::date`] : []),
];

export const invoices = pagesOf(Invoice, { where });
export const invoicesByCustomer = pagesOf(Invoice, { by: 'customerId', where });
