import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
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
  /** A person wrote it, and for this: whoever answers for the purpose is asked again when it leaves. */
  purpose?: string;
  attachments?: readonly Pick<MailAttachment, 'name' | 'mime' | 'size' | 'versionId'>[];
}

/** Part of the mutation's transaction: the mail is written and queued when it commits, and not otherwise. */
export async function sendMail(
  ctx: Context,
  { to, subject, customerId, secret = false, replyTo = null, purpose, attachments = [], ...content }: NewMail,
): Promise<Mail> {
  // A line break in a subject would begin another header.
  const line = subject.replace(/\s+/g, ' ').trim();
  const mail = await ctx.db.save(
    ctx.db.create(Mail, {
      to: to.trim(),
      subject: line,
      customerId: customerId ?? null,
      secret,
      replyTo,
      purpose: purpose ?? null,
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
