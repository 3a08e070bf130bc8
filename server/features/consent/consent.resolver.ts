import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Consent } from './consent.entity.js';
import { RecordConsentInput, RecordConsentPayload, WithdrawConsentInput, WithdrawConsentPayload } from './consent.input.js';
import { ConsentEventConnection, ConsentRegisterPage } from './consent.page.js';
import { consentRegister, consentTextById, consentTexts, eventsByConsent } from './consent.relations.js';
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

  @Query(() => ConsentEventConnection, {
    description: 'The register: everything customers ever agreed to or refused, the latest first unless asked otherwise.',
  })
  @Requires('consent.record')
  @Through(consentRegister)
  consentRegister(@Args() _page: ConsentRegisterPage): void {}

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
  @FieldResolver(() => Customer, { nullable: true, description: 'Who said it. Null when you don’t see them.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => String, {
    description:
      'What shows that it was said, as JSON: truncated address, browser, SHA-256 of the e-mail address, when a mailed confirmation was asked for.',
  })
  @Requires('consent.record')
  proof(@Root() { proof }: ConsentEvent): string {
    return JSON.stringify(proof);
  }
}
