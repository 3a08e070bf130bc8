import type { Context } from '../../core/context.js';
import { unauthenticated } from '../../core/errors.js';
import type { Session } from './session.entity.js';
import { signAccessToken } from './token.service.js';
import type { ViewerType } from './viewer.entity.js';
import { type Person, personBySession, portalsOf, viewerIn } from './viewer.service.js';

/** What whoever begins or renews a session is answered. */
export const sessionAnswer = async (ctx: Context, session: Session): Promise<{ accessToken: string; viewer: ViewerType }> => ({
  accessToken: signAccessToken(ctx.services.secret, { userId: session.userId, sessionId: session.id }),
  viewer: await viewerOf(ctx, session.id),
});

export async function viewerOf(ctx: Context, sessionId: string): Promise<ViewerType> {
  const person = await personBySession((statement) => ctx.query<Person>(statement), sessionId);
  if (!person) throw unauthenticated();
  const { role, permissions, actor, secondFactorDue = false } = viewerIn(person, ctx.request.portal);
  const { id, name, email, locale } = person;
  return {
    id,
    name,
    email,
    locale,
    portals: portalsOf(person),
    roleKey: role,
    permissions: [...permissions].sort(),
    secondFactorDue,
    actor,
    sessionId,
  };
}
