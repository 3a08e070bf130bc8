import { audit, onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Reach } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { NotificationKind } from './notification.entity.js';
import { notify } from './notification.service.js';

export async function followsNewCustomers(ctx: Context): Promise<boolean> {
  const found = await ctx.query(sql`select from "user" where id = ${ctx.viewer.id} and follows_new_customers`);
  return found.length > 0;
}

export async function followNewCustomers(ctx: Context, following: boolean): Promise<boolean> {
  const changed = await ctx.query(sql`
    update "user" set follows_new_customers = ${following} where id = ${ctx.viewer.id} and follows_new_customers <> ${following} returning id`);
  if (changed.length > 0)
    await audit(ctx, 'user.followNewCustomers', ctx.db.create(User, { id: ctx.viewer.id }), {
      followsNewCustomers: [!following, following],
    });
  ctx.audited = true; // Set to what it was: nothing happened.
  return following;
}

/** Those of ours who follow are told at once, whoever made the customer. An import tells its own end instead. */
onAudited('customer.create', async (ctx, { id }) => {
  const followers = await ctx.query<{ id: string }>(sql`
    select it.id from "user" it where it.follows_new_customers and exists (
      select from user_role given join role on role.id = given.role_id
      where given.user_id = it.id and role.reach = ${Reach.STAFF} and 'customer.follow' = any(role.permissions))`);
  if (followers.length === 0) return;
  const { name } = await ctx.db.findOneByOrFail(Customer, { id });
  await notify(
    ctx,
    followers.map((follower) => follower.id),
    {
      kind: NotificationKind.CUSTOMER_CREATED,
      details: { customer: name, person: ctx.viewer.name },
      link: `/customers/${id}`,
    },
  );
});
