import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { signInAnswer } from '../sign-in/sign-in.service.js';
import {
  RequestMagicLinkInput,
  RequestMagicLinkPayload,
  SignInWithMagicLinkInput,
  SignInWithMagicLinkPayload,
} from './magic-link.input.js';
import { requestMagicLink, signInWithMagicLink } from './magic-link.service.js';

@Resolver()
export class MagicLinkResolver {
  @Mutation(() => RequestMagicLinkPayload, {
    description: 'Mails a client a link that signs in, where that is open. It works once, for fifteen minutes.',
  })
  @Public()
  @Limited('magic-link', { account: 'input.email' })
  async requestMagicLink(
    @Arg('input', { description: 'Who.' }) { email }: RequestMagicLinkInput,
    @Ctx() ctx: Context,
  ): Promise<RequestMagicLinkPayload> {
    await requestMagicLink(ctx, email);
    return { ok: true };
  }

  @Mutation(() => SignInWithMagicLinkPayload, {
    description: 'Signs in by a mailed link, or answers the second factor that is due.',
  })
  @Public()
  @Limited('mailed-link')
  async signInWithMagicLink(
    @Arg('input', { description: 'The link.' }) { token }: SignInWithMagicLinkInput,
    @Ctx() ctx: Context,
  ): Promise<SignInWithMagicLinkPayload> {
    return signInAnswer(ctx, await signInWithMagicLink(ctx, token));
  }
}
