import { audit } from '../../core/audit.entity.js';
import { anonymous, type Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { sql } from '../../core/sql.js';
import { Session } from './session.entity.js';
import { inDays, type SessionLength, sessionLength } from './session-length.rules.js';
import { hashToken, newRefreshToken } from './token.service.js';

interface Beginning {
  /** What they signed in with, for the audit entry: PASSWORD, PASSKEY… */
  method: string;
  deviceId: string | null;
}

/** A session for somebody who has proven who they are, every factor included. Everything else begins at `beginSignIn`. */
export async function beginSession(ctx: Context, userId: string, { method, deviceId }: Beginning): Promise<Session> {
  const token = newRefreshToken();
  const { idle, most } = await lengthFor(ctx, userId);
  await asPerson(ctx, userId);
  const session = await ctx.db.save(
    ctx.db.create(Session, {
      userId,
      refreshHash: hashToken(token),
      expiresAt: inDays(idle),
      endsAt: inDays(most),
      userAgent: ctx.request.userAgent?.slice(0, 500) ?? null,
      ip: ctx.request.ip,
      deviceId,
    }),
  );
  await ctx.query(sql`update "user" set last_login_at = now() where id = ${userId}`);
  await auditAs(ctx, userId, 'session.start', session, { method: [null, method] });
  ctx.onCommit(() => ctx.request.setRefreshToken(token));
  return session;
}

/** By the roles they have now, in whichever portal they stand. */
export async function lengthFor(ctx: Context, userId: string): Promise<SessionLength> {
  const [{ team }] = await ctx.query<{ team: boolean }>(sql`
    select exists (select from user_role given join role on role.id = given.role_id
      where given.user_id = ${userId} and role.reach = 'staff') as team`);
  return sessionLength(team);
}

/** Whoever signs in or out is the actor, though the request itself may be nobody's yet. */
export async function auditAs(
  ctx: Context,
  userId: string,
  action: string,
  subject: { id: string },
  changes: Parameters<typeof audit>[3] = null,
): Promise<void> {
  await audit(ctx.as({ ...anonymous, id: userId, role: ctx.viewer.role }), action, subject, changes);
  ctx.audited = true;
}
