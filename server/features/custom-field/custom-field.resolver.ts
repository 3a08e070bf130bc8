import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { CustomField } from './custom-field.entity.js';
import {
  ArchiveCustomFieldInput,
  ArchiveCustomFieldPayload,
  CreateCustomFieldInput,
  CreateCustomFieldPayload,
  OrderCustomFieldsInput,
  OrderCustomFieldsPayload,
  UpdateCustomFieldInput,
  UpdateCustomFieldPayload,
} from './custom-field.input.js';
import { customFieldPolicy } from './custom-field.policy.js';
import { choicesByField, customFields } from './custom-field.relations.js';
import { archiveCustomField, createCustomField, orderCustomFields, updateCustomField } from './custom-field.service.js';
import { CustomFieldChoice } from './custom-field-choice.entity.js';

const CustomFieldAbilities = Abilities(CustomField, customFieldPolicy);

const inWords = ({ locale }: Context, fr: string, en: string) => (locale === 'fr' ? fr : en);

@Resolver(() => CustomField)
export class CustomFieldResolver {
  @Query(() => [CustomField], { description: 'What we want to know of customers beside the usual, in the order of forms.' })
  @Requires('customField.read')
  @Through(customFields)
  customFields(@Arg('archived', { defaultValue: false, description: 'Those that are put away too.' }) _archived: boolean): void {}

  @Mutation(() => CreateCustomFieldPayload, { description: 'Makes a custom field. Its key and kind never change afterwards.' })
  @Requires('customField.update')
  async createCustomField(
    @Arg('input', { description: 'What it is.' }) input: CreateCustomFieldInput,
    @Ctx() ctx: Context,
  ): Promise<CreateCustomFieldPayload> {
    return { customField: await createCustomField(ctx, input) };
  }

  @Mutation(() => UpdateCustomFieldPayload, {
    description: 'Changes a custom field: its words, whom it is for, its choices. No value is lost by it.',
  })
  @Requires('customField.update')
  async updateCustomField(
    @Arg('input', { description: 'Which, and what.' }) input: UpdateCustomFieldInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateCustomFieldPayload> {
    return { customField: await updateCustomField(ctx, input) };
  }

  @Mutation(() => OrderCustomFieldsPayload, { description: 'Puts custom fields in the order in which forms ask for them.' })
  @Requires('customField.update')
  async orderCustomFields(
    @Arg('input', { description: 'Which first.' }) { ids }: OrderCustomFieldsInput,
    @Ctx() ctx: Context,
  ): Promise<OrderCustomFieldsPayload> {
    return { customFields: await orderCustomFields(ctx, ids) };
  }

  @Mutation(() => ArchiveCustomFieldPayload, {
    description: 'Puts a custom field away, or brings it back with all that is known of customers.',
  })
  @Requires('customField.update')
  async archiveCustomField(
    @Arg('input', { description: 'Which, and whether.' }) { id, archived }: ArchiveCustomFieldInput,
    @Ctx() ctx: Context,
  ): Promise<ArchiveCustomFieldPayload> {
    return { customField: await archiveCustomField(ctx, id, archived) };
  }

  @FieldResolver(() => String, { description: 'What it is called, in your language.' })
  label(@Root() { labelFr, labelEn }: CustomField, @Ctx() ctx: Context): string {
    return inWords(ctx, labelFr, labelEn);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What to write there, in your language. Null when it goes without saying.',
  })
  help(@Root() { helpFr, helpEn }: CustomField, @Ctx() ctx: Context): string | null {
    return inWords(ctx, helpFr ?? '', helpEn ?? '') || null;
  }

  @FieldResolver(() => [CustomFieldChoice], {
    description: 'What may be chosen, in its order, with what is retired. Empty for other kinds.',
  })
  @Through(choicesByField)
  choices(): void {}

  @FieldResolver(() => CustomFieldAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() field: CustomField, @Ctx() ctx: Context) {
    return abilities(ctx, field);
  }
}

@Resolver(() => CustomFieldChoice)
export class CustomFieldChoiceResolver {
  @FieldResolver(() => String, { description: 'What it is called, in your language.' })
  label(@Root() { labelFr, labelEn }: CustomFieldChoice, @Ctx() ctx: Context): string {
    return inWords(ctx, labelFr, labelEn);
  }
}
