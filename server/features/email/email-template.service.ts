import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken, refuseStale } from '../../core/mutation.js';
import { isLocale } from '../../core/words.js';
import { wrongWords } from './customer-email.service.js';
import { EmailTemplate } from './email-template.entity.js';
import type { CreateEmailTemplateInput, EmailTemplateFields, UpdateEmailTemplateInput } from './email-template.input.js';

export async function createEmailTemplate(ctx: Context, input: CreateEmailTemplateInput): Promise<EmailTemplate> {
  const fields = checked(input);
  const template = await saved(ctx, ctx.db.create(EmailTemplate, fields));
  await audit(ctx, 'emailTemplate.create', template, changesOf({} as EmailTemplate, fields));
  return template;
}

export async function updateEmailTemplate(
  ctx: Context,
  { id, version, ...input }: UpdateEmailTemplateInput,
): Promise<EmailTemplate> {
  const template = await lockVisible(ctx, EmailTemplate, id);
  authorize(ctx, 'update', template);
  refuseStale(template, version);
  const fields = checked(input);
  const changes = changesOf(template, fields);
  if (Object.keys(changes).length > 0)
    await saved(ctx, Object.assign(template, fields, { version: template.version + 1, updatedAt: new Date() }));
  await audit(ctx, 'emailTemplate.update', template, changes);
  return template;
}

export async function deleteEmailTemplate(ctx: Context, id: string): Promise<string> {
  const template = await lockVisible(ctx, EmailTemplate, id);
  authorize(ctx, 'delete', template);
  const { name, locale, subject, body } = template;
  await audit(ctx, 'emailTemplate.delete', template, {
    name: [name, null],
    locale: [locale, null],
    subject: [subject, null],
    body: [body, null],
  });
  await ctx.db.delete(EmailTemplate, { id });
  return id;
}

const saved = (ctx: Context, template: EmailTemplate): Promise<EmailTemplate> =>
  orTaken(ctx.db.save(template), 'email_template_name_key', ['input', 'name'], 'TEMPLATE_NAME_TAKEN');

function checked({ name, locale, purpose, subject, body }: EmailTemplateFields): Partial<EmailTemplate> {
  const title = tidy(name);
  refuseIfAny([
    ...(title === null ? [new UserError('BLANK', ['input', 'name'])] : []),
    ...(isLocale(locale) ? [] : [new UserError('NOT_A_LANGUAGE', ['input', 'locale'])]),
    ...wrongWords({ subject, body }),
  ]);
  return {
    name: title!,
    locale: isLocale(locale) ? locale : undefined,
    purpose,
    subject: subject.replace(/\s+/g, ' ').trim(),
    body: body.trim(),
  };
}
