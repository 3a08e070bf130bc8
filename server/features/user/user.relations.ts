import { visible } from '../../core/access.js';
import { pagesOf } from '../../core/pages.js';
import { allOf, oneById, valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';
import type { UserFilter } from './user.page.js';

export const userById = oneById(User);

export const users = pagesOf(User, {
  where: ({ search, status, reach }: UserFilter, row) => [
    ...(search?.trim() ? [sql`plain(${row}.name || ' ' || ${row}.email) like '%' || plain(${search.trim()}) || '%'`] : []),
    ...(status ? [sql`${row}.status = ${status}`] : []),
    ...(reach
      ? [
          sql`exists (select from user_role given join role on role.id = given.role_id where given.user_id = ${row}.id and role.reach = ${reach})`,
        ]
      : []),
  ],
});

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
