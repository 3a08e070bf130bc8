import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { type Locale, say } from '../../core/words.js';
import { ConsentChannel, ConsentStatus } from '../consent/consent.entity.js';
import { EmailPurpose } from './email-purpose.entity.js';
import './email.words.js';

interface Refusal {
  code: string;
  params: { date: string };
}

/** Why no consent and no legal basis covers an e-mail of this purpose to them; null when one does. */
export async function refusalOf(ctx: Context, customerId: string, purpose: EmailPurpose): Promise<Refusal | null> {
  if (purpose === EmailPurpose.SERVICE) return null;
  const [consent] = await ctx.query<{ status: ConsentStatus; since: Date | null }>(sql`
    select status, since from consent
    where customer_id = ${customerId} and purpose = ${purpose} and channel = ${ConsentChannel.EMAIL}`);
  if (consent?.status === ConsentStatus.GRANTED) return null;
  const withdrawn = consent?.status === ConsentStatus.WITHDRAWN && consent.since;
  return withdrawn
    ? { code: `EMAIL_WITHDRAWN_${purpose}`, params: { date: dayIn(ctx.locale, withdrawn) } }
    : { code: `EMAIL_NEVER_ALLOWED_${purpose}`, params: { date: '' } };
}

export const told = ({ code, params }: Refusal, locale: Locale): string => say(code, locale, params);

/** A day in Paris, in words. */
export const dayIn = (locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);
