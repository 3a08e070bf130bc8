import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { Public } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { Consent } from '../consent/consent.entity.js';
import { confirmConsent } from './consent-confirmation.service.js';
import {
  ConfirmConsentInput,
  ConfirmConsentPayload,
  ContactPreferences,
  RefuseAllContactInput,
  RefuseAllContactPayload,
  SetContactPreferenceInput,
  SetContactPreferencePayload,
} from './preference.input.js';
import { confirmUntilByConsent } from './preference.relations.js';
import { preferencesOf, refuseAll, setPreference } from './preference.service.js';

@Resolver(() => Consent)
export class PreferenceResolver {
  @Query(() => ContactPreferences, { description: 'Somebody’s own choices, by the link of a mail.' })
  @Public()
  @Limited('mailed-link')
  contactPreferences(
    @Arg('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<ContactPreferences> {
    return preferencesOf(ctx, token);
  }

  @Mutation(() => SetContactPreferencePayload, {
    description:
      'Agrees or says no for oneself, by the link of a mail. A yes to offers by e-mail holds once the link of another mail confirmed it.',
  })
  @Public()
  @Limited('mailed-link')
  async setContactPreference(
    @Arg('input', { description: 'What they want.' }) input: SetContactPreferenceInput,
    @Ctx() ctx: Context,
  ): Promise<SetContactPreferencePayload> {
    await setPreference(ctx, input);
    return { preferences: await preferencesOf(ctx, input.token) };
  }

  @Mutation(() => RefuseAllContactPayload, {
    description: 'Says no to everything that hangs on one’s word, by the link of a mail.',
  })
  @Public()
  @Limited('mailed-link')
  async refuseAllContact(
    @Arg('input', { description: 'Who.' }) { token }: RefuseAllContactInput,
    @Ctx() ctx: Context,
  ): Promise<RefuseAllContactPayload> {
    await refuseAll(ctx, token);
    return { preferences: await preferencesOf(ctx, token) };
  }

  @Mutation(() => ConfirmConsentPayload, {
    description: 'Confirms an agreement from the address it is about. The link works once, for three days.',
  })
  @Public()
  @Limited('mailed-link')
  async confirmConsent(
    @Arg('input', { description: 'The link.' }) { token }: ConfirmConsentInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmConsentPayload> {
    const { purpose } = await confirmConsent(ctx, token);
    return { purpose };
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'Until when the agreement can be confirmed by the link that was mailed for it. Null where none waits.',
  })
  @Through(confirmUntilByConsent)
  confirmUntil(): void {}
}
