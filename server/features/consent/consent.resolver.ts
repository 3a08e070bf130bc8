import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Consent } from './consent.entity.js';
import { RecordConsentInput, RecordConsentPayload, WithdrawConsentInput, WithdrawConsentPayload } from './consent.input.js';
import { consentTextById, consentTexts, eventsByConsent } from './consent.relations.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentText } from './consent-text.entity.js';

@Resolver(() => Consent)
export class ConsentResolver {
  @Query(() => [ConsentText], {
    description: 'What people are asked to agree to: every purpose, version and language, the current version first.',
  })
  @Requires('consent.read')
  @Through(consentTexts)
  consentTexts(): void {}

  @Mutation(() => RecordConsentPayload, { description: 'Notes that a customer agrees. The earlier history stays as it is.' })
  @Requires('consent.change')
  async recordConsent(
    @Arg('input', { description: 'What they said.' }) input: RecordConsentInput,
    @Ctx() ctx: Context,
  ): Promise<RecordConsentPayload> {
    return { consent: await recordConsent(ctx, input) };
  }

  @Mutation(() => WithdrawConsentPayload, {
    description: 'Notes that a customer refuses, or no longer agrees. The earlier history stays as it is.',
  })
  @Requires('consent.change')
  async withdrawConsent(
    @Arg('input', { description: 'What they said.' }) input: WithdrawConsentInput,
    @Ctx() ctx: Context,
  ): Promise<WithdrawConsentPayload> {
    return { consent: await withdrawConsent(ctx, input) };
  }

  @FieldResolver(() => [ConsentEvent], { description: 'What was said, the latest first. Empty while UNKNOWN.' })
  @Through(eventsByConsent)
  history(): void {}
}

@Resolver(() => ConsentEvent)
export class ConsentEventResolver {
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who wrote it down. Null when you may not know, or when the product did.',
  })
  @Through(userById, 'actorId')
  actor(): void {}

  @FieldResolver(() => ConsentText, { nullable: true, description: 'What they agreed to. Null for a withdrawal.' })
  @Through(consentTextById, 'textId')
  text(): void {}
}
