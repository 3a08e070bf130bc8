import { aboutPerson } from '../../core/database/row-security.js';
import { valueBy } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { User } from '../user/user.entity.js';
import type { OpenSession } from './open-session.entity.js';

const openOf = (user: Sql): Sql => sql`session where user_id = ${user} and ended_at is null and expires_at > now()`;

/** How many of a person's sessions go on. */
export const openSessionsByUser = valueBy(User, (key) => aboutPerson(key, sql`(select count(*) from ${openOf(key)})`), Number);

/** Those, the last used first. */
export const openSessionListByUser = valueBy(
  User,
  (key) =>
    aboutPerson(
      key,
      sql`(
        select coalesce(json_agg(json_object(
          'id': id, 'createdAt': created_at, 'lastUsedAt': rotated_at, 'ip': ip, 'userAgent': user_agent) order by rotated_at desc, id), '[]')
        from ${openOf(key)})`,
    ),
  (json) =>
    (json as (OpenSession & { createdAt: string; lastUsedAt: string })[]).map((session) => ({
      ...session,
      createdAt: new Date(session.createdAt),
      lastUsedAt: new Date(session.lastUsedAt),
    })),
);
