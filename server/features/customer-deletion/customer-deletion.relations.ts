import { valueBy } from '../../core/relation.js';
import { join, literal, type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';

/** What keeps a record, by the code of its words. No policy is asked: what somebody doesn't see keeps it too. */
const counts = (id: Sql): Record<string, Sql> => ({
  KEPT_INVOICES: sql`select count(*) from invoice it where it.customer_id = ${id} and it.status <> 'DRAFT'`,
  KEPT_DRAFTS: sql`select count(*) from invoice it where it.customer_id = ${id} and it.status = 'DRAFT'`,
  KEPT_PAYMENTS: sql`select count(*) from payment it where it.customer_id = ${id}`,
  KEPT_ORDERS: sql`select count(*) from "order" it where it.customer_id = ${id}`,
  KEPT_CONSENTS: sql`select count(*) from consent_event it where it.customer_id = ${id}`,
  KEPT_PROJECTS: sql`select count(*) from project it where it.customer_id = ${id}`,
  KEPT_MISSIONS: sql`select count(*) from mission it where it.customer_id = ${id}`,
  KEPT_WORK_ORDERS: sql`select count(*) from work_order it where it.customer_id = ${id}`,
});

export interface Keeping {
  code: string;
  count: number;
}

/** All of it as JSON, in order, without what there is none of. */
export const keeping = (id: Sql): Sql => sql`(
  select coalesce(json_agg(json_object('code': it.code, 'count': it.count) order by it.place), '[]')
  from (values ${join(
    Object.entries(counts(id)).map(([code, count], place) => sql`(${literal(code)}, (${count}), ${literal(String(place))})`),
    ', ',
  )}) it(code, count, place) where it.count > 0)`;

export const keptForByCustomer = valueBy(
  Customer,
  (key) => keeping(key),
  (json) => json as Keeping[],
);
