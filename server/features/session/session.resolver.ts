import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { unauthenticated } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { deviceName } from './device-name.rules.js';
import { Session } from './session.entity.js';
import {
  LogoutPayload,
  RefreshSessionPayload,
  RevokeOtherSessionsPayload,
  RevokeSessionInput,
  RevokeSessionPayload,
} from './session.input.js';
import { sessionById, sessionsByUser } from './session.relations.js';
import { refresh, revokeOthers, revokeSession, signOut } from './session.service.js';
import './session-end.service.js';
import { sessionAnswer, viewerOf } from './session-answer.service.js';
import { ViewerType } from './viewer.entity.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who you are, and what you may do.' })
  @Requires('viewer.read')
  viewer(@Ctx() ctx: Context): Promise<ViewerType> {
    if (!ctx.viewer.sessionId) throw unauthenticated();
    return viewerOf(ctx, ctx.viewer.sessionId);
  }

  @FieldResolver(() => Session, {
    nullable: true,
    description: 'The session you ask in. Null in the answer that began or ended it.',
  })
  @Through(sessionById, 'sessionId')
  session(): void {}

  @FieldResolver(() => [Session], { description: 'Every session of yours, on whichever device, the last used first.' })
  @Through(sessionsByUser)
  sessions(): void {}
}

@Resolver(() => Session)
export class SessionResolver {
  @Mutation(() => RefreshSessionPayload, {
    description:
      'A new access token for the refresh cookie, which is rotated. SESSION_ENDED where there is no session to go on with.',
  })
  @Public()
  async refreshSession(@Ctx() ctx: Context): Promise<RefreshSessionPayload> {
    const session = await refresh(ctx);
    if (session) return sessionAnswer(ctx, session);
    return { userErrors: [{ path: [], code: 'SESSION_ENDED', message: say('SESSION_ENDED', ctx.locale) }] };
  }

  @Mutation(() => LogoutPayload, { description: 'Ends this session, on all its connections.' })
  @Public()
  async logout(@Ctx() ctx: Context): Promise<LogoutPayload> {
    await signOut(ctx);
    return { ok: true };
  }

  @Mutation(() => RevokeSessionPayload, { description: 'Ends one of your sessions, on another device or here.' })
  @Requires('session.end')
  async revokeSession(
    @Arg('input', { description: 'Which.' }) { id }: RevokeSessionInput,
    @Ctx() ctx: Context,
  ): Promise<RevokeSessionPayload> {
    await revokeSession(ctx, id);
    return { sessions: await load(ctx, sessionsByUser, ctx.viewer.id) };
  }

  @Mutation(() => RevokeOtherSessionsPayload, { description: 'Signs you out everywhere else; this session goes on.' })
  @Requires('session.end')
  async revokeOtherSessions(@Ctx() ctx: Context): Promise<RevokeOtherSessionsPayload> {
    return { ended: await revokeOthers(ctx) };
  }

  @FieldResolver(() => String, { description: 'The browser and its system, in your language.' })
  device(@Root() { userAgent }: Session, @Ctx() ctx: Context): string {
    return deviceName(userAgent, ctx.locale);
  }

  @FieldResolver(() => Date, { description: 'When it was last used, to within the ten minutes of an access token.' })
  lastUsedAt(@Root() { rotatedAt }: Session): Date {
    return rotatedAt;
  }

  @FieldResolver(() => Boolean, { description: 'It is the one you ask in.' })
  current(@Root() { id }: Session, @Ctx() ctx: Context): boolean {
    return id === ctx.viewer.sessionId;
  }
}
