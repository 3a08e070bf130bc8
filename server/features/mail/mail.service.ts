import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { ConsentChannel, type ConsentPurpose } from '../consent/consent.entity.js';
import { canContact, noteRefusal, refusalOf } from '../consent/consent-gate.service.js';
import { Mail } from './mail.entity.js';
import { type Content, written } from './mail.template.js';
import { MailAttachment } from './mail-attachment.entity.js';
import { deliverMail } from './mail-delivery.service.js';

interface NewMail extends Content {
  to: string;
  subject: string;
  /** Whom it is about, for the outbox's filter. */
  customerId?: string;
  /** It holds a link that lets somebody in. */
  secret?: boolean;
  /** Where an answer goes, where not to the sending address. */
  replyTo?: string | null;
  /** What it is for: without something that allows it, it is neither written nor sent. */
  purpose: ConsentPurpose;
  attachments?: readonly Pick<MailAttachment, 'name' | 'mime' | 'size' | 'versionId'>[];
}

/**
 * The only way to a mail of ours. Part of the mutation's transaction: it is written and queued when that commits, and not otherwise.
 * What allows it is asked here, and again as it leaves.
 */
export async function sendMail(
  ctx: Context,
  { to, subject, customerId, secret = false, replyTo = null, purpose, attachments = [], ...content }: NewMail,
): Promise<Mail> {
  const answer = await canContact(ctx, customerId ?? null, purpose, ConsentChannel.EMAIL);
  if (!answer.allowed) {
    await noteRefusal(ctx, { customerId: customerId ?? null, purpose, channel: ConsentChannel.EMAIL, reason: answer.reason });
    throw refusalOf(ctx, answer, ['input', 'purpose']);
  }
  // A line break in a subject would begin another header.
  const line = subject.replace(/\s+/g, ' ').trim();
  const mail = await ctx.db.save(
    ctx.db.create(Mail, {
      to: to.trim(),
      subject: line,
      customerId: customerId ?? null,
      secret,
      replyTo,
      purpose,
      ...written(content),
    }),
  );
  if (attachments.length > 0)
    await ctx.db.insert(
      MailAttachment,
      attachments.map((attachment) => ({ ...attachment, mailId: mail.id })),
    );
  await enqueue(ctx, deliverMail, { id: mail.id });
  return mail;
}
