import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { unauthenticated } from '../../core/errors.js';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { say } from '../../core/words.js';
import type { Session } from './session.entity.js';
import { refresh, signIn, signOut } from './session.service.js';
import { signAccessToken } from './token.service.js';
import { ViewerType } from './viewer.entity.js';
import { type Person, personBySession, portalsOf, viewerIn } from './viewer.service.js';

@InputType({ description: 'What somebody signs in with.' })
class LoginInput {
  @Field({ description: 'Their e-mail address, in any case.' }) @Text({ min: 1, max: 254 }) email: string;
  @Field({ description: 'Their password.' }) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'A second factor that is due before the session begins.' })
class SignInChallenge {
  @Field({ description: 'Pass it on with the code.' }) id: string;
  @Field(() => [String], { description: 'How it can be met, such as TOTP.' }) methods: string[];
}

@ObjectType({ description: 'A session, begun or renewed.' })
abstract class SessionPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'For the header `authorization: Bearer …`, for ten minutes. The refresh token comes as an HttpOnly cookie.',
  })
  accessToken?: string;

  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in.' }) viewer?: ViewerType;
}

@ObjectType({ description: 'The answer to `login`.' })
class LoginPayload extends SessionPayload {
  @Field(() => SignInChallenge, { nullable: true, description: 'Set instead of a token where a second factor is due.' })
  challenge?: SignInChallenge;
}

@ObjectType({ description: 'The answer to `refreshSession`.' })
class RefreshSessionPayload extends SessionPayload {}

@ObjectType({ description: 'The answer to `logout`.' })
class LogoutPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: nobody is signed in on this device any more.' }) ok?: boolean;
}

@Resolver()
export class SessionResolver {
  @Query(() => ViewerType, { description: 'Who you are, and what you may do.' })
  @Requires('viewer.read')
  viewer(@Ctx() ctx: Context): Promise<ViewerType> {
    if (!ctx.viewer.sessionId) throw unauthenticated();
    return viewerOf(ctx, ctx.viewer.sessionId);
  }

  @Mutation(() => LoginPayload, { description: 'Signs in with e-mail address and password.' })
  @Public()
  async login(
    @Arg('input', { description: 'Who, and their password.' }) input: LoginInput,
    @Ctx() ctx: Context,
  ): Promise<LoginPayload> {
    return begun(ctx, await signIn(ctx, input));
  }

  @Mutation(() => RefreshSessionPayload, {
    description:
      'A new access token for the refresh cookie, which is rotated. SESSION_ENDED where there is no session to go on with.',
  })
  @Public()
  async refreshSession(@Ctx() ctx: Context): Promise<RefreshSessionPayload> {
    const session = await refresh(ctx);
    if (session) return begun(ctx, session);
    return { userErrors: [{ path: [], code: 'SESSION_ENDED', message: say('SESSION_ENDED', ctx.locale) }] };
  }

  @Mutation(() => LogoutPayload, { description: 'Ends this session, on all its connections.' })
  @Public()
  async logout(@Ctx() ctx: Context): Promise<LogoutPayload> {
    await signOut(ctx);
    return { ok: true };
  }
}

async function begun(ctx: Context, session: Session): Promise<SessionPayload> {
  return {
    accessToken: signAccessToken(ctx.services.secret, { userId: session.userId, sessionId: session.id }),
    viewer: await viewerOf(ctx, session.id),
  };
}

async function viewerOf(ctx: Context, sessionId: string): Promise<ViewerType> {
  const [person] = await ctx.query<Person>(personBySession(sessionId));
  if (!person) throw unauthenticated();
  const { role, permissions } = viewerIn(person, ctx.request.portal);
  const { id, name, email, locale } = person;
  return { id, name, email, locale, portals: portalsOf(person), roleKey: role, permissions: [...permissions].sort() };
}
