import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { ViewerType } from '../session/viewer.entity.js';
import {
  CancelEmailChangeInput,
  CancelEmailChangePayload,
  ChangePasswordInput,
  ChangePasswordPayload,
  ConfirmEmailChangeInput,
  ConfirmEmailChangePayload,
  ConfirmRegistrationInput,
  ConfirmRegistrationPayload,
  PasswordAdvice,
  PasswordAdviceInput,
  RequestEmailChangeInput,
  RequestEmailChangePayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  UpdateProfileInput,
  UpdateProfilePayload,
} from './account.input.js';
import './factor-letter.service.js';
import { PendingEmailChange } from './email-change.entity.js';
import { cancelEmailChange, confirmEmailChange, pendingEmailChange, requestEmailChange } from './email-change.service.js';
import './managed-account.service.js';
import { MailedLinkLook } from './mailed-link.entity.js';
import { lookAtLink } from './mailed-link.service.js';
import { changePassword, passwordAdvice, requestPasswordReset, resetPassword } from './password.service.js';
import { myself, phoneOf, updateProfile } from './profile.service.js';
import { confirmRegistration } from './registration.service.js';

@Resolver(() => ViewerType)
export class AccountResolver {
  @Query(() => MailedLinkLook, { description: 'Whether a mailed link still works, before it is used.' })
  @Public()
  @Limited('mailed-link')
  mailedLink(
    @Arg('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<MailedLinkLook> {
    return lookAtLink(ctx, token);
  }

  @Query(() => PasswordAdvice, { description: 'What the rules say to a password, while somebody thinks of one.' })
  @Public()
  @Limited('password-advice')
  passwordAdvice(
    @Arg('input', { description: 'The password, and whose.' }) input: PasswordAdviceInput,
    @Ctx() ctx: Context,
  ): Promise<PasswordAdvice> {
    return passwordAdvice(ctx, input);
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Mails a link to choose a new password. It works once, for an hour; a newer one takes its place.',
  })
  @Public()
  @Limited('password-reset', { account: 'input.email' })
  async requestPasswordReset(
    @Arg('input', { description: 'Whose.' }) { email }: RequestPasswordResetInput,
    @Ctx() ctx: Context,
  ): Promise<RequestPasswordResetPayload> {
    await requestPasswordReset(ctx, email);
    return { ok: true };
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      'Sets a new password by a mailed link, and ends every session. It signs nobody in: the second factor is not skipped.',
  })
  @Public()
  @Limited('mailed-link')
  async resetPassword(
    @Arg('input', { description: 'The link and the password.' }) input: ResetPasswordInput,
    @Ctx() ctx: Context,
  ): Promise<ResetPasswordPayload> {
    await resetPassword(ctx, input);
    return { ok: true };
  }

  @Mutation(() => UpdateProfilePayload, { description: 'Changes your own name, phone and language.' })
  @Requires('account.update')
  async updateProfile(
    @Arg('input', { description: 'What to change.' }) input: UpdateProfileInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateProfilePayload> {
    await updateProfile(ctx, input);
    return { viewer: await myself(ctx) };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Changes your password. Your other sessions end, and you are told by mail.',
  })
  @Requires('account.update')
  @Limited('password-change')
  async changePassword(
    @Arg('input', { description: 'The one of now and the new one.' }) input: ChangePasswordInput,
    @Ctx() ctx: Context,
  ): Promise<ChangePasswordPayload> {
    await changePassword(ctx, input);
    return { ok: true };
  }

  @Mutation(() => RequestEmailChangePayload, {
    description: 'Asks for another address to sign in with. It holds once both addresses have confirmed, within a day.',
  })
  @Requires('account.update')
  @Limited('email-change')
  async requestEmailChange(
    @Arg('input', { description: 'The new address.' }) input: RequestEmailChangeInput,
    @Ctx() ctx: Context,
  ): Promise<RequestEmailChangePayload> {
    await requestEmailChange(ctx, input);
    return { viewer: await myself(ctx) };
  }

  @Mutation(() => ConfirmEmailChangePayload, {
    description: 'Confirms a change of address, from one of the two. Signed in as somebody else, it is refused.',
  })
  @Public()
  @Limited('mailed-link')
  async confirmEmailChange(
    @Arg('input', { description: 'The link.' }) { token }: ConfirmEmailChangeInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmEmailChangePayload> {
    return { done: await confirmEmailChange(ctx, token) };
  }

  @Mutation(() => CancelEmailChangePayload, { description: 'Calls a change of address off.' })
  @Public()
  @Limited('mailed-link')
  async cancelEmailChange(
    @Arg('input', { description: 'Which.' }) { token }: CancelEmailChangeInput,
    @Ctx() ctx: Context,
  ): Promise<CancelEmailChangePayload> {
    await cancelEmailChange(ctx, token);
    return { ok: true };
  }

  @Mutation(() => ConfirmRegistrationPayload, { description: 'Opens the account that somebody registered for by themselves.' })
  @Public()
  @Limited('mailed-link')
  async confirmRegistration(
    @Arg('input', { description: 'The link, and the password chosen.' }) input: ConfirmRegistrationInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmRegistrationPayload> {
    return { email: await confirmRegistration(ctx, input) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Their phone number, E.164. Null when they gave none.' })
  phone(@Root() { id }: ViewerType, @Ctx() ctx: Context): Promise<string | null> {
    return phoneOf(ctx, id);
  }

  @FieldResolver(() => PendingEmailChange, {
    nullable: true,
    description: 'Their change of address that waits. Null when none does.',
  })
  pendingEmailChange(@Root() { id }: ViewerType, @Ctx() ctx: Context): Promise<PendingEmailChange | null> {
    return pendingEmailChange(ctx, id);
  }
}
