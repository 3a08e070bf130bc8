import { audit } from '../../core/audit.entity.js';
import { anonymous, type Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { User, UserStatus } from '../user/user.entity.js';
import { isPassword } from './password.service.js';
import { Session } from './session.entity.js';
import './session.words.js';
import { hashToken, newRefreshToken } from './token.service.js';

/** A session ends this long after its last use. */
const DAYS = 30;
/** Two tabs that refresh at once send the same token; the second is not a thief. */
const GRACE_SECONDS = 20;

/** The same answer, in the same time, whether the address is unknown, suspended or the password wrong. */
export async function signIn(ctx: Context, { email, password }: { email: string; password: string }): Promise<Session> {
  const user = await ctx.db.findOneBy(User, { email: email.trim().toLowerCase() });
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (!user || !right || user.status !== UserStatus.ACTIVE) throw new UserError('WRONG_CREDENTIALS', ['input', 'password']);
  const token = newRefreshToken();
  const session = await ctx.db.save(
    ctx.db.create(Session, {
      userId: user.id,
      refreshHash: hashToken(token),
      expiresAt: inDays(DAYS),
      userAgent: ctx.request.userAgent?.slice(0, 500) ?? null,
      ip: ctx.request.ip,
    }),
  );
  await ctx.query(sql`update "user" set last_login_at = now() where id = ${user.id}`);
  await auditAs(ctx, user.id, 'session.start', session);
  ctx.onCommit(() => ctx.request.setRefreshToken(token));
  return session;
}

/**
 * Gives a new refresh token for the one in the cookie. One that was used before ends the whole session: somebody copied it.
 * Shortly after a rotation the old one still answers, without rotating again. Null: the session is over, and that is to be kept.
 */
export async function refresh(ctx: Context): Promise<Session | null> {
  const presented = ctx.request.refreshToken;
  if (!presented) throw ended();
  const hash = hashToken(presented);
  const [found] = await ctx.query<{ id: string }>(sql`
    select id from session where (refresh_hash = ${hash} or previous_hash = ${hash}) and ended_at is null for update`);
  if (!found) throw ended();
  const session = await ctx.db.findOneByOrFail(Session, { id: found.id });
  const user = await ctx.db.findOneByOrFail(User, { id: session.userId });
  if (session.expiresAt < new Date() || user.status !== UserStatus.ACTIVE) throw ended();
  if (session.refreshHash === hash) {
    const token = newRefreshToken();
    Object.assign(session, { previousHash: hash, refreshHash: hashToken(token), rotatedAt: new Date(), expiresAt: inDays(DAYS) });
    await ctx.db.save(session);
    ctx.onCommit(() => ctx.request.setRefreshToken(token));
    ctx.audited = true; // Every few minutes, on every open page: the sign-in is what is worth an entry.
    return session;
  }
  if (Date.now() - session.rotatedAt.getTime() > GRACE_SECONDS * 1000) {
    await endSession(ctx, session, 'session.reuse');
    return null;
  }
  ctx.audited = true;
  return session;
}

const ended = () => new UserError('SESSION_ENDED');

/** Ends the session at once, on every connection of it. */
export async function signOut(ctx: Context): Promise<void> {
  const session = await sessionAtHand(ctx);
  if (session) await endSession(ctx, session, 'session.end');
  else ctx.audited = true; // There was none to end: signing out twice is fine.
  ctx.onCommit(() => ctx.request.setRefreshToken(null));
}

async function sessionAtHand(ctx: Context): Promise<Session | null> {
  if (ctx.viewer.sessionId) return ctx.db.findOneBy(Session, { id: ctx.viewer.sessionId });
  if (!ctx.request.refreshToken) return null;
  return ctx.db.findOneBy(Session, { refreshHash: hashToken(ctx.request.refreshToken) });
}

async function endSession(ctx: Context, session: Session, action: string): Promise<void> {
  await ctx.query(sql`update session set ended_at = now() where id = ${session.id} and ended_at is null`);
  await auditAs(ctx, session.userId, action, session);
}

/** Whoever signs in or out is the actor, though the request itself may be nobody's yet. */
async function auditAs(ctx: Context, userId: string, action: string, subject: Session): Promise<void> {
  const acting = ctx.as({ ...anonymous, id: userId, role: ctx.viewer.role });
  await audit(acting, action, subject);
  ctx.audited = true;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
