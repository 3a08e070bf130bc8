import type { Context } from '../../core/context.js';
import { type Locale, say } from '../../core/words.js';
import { ConsentChannel, ConsentPurpose } from '../consent/consent.entity.js';
import { canContact, dayIn, noteRefusal } from '../consent/consent-gate.service.js';
import { ContactReason } from '../consent/contact-refusal.entity.js';
import { EmailPurpose } from './email-purpose.entity.js';
import './email.words.js';

interface Refusal {
  code: string;
  params: { date: string };
}

export const consentPurposeOf = (purpose: EmailPurpose): ConsentPurpose => ConsentPurpose[purpose];

const GONE: ReadonlySet<ContactReason> = new Set([ContactReason.REFUSED, ContactReason.WITHDRAWN, ContactReason.OBJECTED]);

/** Why no consent and no legal basis covers an e-mail of this purpose to them; null when one does. `tried`: it is to leave now. */
export async function refusalOf(
  ctx: Context,
  customerId: string,
  purpose: EmailPurpose,
  { tried = false } = {},
): Promise<Refusal | null> {
  const asked = { customerId, purpose: consentPurposeOf(purpose), channel: ConsentChannel.EMAIL };
  const { allowed, reason, since } = await canContact(ctx, asked.customerId, asked.purpose, asked.channel);
  if (allowed) return null;
  if (tried) await noteRefusal(ctx, { ...asked, reason });
  const params = { date: since ? dayIn(ctx.locale, since) : '' };
  if (GONE.has(reason)) return { code: `EMAIL_WITHDRAWN_${purpose}`, params };
  if (reason === ContactReason.NEVER_ASKED) return { code: `EMAIL_NEVER_ALLOWED_${purpose}`, params };
  return { code: `CONTACT_${reason}`, params };
}

export const told = ({ code, params }: Refusal, locale: Locale): string => say(code, locale, params);
