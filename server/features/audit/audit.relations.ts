import { isUUID } from 'class-validator';
import { visibleById } from '../../core/access.js';
import { AuditEntry } from '../../core/audit.entity.js';
import { pagesOf } from '../../core/pages.js';
import { oneById, sizeAsked, valueBy, visibleRows } from '../../core/relation.js';
import { rowCount, type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import type { AuditEntryFilter } from './audit.page.js';
import type { Reading } from './reading.entity.js';

export const auditEntryById = oneById(AuditEntry);

/** What is no UUID is the id of nothing. */
const isId = (column: Sql, id: string): Sql => (isUUID(id) ? sql`${column} = ${id}::uuid` : sql`false`);

export const whereEntries = (filter: AuditEntryFilter, row: Sql): Sql[] => [
  ...(filter.actorId ? [isId(sql`${row}.actor_id`, filter.actorId)] : []),
  ...(filter.action ? [sql`${row}.action = ${filter.action}`] : []),
  ...(filter.outcome ? [sql`${row}.outcome = ${filter.outcome}`] : []),
  ...(filter.subjectType ? [sql`${row}.subject_type = ${filter.subjectType}`] : []),
  ...(filter.subjectId ? [isId(sql`${row}.subject_id`, filter.subjectId)] : []),
  ...(filter.customerId ? [isId(sql`${row}.about_id`, filter.customerId)] : []),
  ...(filter.from ? [sql`${row}.at >= ${filter.from}`] : []),
  ...(filter.before ? [sql`${row}.at < ${filter.before}`] : []),
];

export const auditEntries = pagesOf(AuditEntry, { where: whereEntries });

export const historyByCustomer = pagesOf(AuditEntry, { by: 'aboutId', only: (row) => sql`${row}.outcome = 'CHANGED'` });

/** Every action there is, each found by one look into the index, however many entries it has. */
export const auditActions = valueBy(
  AuditEntry,
  (_key, asked) => {
    const first = (condition: Sql) =>
      sql`(select entry.action from ${visibleRows(AuditEntry, asked, sql`entry`, condition)} order by entry.action limit 1)`;
    return sql`(
      with recursive known as (
        select ${first(sql`true`)} as action
        union all select ${first(sql`entry.action > known.action`)} from known where known.action is not null)
      select coalesce(json_agg(action order by action), '[]') from known where action is not null)`;
  },
  (json) => json as string[],
);

/**
 * Days on which others looked at a customer, the latest first. To those who know our people by name, by person; to the customer's
 * own people by role alone. Whoever sees the customer may know this much of entries they don't see.
 */
export const readingsByCustomer = valueBy(
  Customer,
  (key, asked) => {
    const { viewer } = asked.ctx;
    const person = viewer.permissions.has('user.read') ? sql`entry.actor_id` : sql`null::uuid`;
    const times = viewer.permissions.has('user.read') ? sql`sum(entry.times)` : sql`null`;
    return sql`(
      select coalesce(json_agg(json_object('day': day, 'role': role, 'userId': user_id, 'times': times)
        order by day desc, role, user_id), '[]')
      from (
        select (entry.at at time zone 'Europe/Paris')::date as day, entry.actor_role as role, ${person} as user_id, ${times} as times
        from audit_entry entry
        where entry.about_id = ${key} and entry.outcome = 'READ' and entry.actor_role <> 'client'
          and ${visibleById(viewer, Customer, sql`entry.about_id`)}
        group by 1, 2, 3 order by 1 desc, 2, 3 limit ${rowCount(sizeAsked(asked))}) reading)`;
  },
  (json) => json as Reading[],
);
