import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { confirmBy } from '../consent/consent.service.js';
import type { ConsentEvent } from '../consent/consent-event.entity.js';
import { emailSha256, proofOf } from '../consent/consent-proof.rules.js';
import { type Said, writeConsent } from '../consent/consent-writing.service.js';
import { sendMail } from '../mail/mail.service.js';
import { ConsentConfirmation } from './consent-confirmation.entity.js';
import './preference.words.js';

const HOURS = 72;
const KEPT_DAYS = 30;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Mails a link that confirms what was said. Those before it, for the same, work no more. */
export async function askToConfirm(ctx: Context, said: Said, email: string): Promise<void> {
  await callOffConfirmations(ctx, said);
  await ctx.query(sql`delete from consent_confirmation where expires_at < now() - make_interval(days => ${KEPT_DAYS}::int)`);
  const token = randomBytes(32).toString('base64url');
  const { customerId, purpose, channel, method, note, documentId, textId, actorId, proof } = said;
  const asked = await ctx.db.save(
    ctx.db.create(ConsentConfirmation, {
      ...{ customerId, purpose, channel, method, note, documentId, textId, actorId, proof },
      tokenHash: hashOf(token),
      emailSha256: emailSha256(email),
      expiresAt: new Date(Date.now() + HOURS * 3_600_000),
    }),
  );
  const words = (part: string) => say(`confirm.${part}`, ctx.locale, { purpose: say(`purpose.${purpose}`, ctx.locale) });
  await sendMail(ctx, {
    to: email,
    purpose: ConsentPurpose.RIGHTS,
    customerId,
    subject: words('subject'),
    paragraphs: words('text').split('\n\n'),
    action: { label: words('action'), url: `${ctx.services.origin}/client/confirm-consent#${token}` },
    secret: true,
  });
  await audit(ctx, 'consent.ask', asked, { [`${purpose}.${channel}`]: [null, 'CONFIRM'] });
}

/** Whoever says no, or says it anew, no longer waits for what was asked before. */
export async function callOffConfirmations(
  ctx: Context,
  { customerId, purpose, channel }: Pick<Said, 'customerId' | 'purpose' | 'channel'>,
): Promise<void> {
  await ctx.query(sql`
    update consent_confirmation set replaced_at = now()
    where consent_id = consent_id(${customerId}::uuid, ${purpose}, ${channel}) and confirmed_at is null and replaced_at is null`);
}

confirmBy({ ask: askToConfirm, callOff: callOffConfirmations });

/** Uses a link up: from now on the agreement holds. Of any number at once one succeeds. */
export async function confirmConsent(ctx: Context, token: string): Promise<ConsentEvent> {
  const tokenHash = hashOf(token);
  const asked = await ctx.db.findOneBy(ConsentConfirmation, { tokenHash });
  if (!asked) throw broken('UNKNOWN');
  const [customer] = await ctx.query<{ email: string | null }>(
    sql`select email from customer where id = ${asked.customerId} for update`,
  );
  const used = await ctx.query(sql`
    update consent_confirmation set confirmed_at = now()
    where token_hash = ${tokenHash} and confirmed_at is null and replaced_at is null and expires_at > now() returning id`);
  if (used.length === 0) {
    const { confirmedAt, replacedAt } = await ctx.db.findOneByOrFail(ConsentConfirmation, { tokenHash });
    throw broken(confirmedAt ? 'USED' : replacedAt ? 'REPLACED' : 'EXPIRED');
  }
  // The record has another address by now, or they said no elsewhere: what was asked then is not what they want now.
  const later = await ctx.query(sql`
    select from consent_event where consent_id = consent_id(${asked.customerId}::uuid, ${asked.purpose}, ${asked.channel})
      and action in ('REFUSED', 'WITHDRAWN', 'OBJECTED') and at >= ${asked.requestedAt}`);
  if (!customer?.email || emailSha256(customer.email) !== asked.emailSha256 || later.length > 0) throw broken('REPLACED');
  const { customerId, purpose, channel, method, note, documentId, textId, actorId, proof } = asked;
  return writeConsent(ctx, {
    ...{ customerId, purpose, channel, method, note, documentId, textId, actorId },
    action: ConsentStatus.GRANTED,
    proof: { ...proof, ...proofOf(ctx.request), emailSha256: asked.emailSha256, confirmedFrom: asked.requestedAt.toISOString() },
  });
}

const broken = (state: string) => new UserError(`CONFIRMATION_${state}`, ['input', 'token']);
