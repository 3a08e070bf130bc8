import { isUUID } from 'class-validator';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asEverybody, asPerson } from '../../core/database/row-security.js';
import { notFound } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { lockManaged } from '../user/acting.service.js';
import { SUPERADMIN } from '../user/rank.rules.js';
import type { User } from '../user/user.entity.js';
import { Session } from './session.entity.js';
import { askPassword } from './session.service.js';
import { endSessionsOf } from './session-end.service.js';

/** All of somebody's, or one; the account stays as it is, and they may sign in again. */
export async function endUserSessions(
  ctx: Context,
  id: string,
  sessionId: string | null | undefined,
): Promise<{ user: User; ended: number }> {
  const user = await lockManaged(ctx, id, 'endSessions');
  const ended = sessionId == null ? await endSessionsOf(ctx, user.id, { action: 'session.revoke' }) : await endOne();
  await audit(ctx, 'user.endSessions', user, { ended: [null, ended] });
  return { user, ended };

  async function endOne(): Promise<number> {
    await asPerson(ctx, user.id);
    const found = isUUID(sessionId)
      ? await ctx.query(sql`
          update session set ended_at = now(), end_hash = null
          where id = ${sessionId} and user_id = ${user.id} and ended_at is null and expires_at > now() returning id`)
      : [];
    if (found.length === 0) throw notFound();
    await audit(ctx, 'session.revoke', ctx.db.create(Session, { id: sessionId as string }));
    return 1;
  }
}

/** Everybody's below, of whatever rank for a superadmin; but the one at hand. */
export async function endAllSessions(ctx: Context, password: string): Promise<number> {
  await askPassword(ctx, password);
  const { sessionId, role, rank } = ctx.viewer;
  await asEverybody(ctx, 'session');
  const [{ ended }] = await ctx.query<{ ended: number }>(sql`
    with gone as (
      update session set ended_at = now(), end_hash = null
      where ended_at is null and id is distinct from ${sessionId}::uuid and (${role === SUPERADMIN}::boolean or ${rank}::integer > all (
        select theirs.rank from user_role held join role theirs on theirs.id = held.role_id where held.user_id = session.user_id))
      returning expires_at)
    select count(*) filter (where expires_at > now())::int as ended from gone`);
  await audit(ctx, 'session.endAll', ctx.db.create(Session, { id: sessionId as string }), { ended: [null, ended] });
  return ended;
}
