import { isUUID } from 'class-validator';
import { pagesOf } from '../../core/pages.js';
import { oneById, pickedBy, rows } from '../../core/relation.js';
import { rowCount, sql } from '../../core/sql.js';
import { CustomerDuplicate, CustomerDuplicateStatus } from './customer-duplicate.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';
import type { CustomerDuplicateFilter, CustomerMergeFilter } from './customer-merge.page.js';

export const customerDuplicateById = oneById(CustomerDuplicate);
export const customerMergeById = oneById(CustomerMerge);

/** What is no UUID is the id of nothing. */
const idOrNone = (id: string) => (isUUID(id) ? id : '00000000-0000-0000-0000-000000000000');

export const customerDuplicates = pagesOf(CustomerDuplicate, {
  where: (filter: CustomerDuplicateFilter, row) => [
    sql`${row}.status = ${filter.status ?? CustomerDuplicateStatus.OPEN}`,
    ...(filter.minProbability != null ? [sql`${row}.probability >= ${filter.minProbability}`] : []),
    ...(filter.customerId ? [sql`${idOrNone(filter.customerId)}::uuid in (${row}.a_id, ${row}.b_id)`] : []),
  ],
});

export const customerMerges = pagesOf(CustomerMerge, {
  where: (filter: CustomerMergeFilter, row) => [
    ...(filter.customerId ? [sql`${row}.customer_id = ${idOrNone(filter.customerId)}::uuid`] : []),
    ...(filter.split == null ? [] : [sql`${row}.split_at is ${filter.split ? sql`not null` : sql`null`}`]),
  ],
});

/** A customer’s page shows no more than these. */
const MOST = 20;

export const openDuplicatesByCustomer = pickedBy(CustomerDuplicate, (key, asked) => {
  const { row } = asked;
  const open = sql`(${row}.a_id = ${key} or ${row}.b_id = ${key}) and ${row}.status = 'OPEN'`;
  return sql`select * from ${rows(CustomerDuplicate, asked, open)} order by ${row}.score desc, ${row}.id limit ${rowCount(MOST)}`;
});

export const mergesByCustomer = pickedBy(CustomerMerge, (key, asked) => {
  const { row } = asked;
  const standing = sql`${row}.customer_id = ${key} and ${row}.split_at is null`;
  return sql`select * from ${rows(CustomerMerge, asked, standing)} order by ${row}.created_at desc, ${row}.id limit ${rowCount(MOST)}`;
});
