import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { isLocale, type Locale } from '../../core/words.js';
import { passwordMistakes } from '../session/password.rules.js';
import { hashPassword, isPassword } from '../session/password.service.js';
import { settingsOf } from '../setting/setting.service.js';
import { Role } from '../user/role.entity.js';
import { User } from '../user/user.entity.js';
import { UserRole } from '../user/user-role.entity.js';
import { addressOf, sendLetter } from './letter.service.js';
import { LinkPurpose, LinkState } from './mailed-link.entity.js';
import { auditBy, brokenLink, consumeLink, makeLink } from './mailed-link.service.js';
import { localeOf } from './password.service.js';
import { Registration } from './registration.entity.js';

const PORTAL = 'client';

/** Whether there is an account already is found out after the answer; its owner is told, whoever asked is not. */
const answerRegistration = defineJob<{ id: string }>({
  name: 'account.register',
  work: ({ id }, world) =>
    world.system().db.transaction(async (db) => {
      const ctx = world.system().inside(db);
      const registration = await db.findOneBy(Registration, { id });
      if (!registration) return;
      const { email, name, locale } = registration;
      const user = await db.findOneBy(User, { email });
      if (!user) {
        const url = addressOf(ctx, PORTAL, 'confirm-account', await makeLink(ctx, LinkPurpose.REGISTER, { aboutId: id }));
        await sendLetter(ctx, { letter: 'register', to: email, name, locale, url, secret: true });
        return;
      }
      await db.delete(Registration, { id });
      await sendLetter(ctx, {
        letter: 'hasAccount',
        to: email,
        name: user.name,
        locale: localeOf(user, locale),
        params: { email },
        url: addressOf(ctx, PORTAL, ''),
      });
    }),
});

/** Somebody by themselves, where that is open. No account is there before its address is confirmed. */
export async function requestRegistration(
  ctx: Context,
  { email: written, name: called, password, locale }: { email: string; name: string; password: string; locale: Locale },
): Promise<void> {
  if (!(await settingsOf(ctx)).selfRegistration) throw new UserError('REGISTRATION_CLOSED');
  const email = written.trim().toLowerCase();
  const name = nameFrom(called);
  refuseIfAny(passwordMistakes(password, { name, email }));
  const passwordHash = await hashPassword(password);
  // What nobody confirmed in time goes, its password with it.
  await ctx.query(sql`delete from registration where created_at < now() - interval '1 day'`);
  const registration = await ctx.db.save(ctx.db.create(Registration, { email, name, passwordHash, locale }));
  await enqueue(ctx, answerRegistration, { id: registration.id });
  await audit(ctx, 'account.requestRegistration', registration);
}

/** A name that says something. */
export function nameFrom(written: string): string {
  const name = tidy(written);
  if (!name) throw new UserError('BLANK', ['input', 'name']);
  return name;
}

/**
 * Opens the account. The password is asked for again: somebody who registered another's address with a password of their own
 * would otherwise have its owner open the account for them. Answers the address.
 */
export async function confirmRegistration(
  ctx: Context,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const link = await consumeLink(ctx, [LinkPurpose.REGISTER], token);
  const registration = await ctx.db.findOneBy(Registration, { id: link.aboutId ?? '' });
  if (!registration) throw brokenLink(LinkState.EXPIRED);
  const { email, name, locale, passwordHash } = registration;
  if (!(await isPassword(password, passwordHash))) throw new UserError('WRONG_PASSWORD', ['input', 'password']);
  const user = await openAccount(
    ctx,
    { email, name, locale, passwordHash },
    await ctx.db.findOneByOrFail(Role, { key: 'client' }),
  );
  await ctx.db.delete(Registration, { email });
  await auditBy(ctx, user.id, 'account.confirmRegistration', user);
  return email;
}

/** A new person with one role. */
export async function openAccount(
  ctx: Context,
  fields: Pick<User, 'email' | 'name' | 'locale' | 'passwordHash'>,
  role: Pick<Role, 'id'>,
  path: string[] = ['input', 'token'],
): Promise<User> {
  const locale = isLocale(fields.locale) ? fields.locale : null;
  const saved = ctx.db.save(ctx.db.create(User, { ...fields, locale }));
  const user = await orTaken(saved, 'user_email_key', path, 'HAS_ACCOUNT');
  await ctx.db.insert(UserRole, { userId: user.id, roleId: role.id });
  return user;
}
