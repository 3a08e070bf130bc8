import { auditRefusal } from '../../core/audit.entity.js';
import { type Context, soughtOf } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { deviceAtHand, isRemembered, keepDevice } from '../second-factor/device.service.js';
import { methodsOf, secondFactorsOf } from '../second-factor/second-factor.service.js';
import { isPassword } from '../session/password.service.js';
import type { Session } from '../session/session.entity.js';
import { sessionAnswer } from '../session/session-answer.service.js';
import { auditAs, beginSession } from '../session/session-begin.service.js';
import { hashToken, newRefreshToken } from '../session/token.service.js';
import { User, UserStatus } from '../user/user.entity.js';
import { tellOfNewDevice } from './new-device.service.js';
import type { LoginPayload } from './sign-in.input.js';
import './sign-in.words.js';
import { SignInChallenge } from './sign-in-challenge.entity.js';

const MINUTES = 5;

/** What somebody has proven themselves with so far. */
export type SignInMethod = 'PASSWORD' | 'RESET' | 'INVITATION' | 'MAGIC_LINK';

/** What comes of it: a session, a second factor that is due, or nothing, where that it was tried is to be kept. */
export type SignIn = { session: Session } | { challenge: { id: string; methods: string[] } } | { refused: UserError };

/** The same answer, in the same time, whether the address is unknown, suspended or the password wrong. */
export async function signIn(ctx: Context, { email, password }: { email: string; password: string }): Promise<SignIn> {
  const address = email.trim().toLowerCase();
  const user = await ctx.db.findOneBy(User, { email: address });
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (user && right && user.status === UserStatus.ACTIVE) return beginSignIn(ctx, user, 'PASSWORD');
  // The reason is for the audit trail alone.
  auditRefusal(ctx, 'session.start', !user ? 'UNKNOWN_ADDRESS' : !right ? 'WRONG_PASSWORD' : 'SUSPENDED', user && soughtOf(user));
  throw new UserError('WRONG_CREDENTIALS', ['input', 'password']);
}

/**
 * Begins a session for somebody who has proven who they are in one way, or asks for the second factor where they have one. Every way
 * in ends here: password, reset, invitation, magic link. Answer with `signInAnswer`.
 */
export async function beginSignIn(ctx: Context, user: User, method: SignInMethod): Promise<SignIn> {
  if (user.status !== UserStatus.ACTIVE) {
    auditRefusal(ctx, 'session.start', 'SUSPENDED', soughtOf(user));
    throw new UserError('WRONG_CREDENTIALS');
  }
  const methods = methodsOf(await secondFactorsOf(ctx, user.id));
  // Whoever had to reset the password may be somebody else in the same browser.
  const isSpared = method !== 'RESET' && isRemembered(await deviceAtHand(ctx, user.id));
  if (methods.length === 0 || isSpared) return { session: await startSession(ctx, user, { method }) };
  await ctx.query(sql`delete from sign_in_challenge where expires_at < now()`);
  const token = newRefreshToken();
  const challenge = await ctx.db.save(
    ctx.db.create(SignInChallenge, {
      userId: user.id,
      hash: hashToken(token),
      method,
      expiresAt: new Date(Date.now() + MINUTES * 60_000),
    }),
  );
  await auditAs(ctx, user.id, 'session.challenge', challenge, { method: [null, method] });
  return { challenge: { id: token, methods } };
}

/** The end of every sign-in: the session, on a browser that is known from now on, and a mail where it was not. */
export async function startSession(
  ctx: Context,
  user: User,
  { method, remember = false }: { method: string; remember?: boolean },
): Promise<Session> {
  const isKnown = (await deviceAtHand(ctx, user.id)) !== null;
  const device = await keepDevice(ctx, user.id, remember);
  const session = await beginSession(ctx, user.id, { method, deviceId: device.id });
  if (!isKnown && user.lastLoginAt) await tellOfNewDevice(ctx, user, session);
  return session;
}

/** As `login` answers it, and whatever else signs somebody in. */
export async function signInAnswer(ctx: Context, outcome: SignIn): Promise<LoginPayload> {
  if ('session' in outcome) return sessionAnswer(ctx, outcome.session);
  if ('challenge' in outcome) return { challenge: outcome.challenge };
  const { path, code, params } = outcome.refused;
  return { userErrors: [{ path, code, message: say(code, ctx.locale, params) }] };
}
