import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById, pickedBy, rows } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { DataSubjectRequest } from './data-subject-request.entity.js';
import type { DataSubjectRequestFilter } from './data-subject-request.page.js';

export const dataSubjectRequestById = oneById(DataSubjectRequest);
export const dataSubjectRequestsByCustomer = manyBy(DataSubjectRequest, 'customerId', { order: { receivedOn: 'desc' } });

export const isOpenRequest = (row: Sql): Sql => sql`${row}.status in ('RECEIVED', 'IDENTIFIED')`;
const isOver = (row: Sql): Sql => sql`${isOpenRequest(row)} and ${row}.due_on < (now() at time zone 'Europe/Paris')::date`;
const orNot = (wanted: boolean, condition: Sql): Sql => (wanted ? condition : sql`not (${condition})`);

export const dataSubjectRequests = pagesOf(DataSubjectRequest, {
  where: ({ status, right, open, overdue, customerId }: DataSubjectRequestFilter, row) => [
    ...(status ? [sql`${row}.status = ${status}`] : []),
    ...(right ? [sql`${row}."right" = ${right}`] : []),
    ...(open == null ? [] : [orNot(open, isOpenRequest(row))]),
    ...(overdue == null ? [] : [orNot(overdue, isOver(row))]),
    // What is no UUID is the id of nothing.
    ...(customerId ? [isUUID(customerId) ? sql`${row}.customer_id = ${customerId}::uuid` : sql`false`] : []),
  ],
});

/** Customers that share an e-mail address or a number with this one: the same person may be known under both. */
export const alsoKnownByCustomer = pickedBy(Customer, (key, asked) => {
  const it = asked.row;
  const ways = (id: Sql, column: Sql): Sql => sql`(
    select lower(own.${column}) from customer own where own.id = ${id} and own.${column} is not null
    union select lower(person.${column}) from contact person where person.customer_id = ${id} and person.${column} is not null)`;
  const shared = (column: Sql): Sql =>
    sql`exists (select from ${ways(sql`${it}.id`, column)} theirs(way) join ${ways(key, column)} ours(way) using (way))`;
  return sql`select * from ${rows(Customer, asked, sql`${it}.id <> ${key} and (${shared(sql`email`)} or ${shared(sql`phone`)})`)}
    order by ${it}.name, ${it}.id limit 20`;
});
