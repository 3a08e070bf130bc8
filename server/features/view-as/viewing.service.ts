import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { unauthenticated } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { signAccessToken } from '../session/token.service.js';
import { lockManaged } from '../user/acting.service.js';
import { User } from '../user/user.entity.js';
import { Viewing } from './viewing.entity.js';

const MINUTES = 15;

/** The token says whose eyes these are and which viewing it is; whether that still holds is asked at every request. */
export async function viewAs(ctx: Context, userId: string): Promise<{ accessToken: string; until: Date }> {
  const user = await lockManaged(ctx, userId, 'viewAs');
  const { sessionId, role } = ctx.viewer;
  if (!sessionId) throw unauthenticated();
  const until = new Date(Date.now() + MINUTES * 60_000);
  const viewing = await ctx.db.save(ctx.db.create(Viewing, { sessionId, role, userId, expiresAt: until }));
  await audit(ctx, 'user.viewAs', user);
  return { accessToken: signAccessToken(ctx.services.secret, { userId, sessionId: viewing.id }, MINUTES * 60), until };
}

/** Where nobody looks as somebody else there is nothing to end. */
export async function endViewAs(ctx: Context): Promise<void> {
  const { actor, id, sessionId } = ctx.viewer;
  ctx.audited = true;
  if (!actor) return;
  await ctx.query(sql`update viewing set ended_at = now() where id = ${sessionId} and ended_at is null`);
  await audit(ctx, 'user.endViewAs', ctx.db.create(User, { id }));
}
