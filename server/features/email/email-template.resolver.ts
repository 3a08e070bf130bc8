import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { EmailTemplate } from './email-template.entity.js';
import {
  CreateEmailTemplateInput,
  CreateEmailTemplatePayload,
  DeleteEmailTemplateInput,
  DeleteEmailTemplatePayload,
  UpdateEmailTemplateInput,
  UpdateEmailTemplatePayload,
} from './email-template.input.js';
import { emailTemplatePolicy } from './email-template.policy.js';
import { emailTemplateById, emailTemplates } from './email-template.relations.js';
import { createEmailTemplate, deleteEmailTemplate, updateEmailTemplate } from './email-template.service.js';

const EmailTemplateAbilities = Abilities(EmailTemplate, emailTemplatePolicy);

@Resolver(() => EmailTemplate)
export class EmailTemplateResolver {
  @Query(() => EmailTemplate, { nullable: true, description: 'One template. Null when there is none, or none you may see.' })
  @Requires('customer.email')
  @Through(emailTemplateById)
  emailTemplate(@Arg('id', () => ID, { description: 'The template’s.' }) _id: string): void {}

  @Query(() => [EmailTemplate], { description: 'E-mails written once, by name and language.' })
  @Requires('customer.email')
  @Through(emailTemplates)
  emailTemplates(): void {}

  @Mutation(() => CreateEmailTemplatePayload, {
    description: 'Makes a template. UNKNOWN_VARIABLE names what stands between double braces and is no variable.',
  })
  @Requires('emailTemplate.update')
  async createEmailTemplate(
    @Arg('input', { description: 'What it says.' }) input: CreateEmailTemplateInput,
    @Ctx() ctx: Context,
  ): Promise<CreateEmailTemplatePayload> {
    return { emailTemplate: await createEmailTemplate(ctx, input) };
  }

  @Mutation(() => UpdateEmailTemplatePayload, { description: 'Changes a template. E-mails that left stay as they are.' })
  @Requires('emailTemplate.update')
  async updateEmailTemplate(
    @Arg('input', { description: 'Which, and what it says.' }) input: UpdateEmailTemplateInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateEmailTemplatePayload> {
    return { emailTemplate: await updateEmailTemplate(ctx, input) };
  }

  @Mutation(() => DeleteEmailTemplatePayload, { description: 'Deletes a template. What it said stays in the audit trail.' })
  @Requires('emailTemplate.update')
  async deleteEmailTemplate(
    @Arg('input', { description: 'Which.' }) { id }: DeleteEmailTemplateInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteEmailTemplatePayload> {
    return { deletedId: await deleteEmailTemplate(ctx, id) };
  }

  @FieldResolver(() => EmailTemplateAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() template: EmailTemplate, @Ctx() ctx: Context) {
    return abilities(ctx, template);
  }
}
