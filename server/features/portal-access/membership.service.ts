import { isUUID } from 'class-validator';
import { authorize } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { Membership } from '../membership/membership.entity.js';
import { lockActing } from '../user/acting.service.js';
import { Reach } from '../user/role.entity.js';
import type { AddMembershipInput, UpdateMembershipInput } from './membership.input.js';
import './membership.words.js';

/** For an account that is there and has a client role already; anybody else is invited. */
export async function addMembership(ctx: Context, { customerId, userId, ...parts }: AddMembershipInput): Promise<Membership> {
  const customer = await lockVisible(ctx, Customer, customerId);
  if (!customer) throw notFound();
  const mistake = (code: string) => new UserError(code, ['input', 'userId']);
  if (!isUUID(userId)) throw mistake('UNKNOWN_USER');
  await lockActing(ctx, userId);
  const [user] = await ctx.query<{ isClient: boolean }>(sql`
    select exists (select from user_role given join role on role.id = given.role_id
      where given.user_id = u.id and role.reach = ${Reach.CLIENT}) as "isClient"
    from "user" u where u.id = ${userId} and u.status <> 'DELETED'`);
  if (!user) throw mistake('UNKNOWN_USER');
  if (!user.isClient) throw mistake('NOT_A_CLIENT');
  const membership = await orTaken(
    ctx.db.save(ctx.db.create(Membership, { customerId: customer.id, userId, ...parts })),
    'membership_user_id_customer_id_key',
    ['input', 'userId'],
    'ALREADY_MEMBER',
  );
  await changed(ctx, membership, 'membership.add', changesOf({} as Membership, { userId, ...parts }));
  return membership;
}

/** Every statement asks for what they may see, so it counts from their next request on, and on their open sockets. */
export async function updateMembership(ctx: Context, { id, ...parts }: UpdateMembershipInput): Promise<Membership> {
  const membership = await lockVisible(ctx, Membership, id);
  authorize(ctx, 'update', membership);
  const fields = Object.fromEntries(Object.entries(parts).filter(([, value]) => value != null)) as Partial<Membership>;
  const changes = changesOf(membership, fields);
  await ctx.db.save(Object.assign(membership, fields));
  await changed(ctx, membership, 'membership.update', changes);
  return membership;
}

/** The account stays, with the other customers it belongs to. */
export async function endMembership(ctx: Context, id: string): Promise<string> {
  const membership = await lockVisible(ctx, Membership, id);
  authorize(ctx, 'end', membership);
  await changed(ctx, membership, 'membership.end', { userId: [membership.userId, null] });
  await ctx.db.delete(Membership, { id });
  return id;
}

async function changed(ctx: Context, membership: Membership, action: string, changes: Changes): Promise<void> {
  await audit(ctx, action, membership, changes);
  await publish(ctx, { topic: 'membership', id: membership.id, about: membership.customerId });
}
