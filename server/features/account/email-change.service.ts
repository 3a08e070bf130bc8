import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError, unauthenticated } from '../../core/errors.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import type { Locale } from '../../core/words.js';
import { User } from '../user/user.entity.js';
import type { RequestEmailChangeInput } from './account.input.js';
import { EmailChange, type PendingEmailChange } from './email-change.entity.js';
import { addressOf, portalFor, sendLetter } from './letter.service.js';
import { LinkPurpose, LinkState } from './mailed-link.entity.js';
import { auditBy, brokenLink, consumeLink, linkBy, makeLink, replaceLinks, stateOf } from './mailed-link.service.js';
import { localeOf, refuseWrongPassword } from './password.service.js';

const HOURS = 24;
const BOTH = [LinkPurpose.OLD_EMAIL, LinkPurpose.NEW_EMAIL];

interface ToTell {
  id: string;
  locale: Locale;
  portal?: string;
}

/** Whether the address is somebody's already is found out after the answer; its owner is told, whoever asked is not. */
const tellBoth = defineJob<ToTell>({
  name: 'account.emailChange',
  work: ({ id, locale: asked, portal: wanted }, world) =>
    world.system().db.transaction(async (db) => {
      const ctx = world.system().inside(db);
      const change = await db.findOneBy(EmailChange, { id });
      if (!change || change.cancelledAt || change.doneAt) return;
      const user = await db.findOneByOrFail(User, { id: change.userId });
      const locale = localeOf(user, asked);
      const portal = await portalFor(ctx, user.id, wanted);
      const link = async (purpose: LinkPurpose, page: string) =>
        addressOf(ctx, portal, page, await makeLink(ctx, purpose, { userId: user.id, aboutId: id }));
      await sendLetter(ctx, {
        letter: 'oldEmail',
        to: user.email,
        name: user.name,
        locale,
        params: { email: user.email, newEmail: change.email },
        url: await link(LinkPurpose.OLD_EMAIL, 'confirm-email'),
        secret: true,
      });
      const owner = await db.findOneBy(User, { email: change.email });
      if (owner)
        await sendLetter(ctx, {
          letter: 'emailTaken',
          to: owner.email,
          name: owner.name,
          locale: localeOf(owner, asked),
          params: { email: owner.email },
        });
      else
        await sendLetter(ctx, {
          letter: 'newEmail',
          to: change.email,
          locale,
          url: await link(LinkPurpose.NEW_EMAIL, 'confirm-email'),
          secret: true,
        });
    }),
});

export async function requestEmailChange(ctx: Context, input: RequestEmailChangeInput): Promise<void> {
  const user = await ctx.db.findOneOrFail(User, { where: { id: ctx.viewer.id }, lock: { mode: 'pessimistic_write' } });
  await refuseWrongPassword(user, input.password, 'password');
  const email = input.email.trim().toLowerCase();
  if (email === user.email) throw new UserError('SAME_EMAIL', ['input', 'email']);
  await callOff(ctx, user.id);
  const expiresAt = new Date(Date.now() + HOURS * 3_600_000);
  const change = await ctx.db.save(ctx.db.create(EmailChange, { userId: user.id, email, expiresAt }));
  await enqueue(ctx, tellBoth, { id: change.id, locale: ctx.locale, portal: ctx.request.portal });
  await audit(ctx, 'account.requestEmailChange', change, { email: [user.email, email] });
}

async function callOff(ctx: Context, userId: string): Promise<void> {
  await ctx.query(sql`
    update email_change set cancelled_at = now() where user_id = ${userId} and cancelled_at is null and done_at is null`);
  await replaceLinks(ctx, BOTH, { userId });
}

/** The change that waits, with nobody else changing it meanwhile; null when none does. */
async function lockPending(ctx: Context, userId: string): Promise<EmailChange | null> {
  const [found] = await ctx.query<{ id: string }>(sql`
    select id from email_change
    where user_id = ${userId} and cancelled_at is null and done_at is null and expires_at > now() for update`);
  return found ? ctx.db.findOneByOrFail(EmailChange, { id: found.id }) : null;
}

export async function pendingEmailChange(ctx: Context, userId: string): Promise<PendingEmailChange | null> {
  const [found] = await ctx.query<PendingEmailChange>(sql`
    select email, created_at as "createdAt", expires_at as "expiresAt",
      confirmed_by_old_at is not null as "confirmedByOld", confirmed_by_new_at is not null as "confirmedByNew"
    from email_change where user_id = ${userId} and cancelled_at is null and done_at is null and expires_at > now()`);
  return found ?? null;
}

const isSomebodyElses = (ctx: Context, userId: string | null) => ctx.viewer.sessionId !== null && ctx.viewer.id !== userId;

/** Answers whether the new address holds now; false while the other one is awaited. */
export async function confirmEmailChange(ctx: Context, token: string): Promise<boolean> {
  const link = await consumeLink(ctx, BOTH, token);
  if (isSomebodyElses(ctx, link.userId)) throw new UserError('LINK_OF_ANOTHER', ['input', 'token']);
  const userId = link.userId ?? '';
  const change = await lockPending(ctx, userId);
  if (change?.id !== link.aboutId) throw brokenLink(LinkState.REPLACED);
  if (link.purpose === LinkPurpose.OLD_EMAIL) change.confirmedByOldAt = new Date();
  else change.confirmedByNewAt = new Date();
  const done = Boolean(change.confirmedByOldAt && change.confirmedByNewAt);
  if (done) change.doneAt = new Date();
  await ctx.db.save(change);
  await auditBy(ctx, userId, 'account.confirmEmailChange', change);
  if (done) await move(ctx, change);
  return done;
}

/** What was mailed to the address that was lets nobody in any more. */
async function move(ctx: Context, { userId, email: newEmail }: EmailChange): Promise<void> {
  const user = await ctx.db.findOneByOrFail(User, { id: userId });
  const { email, name } = user;
  await orTaken(
    ctx.query(sql`update "user" set email = ${newEmail} where id = ${userId}`),
    'user_email_key',
    ['input', 'token'],
    'EMAIL_TAKEN_SINCE',
  );
  await replaceLinks(ctx, [LinkPurpose.RESET, LinkPurpose.SIGN_IN, ...BOTH], { userId });
  await auditBy(ctx, userId, 'account.changeEmail', user, { email: [email, newEmail] });
  for (const to of [email, newEmail])
    await sendLetter(ctx, { letter: 'emailChanged', to, name, locale: localeOf(user, ctx.locale), params: { email, newEmail } });
}

/** By the link that the old address got, also after it confirmed; or by the owner, signed in. */
export async function cancelEmailChange(ctx: Context, token: string | null | undefined): Promise<void> {
  const link = token ? await linkBy(ctx, [LinkPurpose.OLD_EMAIL], token) : null;
  if (token && !link) throw brokenLink(LinkState.UNKNOWN);
  if (link && isSomebodyElses(ctx, link.userId)) throw new UserError('LINK_OF_ANOTHER', ['input', 'token']);
  if (!link && !ctx.viewer.sessionId) throw unauthenticated();
  const userId = link?.userId ?? ctx.viewer.id;
  const change = await lockPending(ctx, userId);
  if (!change) throw new UserError('NO_EMAIL_CHANGE');
  if (link && change.id !== link.aboutId) throw brokenLink(stateOf(link) === LinkState.OPEN ? LinkState.REPLACED : stateOf(link));
  await callOff(ctx, userId);
  await auditBy(ctx, userId, 'account.cancelEmailChange', change);
}
