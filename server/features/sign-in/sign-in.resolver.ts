import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { homeOf, whoseChallenge } from './home.service.js';
import { endSessionByLink } from './new-device.service.js';
import { finishPasskeySignIn, startPasskeySignIn, verifyCode } from './second-step.service.js';
import {
  EndSessionByLinkInput,
  EndSessionByLinkPayload,
  FinishPasskeySignInInput,
  FinishPasskeySignInPayload,
  LoginInput,
  LoginPayload,
  StartPasskeySignInInput,
  StartPasskeySignInPayload,
  VerifyTwoFactorInput,
  VerifyTwoFactorPayload,
} from './sign-in.input.js';
import { signIn, signInAnswer } from './sign-in.service.js';

@Resolver()
export class SignInResolver {
  @Mutation(() => LoginPayload, { description: 'Signs in with e-mail address and password.' })
  @Public()
  @Limited('sign-in', { account: 'input.email', homeOf })
  async login(
    @Arg('input', { description: 'Who, and their password.' }) input: LoginInput,
    @Ctx() ctx: Context,
  ): Promise<LoginPayload> {
    return signInAnswer(ctx, await signIn(ctx, input));
  }

  @Mutation(() => VerifyTwoFactorPayload, {
    description: 'Goes on with a sign-in that waits for a second factor. After five wrong codes it begins anew.',
  })
  @Public()
  @Limited('two-factor', { account: whoseChallenge, homeOf })
  async verifyTwoFactor(
    @Arg('input', { description: 'The code.' }) input: VerifyTwoFactorInput,
    @Ctx() ctx: Context,
  ): Promise<VerifyTwoFactorPayload> {
    return signInAnswer(ctx, await verifyCode(ctx, input));
  }

  @Mutation(() => StartPasskeySignInPayload, {
    description: 'Begins to sign in with a passkey, on its own or as the second factor.',
  })
  @Public()
  @Limited('passkey')
  startPasskeySignIn(
    @Arg('input', { description: 'What for.' }) { challengeId }: StartPasskeySignInInput,
    @Ctx() ctx: Context,
  ): Promise<StartPasskeySignInPayload> {
    return startPasskeySignIn(ctx, challengeId ?? null);
  }

  @Mutation(() => FinishPasskeySignInPayload, { description: 'Signs in with what a passkey signed.' })
  @Public()
  @Limited('two-factor', { account: whoseChallenge, homeOf })
  async finishPasskeySignIn(
    @Arg('input', { description: 'What it signed.' }) { challengeId, ...input }: FinishPasskeySignInInput,
    @Ctx() ctx: Context,
  ): Promise<FinishPasskeySignInPayload> {
    return signInAnswer(ctx, await finishPasskeySignIn(ctx, { ...input, challengeId: challengeId ?? null }));
  }

  @Mutation(() => EndSessionByLinkPayload, {
    description: 'Ends the session that a mail about a new device was sent for. Whoever has the link needs not be signed in.',
  })
  @Public()
  @Limited('mailed-link')
  async endSessionByLink(
    @Arg('input', { description: 'The link’s token.' }) { token }: EndSessionByLinkInput,
    @Ctx() ctx: Context,
  ): Promise<EndSessionByLinkPayload> {
    await endSessionByLink(ctx, token);
    return { ok: true };
  }
}
