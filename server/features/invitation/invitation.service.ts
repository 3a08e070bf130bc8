import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { isLocale } from '../../core/words.js';
import { addressOf, sendLetter } from '../account/letter.service.js';
import { hashOf, newToken } from '../account/mailed-link.service.js';
import { Customer } from '../customer/customer.entity.js';
import { portalOf } from '../session/viewer.service.js';
import { lockActing } from '../user/acting.service.js';
import { mayGive } from '../user/rank.rules.js';
import { Reach, Role } from '../user/role.entity.js';
import { Invitation } from './invitation.entity.js';
import type { InvitedCustomerInput, InviteUserInput } from './invitation.input.js';
import { expiryFrom, isUnanswered } from './invitation.rules.js';
import './invitation.words.js';
import { InvitationCustomer } from './invitation-customer.entity.js';

const mistake = (code: string, ...path: string[]) => new UserError(code, ['input', ...path]);

/** A role by mail: to somebody new, or to an account that is there, once its owner says yes. */
export async function inviteUser(ctx: Context, input: InviteUserInput): Promise<Invitation> {
  await lockActing(ctx);
  const email = input.email.trim().toLowerCase();
  const role = await ctx.db.findOneBy(Role, { key: input.roleKey });
  if (!role) throw mistake('UNKNOWN_ROLE', 'roleKey');
  refuseIfAny([
    ...(mayGive(ctx.viewer, role) ? [] : [mistake('ROLE_ABOVE_YOURS', 'roleKey')]),
    ...(input.locale == null || isLocale(input.locale) ? [] : [mistake('UNKNOWN_LOCALE', 'locale')]),
    ...(await wrongCustomers(ctx, role, input.customers)),
  ]);
  refuseIfAny(await needless(ctx, email, role, input.customers));
  const token = newToken();
  const invitation = await ctx.db.save(
    ctx.db.create(Invitation, {
      email,
      roleId: role.id,
      invitedById: ctx.viewer.id,
      locale: isLocale(input.locale) ? input.locale : ctx.locale,
      tokenHash: hashOf(token),
      expiresAt: expiryFrom(),
    }),
  );
  for (const customer of input.customers) await ctx.db.insert(InvitationCustomer, { ...customer, invitationId: invitation.id });
  await audit(ctx, 'invitation.create', invitation, {
    email: [null, email],
    roleKey: [null, role.key],
    customers: [null, input.customers.map(({ customerId }) => customerId)],
  });
  await send(ctx, invitation, role, token);
  return invitation;
}

/** A client belongs to customers, each of them once and one the viewer sees; nobody else does. */
async function wrongCustomers(ctx: Context, role: Role, customers: readonly InvitedCustomerInput[]): Promise<UserError[]> {
  if (role.reach !== Reach.CLIENT) return customers.length > 0 ? [mistake('CUSTOMERS_FOR_CLIENTS', 'customers')] : [];
  if (customers.length === 0) return [mistake('NO_CUSTOMER', 'customers')];
  const ids = customers.map(({ customerId }) => customerId);
  const seen = await ctx.query<{ id: string }>(sql`
    select id from customer it where it.id = any (${ids.filter((id) => isUUID(id))}::uuid[]) and ${visible(ctx.viewer, Customer, sql`it`)}`);
  return ids.flatMap((id, i) => {
    if (!seen.some((row) => row.id === id)) return [mistake('UNKNOWN', 'customers', String(i), 'customerId')];
    return ids.indexOf(id) < i ? [mistake('TWICE', 'customers', String(i), 'customerId')] : [];
  });
}

/** They have it already, or were asked already. */
async function needless(
  ctx: Context,
  email: string,
  role: Role,
  customers: readonly InvitedCustomerInput[],
): Promise<UserError[]> {
  const ids = customers.map(({ customerId }) => customerId);
  const [{ invited, held, member }] = await ctx.query<{ invited: boolean; held: boolean; member: boolean }>(sql`
    select
      exists (select from invitation i where i.email = ${email} and i.role_id = ${role.id} and i.accepted_at is null
        and i.revoked_at is null and i.expires_at > now()
        and (${ids.length}::int = 0 or exists (select from invitation_customer c where c.invitation_id = i.id and c.customer_id = any (${ids}::uuid[])))
      ) as invited,
      exists (select from user_role given join "user" u on u.id = given.user_id where u.email = ${email} and given.role_id = ${role.id}) as held,
      (select count(*) from membership m join "user" u on u.id = m.user_id
        where u.email = ${email} and m.customer_id = any (${ids}::uuid[])) = ${ids.length}::int as member`);
  if (invited) return [mistake('ALREADY_INVITED', 'email')];
  if (!held) return [];
  if (ids.length === 0) return [mistake('ALREADY_HAS_ROLE', 'email')];
  return member ? [mistake('ALREADY_MEMBER', 'email')] : [];
}

/** Another week and another link; the one before works no more. */
export async function resendInvitation(ctx: Context, id: string): Promise<Invitation> {
  await lockActing(ctx);
  const invitation = await lockUnanswered(ctx, id, 'resend');
  const role = await ctx.db.findOneByOrFail(Role, { id: invitation.roleId });
  if (!mayGive(ctx.viewer, role)) throw mistake('ROLE_ABOVE_YOURS', 'id');
  const token = newToken();
  // Whoever sends it again answers for it from now on: who invited first may have left.
  const again = { tokenHash: hashOf(token), sentAt: new Date(), expiresAt: expiryFrom(), invitedById: ctx.viewer.id };
  await ctx.db.save(Object.assign(invitation, again));
  await audit(ctx, 'invitation.resend', invitation);
  await send(ctx, invitation, role, token);
  return invitation;
}

export async function revokeInvitation(ctx: Context, id: string): Promise<Invitation> {
  const invitation = await lockUnanswered(ctx, id, 'revoke');
  await ctx.db.save(Object.assign(invitation, { revokedAt: new Date() }));
  await audit(ctx, 'invitation.revoke', invitation);
  return invitation;
}

async function lockUnanswered(ctx: Context, id: string, verb: 'resend' | 'revoke'): Promise<Invitation> {
  const invitation = await lockVisible(ctx, Invitation, id);
  if (invitation && !isUnanswered(invitation)) throw mistake('INVITATION_SETTLED', 'id');
  authorize(ctx, verb, invitation);
  return invitation;
}

async function send(ctx: Context, { email, locale }: Invitation, role: Role, token: string): Promise<void> {
  await sendLetter(ctx, {
    letter: 'invitation',
    to: email,
    locale,
    params: { inviter: ctx.viewer.name, role: role.name },
    url: addressOf(ctx, portalOf[role.reach].toLowerCase(), 'invitation', token),
    secret: true,
  });
}
