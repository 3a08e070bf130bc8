import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { isLocale, type Locale, say } from '../../core/words.js';
import { dayIn } from '../consent/consent-gate.service.js';
import { PREFERENCES } from '../consent/preference-link.rules.js';
import { Contact } from '../customer/contact.entity.js';
import type { Customer } from '../customer/customer.entity.js';
import { type Content, written } from '../mail/mail.template.js';
import type { EmailDraft } from './customer-email.input.js';
import { EmailPurpose } from './email-purpose.entity.js';
import { examplesIn, filled, paragraphsOf, type Values } from './email-variable.rules.js';

export interface Recipient {
  name: string;
  email: string | null;
}

/** The customer themselves, or a contact of theirs; undefined when they have no such contact. */
export async function recipientOf(
  ctx: Context,
  { id, name, email }: Customer,
  contactId: string | null | undefined,
): Promise<Recipient | undefined> {
  if (contactId == null) return { name, email };
  if (!isUUID(contactId)) return undefined;
  const [contact] = await ctx.query<Recipient>(sql`
    select it.name, it.email from contact it
    where it.id = ${contactId} and it.customer_id = ${id} and ${visible(ctx.viewer, Contact, sql`it`)}`);
  return contact;
}

export const localeOfDraft = (ctx: Context, { locale }: Pick<EmailDraft, 'locale'>): Locale =>
  isLocale(locale) ? locale : ctx.locale;

/** What the variables are for this customer; without one, what they could be. */
export function valuesFor(ctx: Context, customer: Customer | null, recipient: Recipient | undefined, locale: Locale): Values {
  if (!customer) return examplesIn(locale);
  return {
    'customer.name': customer.name,
    'customer.reference': customer.reference,
    'recipient.name': recipient?.name ?? customer.name,
    'sender.name': ctx.viewer.name,
    date: dayIn(locale, new Date()),
  };
}

type Composed = Content & { subject: string; text: string; html: string };

/** The e-mail with its values. What needs a consent says how to take it back. */
export function composed(
  ctx: Context,
  { subject, body, purpose }: Pick<EmailDraft, 'subject' | 'body' | 'purpose'>,
  values: Values,
  locale: Locale,
): Composed {
  const foot =
    purpose === EmailPurpose.SERVICE
      ? []
      : [say(`EMAIL_FOOT_${purpose}`, locale, { link: `${ctx.services.origin}${PREFERENCES}` })];
  const paragraphs = [...paragraphsOf(filled(body, values)), ...foot];
  return { subject: filled(subject, values).replace(/\s+/g, ' ').trim(), paragraphs, ...written({ paragraphs }) };
}
