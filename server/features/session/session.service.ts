import { auditRefusal } from '../../core/audit.entity.js';
import { type Context, soughtOf } from '../../core/context.js';
import { aboutHolder, asPerson } from '../../core/database/row-security.js';
import { notFound, UserError } from '../../core/errors.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { User, UserStatus } from '../user/user.entity.js';
import { isPassword } from './password.service.js';
import { Session } from './session.entity.js';
import './session.words.js';
import { auditAs, lengthFor } from './session-begin.service.js';
import { endSessionsOf } from './session-end.service.js';
import { inDays } from './session-length.rules.js';
import { hashToken, newRefreshToken } from './token.service.js';

/** Two tabs that refresh at once send the same token; the second is not a thief. */
const GRACE_SECONDS = 20;

/**
 * Gives a new refresh token for the one in the cookie. One that was used before ends the whole session: somebody copied it.
 * Shortly after a rotation the old one still answers, without rotating again. Null: the session is over, and that is to be kept.
 */
export async function refresh(ctx: Context): Promise<Session | null> {
  const presented = ctx.request.refreshToken;
  if (!presented) throw ended();
  const hash = hashToken(presented);
  await asOwner(ctx, hash);
  const [found] = await ctx.query<{ id: string }>(sql`
    select id from session where (refresh_hash = ${hash} or previous_hash = ${hash}) and ended_at is null for update`);
  if (!found) throw ended();
  const session = await ctx.db.findOneByOrFail(Session, { id: found.id });
  const user = await ctx.db.findOneByOrFail(User, { id: session.userId });
  const now = new Date();
  if (session.expiresAt < now || session.endsAt < now || user.status !== UserStatus.ACTIVE) throw ended();
  if (session.refreshHash === hash) {
    const token = newRefreshToken();
    const { idle, most } = await lengthFor(ctx, user.id);
    // Whoever joined the team since signing in has its shorter sessions.
    const endsAt = earlier(session.endsAt, inDays(most, session.createdAt.getTime()));
    const expiresAt = earlier(inDays(idle), endsAt);
    if (expiresAt < now) {
      await endSession(ctx, session, 'session.end');
      return null;
    }
    Object.assign(session, { previousHash: hash, refreshHash: hashToken(token), rotatedAt: now, expiresAt, endsAt });
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
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Ends the session at once, on every connection of it. */
export async function signOut(ctx: Context): Promise<void> {
  const session = await sessionAtHand(ctx);
  if (session) await endSession(ctx, session, 'session.end');
  else ctx.audited = true; // There was none to end: signing out twice is fine.
  ctx.onCommit(() => ctx.request.setRefreshToken(null));
}

async function sessionAtHand(ctx: Context): Promise<Session | null> {
  if (ctx.viewer.sessionId) {
    await asPerson(ctx, ctx.viewer.id);
    return ctx.db.findOneBy(Session, { id: ctx.viewer.sessionId });
  }
  if (!ctx.request.refreshToken) return null;
  const refreshHash = hashToken(ctx.request.refreshToken);
  await asOwner(ctx, refreshHash);
  return ctx.db.findOneBy(Session, { refreshHash });
}

/** What follows in this transaction is about whoever's session this is the hash of a secret of; about nobody where there is none. */
export async function asOwner(ctx: Context, hash: string): Promise<void> {
  const owner = sql`(
    select user_id::text from session where refresh_hash = ${hash} or previous_hash = ${hash} or end_hash = ${hash} limit 1)`;
  await asPerson(ctx, sql`coalesce(${aboutHolder(hash, owner)}, '')`);
}

/** One of one's own, on whichever device. */
export async function revokeSession(ctx: Context, id: string): Promise<void> {
  await asPerson(ctx, ctx.viewer.id);
  const session = await lockVisible(ctx, Session, id);
  if (!session) throw notFound();
  await endSession(ctx, session, 'session.revoke');
}

/** Everywhere else. Answers how many there were. */
export async function revokeOthers(ctx: Context): Promise<number> {
  const { id, sessionId } = ctx.viewer;
  const ended = await endSessionsOf(ctx, id, { except: sessionId, action: 'session.revoke' });
  ctx.audited = true; // There may have been none.
  return ended;
}

/** Its open sockets close by themselves: a trigger tells every process that the session ended. */
export async function endSession(ctx: Context, session: Session, action: string): Promise<void> {
  await ctx.query(sql`
    update session set ended_at = now(), end_hash = null where id = ${session.id} and ended_at is null`);
  await auditAs(ctx, ctx.viewer.sessionId ? ctx.viewer.id : session.userId, action, session);
}

/** Before what somebody at an unlocked screen must not do: the password once more. */
export async function askPassword(ctx: Context, password: string): Promise<User> {
  const user = await ctx.db.findOneByOrFail(User, { id: ctx.viewer.id });
  if (await isPassword(password, user.passwordHash)) return user;
  auditRefusal(ctx, 'session.askPassword', 'WRONG_PASSWORD', soughtOf(user));
  throw new UserError('WRONG_PASSWORD', ['input', 'password']);
}
