import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { isLocale, type Locale, say } from '../../core/words.js';
import { passwordMistakes } from '../session/password.rules.js';
import { hashPassword, isPassword } from '../session/password.service.js';
import { endSessionsOf } from '../session/session-end.service.js';
import { User, UserStatus } from '../user/user.entity.js';
import type { ChangePasswordInput, PasswordAdvice, PasswordAdviceInput, ResetPasswordInput } from './account.input.js';
import { addressOf, portalFor, sendLetter } from './letter.service.js';
import { LinkPurpose } from './mailed-link.entity.js';
import { actingAs, auditBy, consumeLink, makeLink, replaceLinks } from './mailed-link.service.js';

export interface Asked {
  email: string;
  locale: Locale;
  portal?: string;
}

/** Who asked for what is looked up after the answer, so that nobody reads from it, nor from its time, whether there is an account. */
export const askedBy = (ctx: Context, email: string): Asked => ({
  email: email.trim().toLowerCase(),
  locale: ctx.locale,
  portal: ctx.request.portal,
});

const sendReset = defineJob<Asked>({
  name: 'account.reset',
  work: ({ email, locale, portal }, world) =>
    world.system().db.transaction(async (db) => {
      const ctx = world.system().inside(db);
      const user = await db.findOneBy(User, { email });
      if (user?.status !== UserStatus.ACTIVE) return;
      const token = await makeLink(ctx, LinkPurpose.RESET, { userId: user.id });
      const url = addressOf(ctx, await portalFor(ctx, user.id, portal), 'reset-password', token);
      await sendLetter(ctx, { letter: 'reset', to: email, name: user.name, locale: localeOf(user, locale), url, secret: true });
      await auditBy(ctx, user.id, 'account.requestPasswordReset', user);
    }),
});

/** The language somebody is written in. */
export const localeOf = ({ locale }: User, otherwise: Locale): Locale => (isLocale(locale) ? locale : otherwise);

export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  await enqueue(ctx, sendReset, askedBy(ctx, email));
  ctx.audited = true; // The job knows whether there is an account, and writes it down there.
}

/** By a mailed link: every session ends, and the second factor is asked for as ever at the next sign-in. */
export async function resetPassword(ctx: Context, { token, password }: ResetPasswordInput): Promise<void> {
  const link = await consumeLink(ctx, [LinkPurpose.RESET], token);
  const user = await ctx.db.findOneByOrFail(User, { id: link.userId ?? '' });
  if (user.status !== UserStatus.ACTIVE) throw new UserError('LINK_REPLACED', ['input', 'token']);
  refuseIfAny(passwordMistakes(password, user));
  await setPassword(ctx, user, password, 'account.resetPassword');
  await endSessionsOf(actingAs(ctx, user.id), user.id);
  await ctx.query(sql`update device set remembered_until = null where user_id = ${user.id}`);
}

export async function changePassword(ctx: Context, { currentPassword, newPassword }: ChangePasswordInput): Promise<void> {
  const user = await ctx.db.findOneByOrFail(User, { id: ctx.viewer.id });
  await refuseWrongPassword(user, currentPassword, 'currentPassword');
  refuseIfAny(passwordMistakes(newPassword, user, ['input', 'newPassword']));
  if (newPassword === currentPassword) throw new UserError('SAME_PASSWORD', ['input', 'newPassword']);
  await setPassword(ctx, user, newPassword, 'account.changePassword');
  await endSessionsOf(ctx, user.id, { except: ctx.viewer.sessionId });
}

export async function refuseWrongPassword(user: User, password: string, field: string): Promise<void> {
  if (!(await isPassword(password, user.passwordHash))) throw new UserError('WRONG_PASSWORD', ['input', field]);
}

/** Whatever else would let somebody in by mail is void from then on, and the owner is told. */
async function setPassword(ctx: Context, user: User, password: string, action: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await ctx.query(sql`update "user" set password_hash = ${passwordHash} where id = ${user.id}`);
  await replaceLinks(ctx, [LinkPurpose.RESET, LinkPurpose.SIGN_IN], { userId: user.id });
  await auditBy(ctx, user.id, action, user);
  await sendLetter(ctx, {
    letter: 'passwordChanged',
    to: user.email,
    name: user.name,
    locale: localeOf(user, ctx.locale),
    params: { email: user.email },
    url: addressOf(ctx, await portalFor(ctx, user.id), 'forgot-password'),
  });
}

/** What the rules say to a password before it is sent for good. */
export async function passwordAdvice(ctx: Context, { password, name, email }: PasswordAdviceInput): Promise<PasswordAdvice> {
  const user = ctx.viewer.sessionId ? await ctx.db.findOneBy(User, { id: ctx.viewer.id }) : null;
  const owner = { name: user?.name ?? name ?? '', email: user?.email ?? email ?? '' };
  const [mistake] = passwordMistakes(password, owner);
  return { acceptable: !mistake, message: mistake ? say(mistake.code, ctx.locale, mistake.params) : null };
}
