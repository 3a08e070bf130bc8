import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { contactPurposePolicy } from './consent.policy.js';
import { contactPurposes, validToByText } from './consent.relations.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose } from './contact-purpose.entity.js';
import {
  PublishConsentTextInput,
  PublishConsentTextPayload,
  UpdateContactPurposeInput,
  UpdateContactPurposePayload,
} from './contact-purpose.input.js';
import { publishConsentText, updateContactPurpose } from './contact-purpose.service.js';

const ContactPurposeAbilities = Abilities(ContactPurpose, contactPurposePolicy);

@Resolver(() => ContactPurpose)
export class ContactPurposeResolver {
  @Query(() => [ContactPurpose], { description: 'What people are reached for, and what allows it: what needs no consent first.' })
  @Requires('consent.read')
  @Through(contactPurposes)
  contactPurposes(): void {}

  @Mutation(() => UpdateContactPurposePayload, {
    description: 'Changes what allows a purpose, from now on. Agreements that were given keep the end they were given with.',
  })
  @Requires('consent.configure')
  async updateContactPurpose(
    @Arg('input', { description: 'Which, and how it is to be.' }) input: UpdateContactPurposeInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateContactPurposePayload> {
    return { contactPurpose: await updateContactPurpose(ctx, input) };
  }

  @Mutation(() => PublishConsentTextPayload, {
    description: 'Publishes a new version of what people are asked to agree to. No version ever changes.',
  })
  @Requires('consent.configure')
  async publishConsentText(
    @Arg('input', { description: 'The words.' }) input: PublishConsentTextInput,
    @Ctx() ctx: Context,
  ): Promise<PublishConsentTextPayload> {
    return { consentTexts: await publishConsentText(ctx, input) };
  }

  @FieldResolver(() => ContactPurposeAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() purpose: ContactPurpose, @Ctx() ctx: Context) {
    return abilities(ctx, purpose);
  }
}

@Resolver(() => ConsentText)
export class ConsentTextResolver {
  @FieldResolver(() => Date, { nullable: true, description: 'Until when people were shown it. Null for the current one.' })
  @Through(validToByText)
  validTo(): void {}
}
