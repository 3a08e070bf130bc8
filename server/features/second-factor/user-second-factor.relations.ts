import { valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { User } from '../user/user.entity.js';

/** Set up to the end: an app that was never confirmed proves nothing. */
export const hasSecondFactorByUser = valueBy(
  User,
  (key) =>
    sql`(exists (select from "user" u where u.id = ${key} and u.has_totp) or exists (select from passkey where user_id = ${key}))`,
  Boolean,
);
