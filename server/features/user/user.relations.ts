import { visible } from '../../core/access.js';
import { pagesOf } from '../../core/pages.js';
import { allOf, oneById, valueBy } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';
import type { UserFilter } from './user.page.js';

export const userById = oneById(User);

/** Who have a role of which this is true. */
const holds = (row: Sql, condition: Sql): Sql =>
  sql`exists (select from user_role given join role on role.id = given.role_id where given.user_id = ${row}.id and ${condition})`;

export const users = pagesOf(User, {
  where: ({ search, status, reach, roleKey, hasSignedIn }: UserFilter, row) => [
    ...(search?.trim()
      ? [sql`plain(${row}.name || ' ' || ${row}.email) like '%' || escape_like(plain(${search.trim()})) || '%'`]
      : []),
    status ? sql`${row}.status = ${status}` : sql`${row}.status <> 'DELETED'`,
    ...(reach ? [holds(row, sql`role.reach = ${reach}`)] : []),
    ...(roleKey ? [holds(row, sql`role.key = ${roleKey}`)] : []),
    ...(hasSignedIn == null ? [] : [sql`(${row}.last_login_at is not null) = ${hasSignedIn}`]),
  ],
});

export const roleById = oneById(Role);

export const roles = allOf(Role, { order: { rank: 'desc' } });

/** The names of a person's roles, the highest first. */
export const roleKeysByUser = valueBy(
  Role,
  (key, { ctx }) => sql`(
    select coalesce(json_agg(held.key order by held.rank desc), '[]') from role held
    join user_role given on given.role_id = held.id
    where given.user_id = ${key} and ${visible(ctx.viewer, Role, sql`held`)})`,
  (json) => json as string[],
);

/** Of their highest role; 0 without any. */
export const rankByUser = valueBy(
  Role,
  (key, { ctx }) => sql`(
    select coalesce(max(held.rank), 0) from role held join user_role given on given.role_id = held.id
    where given.user_id = ${key} and ${visible(ctx.viewer, Role, sql`held`)})`,
  Number,
);

/** How many have the role, accounts that are suspended among them. */
export const holdersByRole = valueBy(
  User,
  (key, { ctx }) => sql`(
    select count(*) from user_role given join "user" holder on holder.id = given.user_id
    where given.role_id = ${key} and ${visible(ctx.viewer, User, sql`holder`)})`,
  Number,
);
