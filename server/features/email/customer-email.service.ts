import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible } from '../../core/mutation.js';
import { oneById } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Activity } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Document } from '../document/document.entity.js';
import { sendMail } from '../mail/mail.service.js';
import { User } from '../user/user.entity.js';
import type { EmailPreview, EmailPreviewInput, SendCustomerEmailInput } from './customer-email.input.js';
import { consentPurposeOf, refusalOf, told } from './email-basis.service.js';
import { composed, localeOfDraft, recipientOf, valuesFor } from './email-draft.service.js';
import { emailTemplateById } from './email-template.relations.js';
import { unknownIn } from './email-variable.rules.js';
import './email-delivery.service.js';

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 10;

/** The e-mail as it will be seen, and what speaks against it. */
export async function emailPreview(ctx: Context, input: EmailPreviewInput): Promise<EmailPreview | null> {
  const customer = input.customerId == null ? null : await load(ctx, customerById, input.customerId);
  if (input.customerId != null && !customer) return null;
  if (customer) authorize(ctx, 'sendEmail', customer);
  const recipient = customer ? await recipientOf(ctx, customer, input.contactId) : undefined;
  if (customer && !recipient) return null;
  const locale = localeOfDraft(ctx, input);
  const refusal = customer && (await refusalOf(ctx, customer.id, input.purpose));
  const { subject, text, html } = composed(ctx, input, valuesFor(ctx, customer, recipient, locale), locale);
  return {
    to: recipient?.email ?? null,
    subject,
    text,
    html,
    unknownVariables: unknownIn(input.subject, input.body),
    refusal: refusal && told(refusal, ctx.locale),
  };
}

export function sendCustomerEmail(ctx: Context, { idempotencyKey: key, ...input }: SendCustomerEmailInput): Promise<Activity> {
  return once(
    ctx,
    { operation: 'sendCustomerEmail', key, input },
    () => send(ctx, input),
    (id) => load(ctx, oneById(Activity), id),
  );
}

async function send(ctx: Context, input: Omit<SendCustomerEmailInput, 'idempotencyKey'>): Promise<Activity> {
  const customer = await lockVisible(ctx, Customer, input.customerId);
  authorize(ctx, 'sendEmail', customer);
  const recipient = await recipientOf(ctx, customer, input.contactId);
  const documents = await documentsOf(ctx, customer.id, input.documentIds);
  const refusal = await refusalOf(ctx, customer.id, input.purpose, { tried: true });
  refuseIfAny([
    ...(recipient ? [] : [new UserError('UNKNOWN_CONTACT', ['input', 'contactId'])]),
    ...(recipient && !recipient.email ? [new UserError('NO_ADDRESS', ['input', 'contactId'])] : []),
    ...wrongWords(input),
    ...(await wrongTemplate(ctx, input)),
    ...wrongFiles(documents, input.documentIds),
    ...(refusal ? [new UserError(refusal.code, ['input', 'purpose'], refusal.params)] : []),
  ]);
  const { name, email } = recipient!;
  const locale = localeOfDraft(ctx, input);
  const { subject, paragraphs, text } = composed(ctx, input, valuesFor(ctx, customer, recipient, locale), locale);
  const mail = await sendMail(ctx, {
    to: email!,
    subject,
    paragraphs,
    customerId: customer.id,
    purpose: consentPurposeOf(input.purpose),
    replyTo: await addressOf(ctx),
    attachments: documents.map(({ name: file, mime, size, versionId }) => ({ name: file, mime, size, versionId })),
  });
  const activity = await noteActivity(ctx, {
    customerId: customer.id,
    kind: ActivityKind.EMAIL_SENT,
    details: { subject, recipient: name },
    body: text,
    subject: { type: 'Mail', id: mail.id },
  });
  await audit(ctx, 'customer.email', activity, {
    recipient: [null, email],
    subject: [null, subject],
    purpose: [null, input.purpose],
    ...(input.templateId ? { templateId: [null, input.templateId] } : {}),
    ...(documents.length > 0 ? { attachments: [[], documents.map((document) => document.id)] } : {}),
  });
  return activity;
}

type Attached = Pick<Document, 'id' | 'name' | 'mime' | 'size' | 'versionId'>;

/** Those of the documents that are the customer's, in the order they were named. */
async function documentsOf(ctx: Context, customerId: string, ids: readonly string[]): Promise<Attached[]> {
  const wanted = [...new Set(ids)].filter((id) => isUUID(id));
  if (wanted.length === 0) return [];
  return ctx.query<Attached>(sql`
    select it.id, it.name, it.mime, it.size::float8 as size, it.version_id as "versionId" from document it
    where it.id = any(${wanted}::uuid[]) and it.customer_id = ${customerId} and ${visible(ctx.viewer, Document, sql`it`)}
    order by array_position(${wanted}::uuid[], it.id)`);
}

function wrongFiles(documents: readonly Attached[], ids: readonly string[]): UserError[] {
  const size = documents.reduce((sum, document) => sum + document.size, 0);
  return [
    ...(documents.length < new Set(ids).size ? [new UserError('UNKNOWN_ATTACHMENT', ['input', 'documentIds'])] : []),
    ...(size > MOST_MEGABYTES * MEGABYTE
      ? [new UserError('ATTACHMENTS_TOO_LARGE', ['input', 'documentIds'], { max: MOST_MEGABYTES })]
      : []),
  ];
}

/** For templates too: what is blank, and what stands between braces without being a variable, each at its field. */
export function wrongWords(texts: { subject: string; body: string }): UserError[] {
  return (['subject', 'body'] as const).flatMap((field) => {
    const unknown = unknownIn(texts[field]);
    return [
      ...(tidy(texts[field]) === null ? [new UserError('BLANK', ['input', field])] : []),
      ...(unknown.length > 0 ? [new UserError('UNKNOWN_VARIABLE', ['input', field], { names: unknown.join(', ') })] : []),
    ];
  });
}

/** What a template is for is not talked away by whoever uses it. */
async function wrongTemplate(
  ctx: Context,
  { templateId, purpose }: Pick<SendCustomerEmailInput, 'templateId' | 'purpose'>,
): Promise<UserError[]> {
  if (templateId == null) return [];
  const template = await load(ctx, emailTemplateById, templateId);
  if (!template) return [new UserError('UNKNOWN_TEMPLATE', ['input', 'templateId'])];
  return template.purpose === purpose ? [] : [new UserError('PURPOSE_OF_TEMPLATE', ['input', 'purpose'])];
}

/** Answers go to whoever wrote. */
async function addressOf({ db, viewer }: Context): Promise<string | null> {
  return (await db.findOneBy(User, { id: viewer.id }))?.email ?? null;
}
