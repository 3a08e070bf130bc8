import { audit, type Changes, onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { sql } from '../../core/sql.js';
import { Session } from './session.entity.js';

/** Ends somebody's sessions at once, on every connection, but the one to keep. Answers how many there were. */
export async function endSessionsOf(
  ctx: Context,
  userId: string,
  { except = null, action = 'session.end' }: { except?: string | null; action?: string } = {},
): Promise<number> {
  await asPerson(ctx, userId);
  const ended = await ctx.query<{ id: string }>(sql`
    update session set ended_at = now()
    where user_id = ${userId} and ended_at is null and id is distinct from ${except}::uuid returning id`);
  for (const { id } of ended) await audit(ctx, action, ctx.db.create(Session, { id }));
  return ended.length;
}

/** All but the one in which somebody changes their own roles. */
async function endTheirs(ctx: Context, user: { id: string }, changes: Changes | null): Promise<void> {
  if (changes) await endSessionsOf(ctx, user.id, { except: ctx.viewer.sessionId });
}

onAudited('user.suspend', endTheirs);
onAudited('user.assignRoles', endTheirs);

/** Where from and with what somebody signed in is personal: it goes with them. */
onAudited('user.delete', async (ctx, { id }) => {
  await asPerson(ctx, id);
  await ctx.query(sql`delete from session where user_id = ${id}`);
});
