import type { Viewer } from '../../core/context.js';
import { name, type Sql, sql } from '../../core/sql.js';
import type { MemberPermission } from './membership.entity.js';

/** The viewer is a member of this customer. */
export const isMember = (viewer: Viewer, customerId: Sql): Sql =>
  sql`exists (select from membership where user_id = ${viewer.id} and customer_id = ${customerId})`;

/** The viewer is a member of this customer who may see this part of it. */
export const isMemberFor = (viewer: Viewer, customerId: Sql, part: MemberPermission): Sql =>
  sql`exists (select from membership where user_id = ${viewer.id} and customer_id = ${customerId} and ${name(part)})`;

/** The viewer and this user are members of one customer. */
export const isColleague = (viewer: Viewer, userId: Sql): Sql =>
  sql`exists (select from membership mine join membership theirs using (customer_id)
    where mine.user_id = ${viewer.id} and theirs.user_id = ${userId})`;
