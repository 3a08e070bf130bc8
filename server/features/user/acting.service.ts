import { isUUID } from 'class-validator';
import { authorize } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError, unauthenticated } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { SUPERADMIN } from './rank.rules.js';
import { User } from './user.entity.js';

/**
 * The viewer as they stand now, held still: two who act on each other go one after the other, and the second finds that
 * they are nobody any more.
 */
export async function lockActing(ctx: Context, ...others: string[]): Promise<void> {
  const ids = [ctx.viewer.id, ...others];
  await ctx.query(sql`select from "user" where id = any(${ids}::uuid[]) order by id for update`);
  const still = await ctx.query(sql`
    select from "user" u join user_role given on given.user_id = u.id join role on role.id = given.role_id
    where u.id = ${ctx.viewer.id} and u.status = 'ACTIVE' and role.key = ${ctx.viewer.role} and role.rank = ${ctx.viewer.rank}`);
  if (still.length === 0) throw unauthenticated();
}

/** The person for changing, where the viewer may do this to them. */
export async function lockManaged(ctx: Context, id: string, verb: string): Promise<User> {
  if (!isUUID(id)) throw notFound();
  await lockActing(ctx, id);
  const user = await lockVisible(ctx, User, id);
  if (user) user.rank = await rankOf(ctx, id);
  authorize(ctx, verb, user);
  return user;
}

/** Of their highest role; 0 without any. */
export async function rankOf(ctx: Context, userId: string): Promise<number> {
  const [{ rank }] = await ctx.query<{ rank: number }>(sql`
    select coalesce(max(role.rank), 0) as rank from user_role given join role on role.id = given.role_id where given.user_id = ${userId}`);
  return rank;
}

/** Nobody shuts themselves out. */
export function refuseOneself(ctx: Context, id: string): void {
  if (id === ctx.viewer.id) throw new UserError('OWN_ACCOUNT', ['input', 'id']);
}

/** One at a time, whoever it is: of the last two superadmins only one can go. */
export async function refuseLastSuperadmin(ctx: Context, userId: string): Promise<void> {
  await ctx.query(sql`select from role where key = ${SUPERADMIN} for update`);
  const [{ are, others }] = await ctx.query<{ are: boolean; others: number }>(sql`
    select coalesce(bool_or(u.id = ${userId}), false) as are, count(*) filter (where u.id <> ${userId})::int as others
    from "user" u join user_role given on given.user_id = u.id join role on role.id = given.role_id
    where role.key = ${SUPERADMIN} and u.status = 'ACTIVE'`);
  if (are && others === 0) throw new UserError('LAST_SUPERADMIN', ['input', 'id']);
}
