import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { figuresBy, manyBy, oneById, pickedBy, rows, sizeAsked, valueBy } from '../../core/relation.js';
import { join, rowCount, type Sql, sql } from '../../core/sql.js';
import { Address } from './address.entity.js';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import type { CustomerFilter } from './customer.page.js';

export const customerById = oneById(Customer);

/** What is no UUID is the id of nothing. */
const idOrNone = (id: string) => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

/** Every word is found as a part of the record's search text, or nearly so: one letter off, two swapped. */
export function matches(row: Sql, search: string): Sql[] {
  const words = wordsOf(search);
  return words.map((word) => {
    const part = sql`${row}.search_text like '%' || escape_like(plain(${word})) || '%'`;
    // Too short a word is like everything, and a number that is nearly another is another.
    return word.length < 4 || /^[\d+]+$/.test(word) ? part : sql`(${part} or plain(${word}) <% ${row}.search_text)`;
  });
}

/** The words somebody typed; a phone number is one word, however they spaced it. */
function wordsOf(search: string): string[] {
  const digits = search.replace(/[\s.\-()]/g, '');
  if (/^\+?\d{6,}$/.test(digits)) return [digits.replace(/^(\+33|0033|0)(?=[1-9]\d{8}$)/, '+33')];
  return search.trim().split(/\s+/).filter(Boolean).slice(0, 8);
}

/** The conditions of a list's filter. */
export const whereCustomers = (filter: CustomerFilter, row: Sql): Sql[] => [
  ...(filter.search ? matches(row, filter.search) : []),
  ...(filter.status ? [sql`${row}.status = ${filter.status}`] : []),
  ...(filter.kind ? [sql`${row}.kind = ${filter.kind}`] : []),
  ...(filter.tags?.length ? [sql`${row}.tags @> ${filter.tags}::text[]`] : []),
  ...(filter.resellerId ? [sql`${row}.reseller_id = ${idOrNone(filter.resellerId)}::uuid`] : []),
  ...(filter.managerId ? [sql`${row}.manager_id = ${idOrNone(filter.managerId)}::uuid`] : []),
  ...(filter.createdFrom ? [sql`${row}.created_at >= ${filter.createdFrom}`] : []),
  ...(filter.createdBefore ? [sql`${row}.created_at < ${filter.createdBefore}`] : []),
  ...(filter.withOrders == null
    ? []
    : [sql`${filter.withOrders ? sql`` : sql`not`} exists (select from "order" placed where placed.customer_id = ${row}.id)`]),
];

export const customers = pagesOf(Customer, { where: whereCustomers });

/** The best matches first. Nothing asked, nothing found. */
export const customersFound = pickedBy(Customer, (_key, asked) => {
  const search = String(asked.args.search);
  const found = matches(asked.row, search);
  return sql`
    select * from ${rows(Customer, asked, found.length > 0 ? join(found, ' and ') : sql`false`)}
    order by word_similarity(plain(${search}), ${asked.row}.search_text) desc, ${asked.row}.name, ${asked.row}.id
    limit ${rowCount(sizeAsked(asked))}`;
});

/** Days begin at midnight in Paris, where the people who read the figures are. A select of its own is worked out once, not for each row. */
const startOfToday = sql`(select date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris')`;

export const customerFigures = figuresBy(Customer, null, {
  total: () => sql`count(*)`,
  active: (row) => sql`count(*) filter (where ${row}.status = 'ACTIVE')`,
  inactive: (row) => sql`count(*) filter (where ${row}.status = 'INACTIVE')`,
  newToday: (row) => sql`count(*) filter (where ${row}.created_at >= ${startOfToday})`,
  newLast7Days: (row) => sql`count(*) filter (where ${row}.created_at >= now() - interval '7 days')`,
});

/** A filter offers no more than these. */
const MOST_TAGS = 100;

export const customerTagsInUse = valueBy(
  Customer,
  (_key, asked) => sql`(
    select coalesce(json_agg(used.tag order by used.count desc, used.tag), '[]')
    from (
      select tag, count(*) from (select unnest(${asked.row}.tags) as tag from ${rows(Customer, asked, sql`true`)}) given
      group by tag order by 2 desc, 1 limit ${rowCount(MOST_TAGS)}) used)`,
  (json) => json as string[],
);

export const contactsByCustomer = manyBy(Contact, 'customerId', { order: { primary: 'desc', name: 'asc' } });
export const addressesByCustomer = manyBy(Address, 'customerId', { order: { kind: 'asc' } });
