import type { Viewer } from '../../core/context.js';
import { name, type Sql, sql } from '../../core/sql.js';
import type { MemberPermission } from './membership.entity.js';

/*
 * A member has few customers, so they are an array, worked out once a statement: a list then goes to these customers by its index. Asked
 * of each row (`exists`), the same condition beside an `or` reads everybody's rows.
 */

/** The viewer is a member of this customer. */
export const isMember = (viewer: Viewer, customerId: Sql): Sql =>
  sql`${customerId} = any(array(select customer_id from membership where user_id = ${viewer.id}))`;

/** The viewer is a member of this customer who may see this part of it. */
export const isMemberFor = (viewer: Viewer, customerId: Sql, part: MemberPermission): Sql =>
  sql`${customerId} = any(array(select customer_id from membership where user_id = ${viewer.id} and ${name(part)}))`;

/** The viewer and this user are members of one customer. */
export const isColleague = (viewer: Viewer, userId: Sql): Sql =>
  sql`exists (select from membership mine join membership theirs using (customer_id)
    where mine.user_id = ${viewer.id} and theirs.user_id = ${userId})`;
