import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { isLocale } from '../../core/words.js';
import { auditBy, hashOf } from '../account/mailed-link.service.js';
import { nameFrom, openAccount } from '../account/registration.service.js';
import { passwordMistakes } from '../session/password.rules.js';
import { hashPassword } from '../session/password.service.js';
import { portalOf } from '../session/viewer.service.js';
import { SUPERADMIN } from '../user/rank.rules.js';
import { Role } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { Invitation, type InvitationLook, InvitationStatus } from './invitation.entity.js';
import { statusOf } from './invitation.rules.js';
import './invitation.words.js';

const byToken = (ctx: Context, token: string): Promise<Invitation | null> =>
  ctx.db.findOneBy(Invitation, { tokenHash: hashOf(token) });

/** Whoever invited may still do so: what was taken from them since counts for what they offered too. */
async function isBacked(ctx: Context, { invitedById, roleId }: Invitation): Promise<boolean> {
  const backing = await ctx.query(sql`
    select from "user" u join user_role given on given.user_id = u.id join role mine on mine.id = given.role_id, role offered
    where u.id = ${invitedById} and u.status = 'ACTIVE' and 'user.invite' = any (mine.permissions)
      and offered.id = ${roleId} and (mine.rank > offered.rank or mine.key = ${SUPERADMIN})`);
  return backing.length > 0;
}

async function standingOf(ctx: Context, invitation: Invitation): Promise<InvitationStatus> {
  const status = statusOf(invitation);
  return status === InvitationStatus.PENDING && !(await isBacked(ctx, invitation)) ? InvitationStatus.REVOKED : status;
}

/** What whoever holds the link sees of it; null for a link of nobody's. */
export async function lookAtInvitation(ctx: Context, token: string): Promise<InvitationLook | null> {
  const invitation = await byToken(ctx, token);
  if (!invitation) return null;
  const status = await standingOf(ctx, invitation);
  if (status !== InvitationStatus.PENDING) return { status };
  const { email, roleId, invitedById } = invitation;
  const role = await ctx.db.findOneByOrFail(Role, { id: roleId });
  const { name } = await ctx.db.findOneByOrFail(User, { id: invitedById });
  const hasAccount = await ctx.db.existsBy(User, { email });
  return { status, email, roleName: role.name, portal: portalOf[role.reach], invitedBy: name, hasAccount };
}

async function pending(ctx: Context, token: string, path: string[]): Promise<Invitation> {
  const invitation = await byToken(ctx, token);
  if (!invitation) throw new UserError('INVITATION_UNKNOWN', path);
  const status = await standingOf(ctx, invitation);
  if (status !== InvitationStatus.PENDING) throw new UserError(`INVITATION_${status}`, path);
  return invitation;
}

interface Registering {
  invitationToken: string;
  name: string;
  password: string;
  locale?: string | null;
}

/** Opens the account that was offered, once; of any number at once one succeeds. Answers its address. */
export async function registerInvited(ctx: Context, { invitationToken, name, password, locale }: Registering): Promise<string> {
  const path = ['input', 'invitationToken'];
  const invitation = await pending(ctx, invitationToken, path);
  const { email } = invitation;
  if (await ctx.db.existsBy(User, { email })) throw new UserError('HAS_ACCOUNT', path);
  const called = nameFrom(name);
  refuseIfAny(passwordMistakes(password, { name: called, email }));
  const passwordHash = await hashPassword(password);
  await lockPending(ctx, invitation, path);
  const role = await ctx.db.findOneByOrFail(Role, { id: invitation.roleId });
  const fields = { email, name: called, passwordHash, locale: isLocale(locale) ? locale : invitation.locale };
  const user = await openAccount(ctx, fields, role, path);
  await settle(ctx, invitation, user.id);
  return email;
}

/** Adds what was offered to an account that is there: its owner says so, signed in with the address that was invited. */
export async function acceptInvitation(ctx: Context, token: string): Promise<void> {
  const path = ['input', 'token'];
  const invitation = await pending(ctx, token, path);
  const user = await ctx.db.findOneByOrFail(User, { id: ctx.viewer.id });
  if (user.email !== invitation.email) throw new UserError('INVITATION_OF_ANOTHER', path);
  await lockPending(ctx, invitation, path);
  await ctx.query(sql`
    insert into user_role (user_id, role_id) values (${user.id}, ${invitation.roleId}) on conflict do nothing`);
  await settle(ctx, invitation, user.id);
}

/** Held until the end; whoever comes second finds it accepted. */
async function lockPending(ctx: Context, { id }: Invitation, path: string[]): Promise<void> {
  await ctx.query(sql`select from invitation where id = ${id} for update`);
  const status = await standingOf(ctx, await ctx.db.findOneByOrFail(Invitation, { id }));
  if (status !== InvitationStatus.PENDING) throw new UserError(`INVITATION_${status}`, path);
}

/** What somebody sees of a customer already, they keep. */
async function settle(ctx: Context, { id }: Invitation, userId: string): Promise<void> {
  await ctx.query(sql`
    insert into membership (user_id, customer_id, finance, documents, projects, tickets)
    select ${userId}, customer_id, finance, documents, projects, tickets from invitation_customer where invitation_id = ${id}
    on conflict (user_id, customer_id) do update set finance = membership.finance or excluded.finance,
      documents = membership.documents or excluded.documents, projects = membership.projects or excluded.projects,
      tickets = membership.tickets or excluded.tickets`);
  await ctx.query(sql`update invitation set accepted_at = now(), accepted_by_id = ${userId} where id = ${id}`);
  await auditBy(ctx, userId, 'invitation.accept', ctx.db.create(Invitation, { id }));
}
