import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { deviceName } from './device-name.rules.js';
import { OpenSession } from './open-session.entity.js';
import {
  EndAllSessionsInput,
  EndAllSessionsPayload,
  EndUserSessionsInput,
  EndUserSessionsPayload,
} from './open-session.input.js';
import { endAllSessions, endUserSessions } from './open-session.service.js';
import { openSessionListByUser, openSessionsByUser } from './user-sessions.relations.js';

@Resolver(() => User)
export class UserSessionsResolver {
  @Mutation(() => EndUserSessionsPayload, {
    description: 'Signs somebody below you out, everywhere or on one device. They may sign in again.',
  })
  @Requires('user.suspend')
  async endUserSessions(
    @Arg('input', { description: 'Whose, and which.' }) { id, sessionId }: EndUserSessionsInput,
    @Ctx() ctx: Context,
  ): Promise<EndUserSessionsPayload> {
    return endUserSessions(ctx, id, sessionId);
  }

  @Mutation(() => EndAllSessionsPayload, { description: 'Signs everybody out, everywhere; your own session here goes on.' })
  @Requires('session.endAll')
  @Limited('password-change')
  async endAllSessions(
    @Arg('input', { description: 'Your password.' }) { password }: EndAllSessionsInput,
    @Ctx() ctx: Context,
  ): Promise<EndAllSessionsPayload> {
    return { ended: await endAllSessions(ctx, password) };
  }

  @FieldResolver(() => Int, { nullable: true, description: 'On how many devices they are signed in now.' })
  @Requires('user.suspend')
  @Through(openSessionsByUser)
  openSessions(): void {}

  @FieldResolver(() => [OpenSession], { nullable: true, description: 'Where they are signed in now, the last used first.' })
  @Requires('user.suspend')
  @Through(openSessionListByUser)
  openSessionList(): void {}
}

@Resolver(() => OpenSession)
export class OpenSessionResolver {
  @FieldResolver(() => String, { description: 'The browser and its system, in your language.' })
  device(@Root() { userAgent }: OpenSession, @Ctx() ctx: Context): string {
    return deviceName(userAgent, ctx.locale);
  }
}
