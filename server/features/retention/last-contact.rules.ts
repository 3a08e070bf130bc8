import { join, type Sql, sql } from '../../core/sql.js';

/** Rows that show that there was something with the customer, and when. What we do on our own is no contact: mails, imports, changes. */
const contacts = (id: Sql): [from: Sql, at: Sql][] => [
  [
    sql`activity one where one.customer_id = ${id} and one.kind in ('CALL', 'EMAIL', 'MEETING', 'NOTE', 'COMMENT_ADDED', 'ORDERS_CLAIMED')`,
    sql`one.occurred_at`,
  ],
  [sql`"order" one where one.customer_id = ${id}`, sql`one.placed_at`],
  [sql`invoice one where one.customer_id = ${id}`, sql`greatest(one.created_at, one.issued_at)`],
  [sql`payment one where one.customer_id = ${id}`, sql`one.created_at`],
  [sql`project one where one.customer_id = ${id}`, sql`greatest(one.created_at, one.updated_at)`],
  [sql`mission one where one.customer_id = ${id}`, sql`greatest(one.created_at, one.delivered_at, one.approved_at)`],
  [sql`work_order one where one.customer_id = ${id}`, sql`greatest(one.created_at, one.done_at)`],
  [sql`opportunity one where one.customer_id = ${id}`, sql`greatest(one.created_at, one.updated_at)`],
  [sql`vehicle one where one.customer_id = ${id}`, sql`one.created_at`],
  [sql`document one where one.customer_id = ${id}`, sql`one.created_at`],
  [sql`consent_event one where one.customer_id = ${id} and one.method not in ('SYSTEM', 'MERGE')`, sql`one.at`],
  [sql`data_subject_request one where one.customer_id = ${id}`, sql`one.created_at`],
  [
    sql`membership one join "user" who on who.id = one.user_id where one.customer_id = ${id}`,
    sql`greatest(one.created_at, who.last_login_at)`,
  ],
];

/** Of a customer’s row: the last time there was something, their record’s making at the least. */
export const lastContact = (row: Sql): Sql =>
  sql`greatest(${row}.created_at, ${join(
    contacts(sql`${row}.id`).map(([from, at]) => sql`(select max(${at}) from ${from})`),
    ', ',
  )})`;

/** The same asked the quick way: nothing since then. */
export const silentSince = (row: Sql, before: Sql): Sql =>
  sql`${row}.created_at < ${before} and ${join(
    contacts(sql`${row}.id`).map(([from, at]) => sql`not exists (select from ${from} and ${at} >= ${before})`),
    ' and ',
  )}`;

/** There was some business, if only a draft. */
export const hadBusiness = (id: Sql): Sql =>
  sql`(${join(
    [sql`"order"`, sql`invoice`, sql`payment`, sql`project`, sql`mission`, sql`work_order`].map(
      (table) => sql`exists (select from ${table} one where one.customer_id = ${id})`,
    ),
    ' or ',
  )})`;
