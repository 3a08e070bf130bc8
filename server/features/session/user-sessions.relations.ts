import { valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { User } from '../user/user.entity.js';

/** How many of a person's sessions go on. */
export const openSessionsByUser = valueBy(
  User,
  (key) => sql`(select count(*) from session where user_id = ${key} and ended_at is null and expires_at > now())`,
  Number,
);
