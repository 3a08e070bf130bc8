import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import { pagesOf } from '../../core/pages.js';
import { isChild, pickedBy, rows, sizeAsked, valueBy } from '../../core/relation.js';
import { rowCount, type Sql, sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { Activity } from './activity.entity.js';
import { type ActivityKind, kindsOf } from './activity.kinds.js';
import type { ActivityFilter } from './activity.page.js';

/** A list to pick from holds no more than these. */
const MOST_NAMES = 500;

const isAuthor = (row: Sql, id: string) => (isUUID(id) ? sql`${row}.author_id = ${id}::uuid` : sql`false`);

/** A timeline is one customer's, so that its few rows may be looked through. */
const isFound = (row: Sql, search: string) => sql`
  plain(concat_ws(' ', ${row}.typed_title, ${row}.body, jsonb_path_query_array(${row}.details, '$.*')::text))
  like '%' || escape_like(plain(${search})) || '%'`;

export const activitiesByCustomer = pagesOf(Activity, {
  by: 'customerId',
  where: ({ kinds, group, from, before, authorId, pinned, search }: ActivityFilter, row) => [
    ...(kinds ? [sql`${row}.kind = any(${kinds}::text[])`] : []),
    ...(group ? [sql`${row}.kind = any(${kindsOf[group]}::text[])`] : []),
    ...(from ? [sql`${row}.occurred_at >= ${from}`] : []),
    ...(before ? [sql`${row}.occurred_at < ${before}`] : []),
    ...(authorId ? [isAuthor(row, authorId)] : []),
    ...(pinned == null ? [] : [sql`${row}.pinned = ${pinned}`]),
    ...(search?.trim() ? [isFound(row, search.trim())] : []),
  ],
});

/** Whom an entry names, by name. */
export const mentionsByActivity = pickedBy(
  User,
  (key, asked) => sql`
    select * from ${rows(User, asked, sql`${asked.row}.id in (select unnest(told.mentions) from activity told where told.id = ${key})`)}
    order by ${asked.row}.name, ${asked.row}.id`,
);

/** Who sees every entry of a customer: our people, and whoever sells to them. */
export const isToBeNamed = (row: Sql, customerId: Sql): Sql => sql`${row}.status = 'ACTIVE' and (
  exists (select from user_role given join role on role.id = given.role_id where given.user_id = ${row}.id and role.reach = 'staff')
  or ${row}.id = (select sold.reseller_id from customer sold where sold.id = ${customerId}))`;

export const mentionableByCustomer = pickedBy(
  User,
  (key, asked) => sql`
    select * from ${rows(User, asked, isToBeNamed(asked.row, key))} order by ${asked.row}.name, ${asked.row}.id limit ${rowCount(MOST_NAMES)}`,
);

interface Counted {
  kind: ActivityKind;
  count: number;
}

export const activityCountsByCustomer = valueBy(
  Activity,
  (key, asked) => sql`(
    select coalesce(json_agg(json_object('kind': counted.kind, 'count': counted.count) order by counted.count desc, counted.kind), '[]')
    from (select ${asked.row}.kind, count(*) from ${rows(Activity, asked, isChild(Activity, asked, 'customerId', key))} group by 1) counted)`,
  (json) => {
    const kinds = json as Counted[];
    return { total: kinds.reduce((sum, { count }) => sum + count, 0), kinds };
  },
);

/**
 * The newest of all. Who sees everything reads them off the index; who sees few customers reads the newest of each, rather than
 * going through everybody's until enough of theirs were met.
 */
export const recentActivities = pickedBy(Activity, (_key, asked) => {
  const { row, ctx } = asked;
  const newest = sql`order by ${row}.occurred_at desc, ${row}.id desc limit ${rowCount(sizeAsked(asked))}`;
  if (ctx.viewer.reach === Reach.STAFF) return sql`select * from ${rows(Activity, asked, sql`true`)} ${newest}`;
  return sql`
    select ${row}.* from customer mine
    cross join lateral (select * from ${rows(Activity, asked, sql`${row}.customer_id = mine.id`)} ${newest}) ${row}
    where ${visible(ctx.viewer, Customer, sql`mine`)} ${newest}`;
});
