import type { Context } from '../../core/context.js';
import type { Enclosure } from '../../core/mail/mailer.js';
import { FileMissing } from '../../core/storage/storage.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { storedFile } from '../document/stored-file.service.js';
import type { Mail } from '../mail/mail.entity.js';
import { MailAttachment } from '../mail/mail-attachment.entity.js';
import { answerForMails } from '../mail/mail-delivery.service.js';

// Between the click and the departure files may have been deleted.
answerForMails({
  enclosures,
  async unsent(ctx, { id, customerId, subject, to }, reason) {
    if (customerId === null) return;
    await noteActivity(ctx, {
      customerId,
      kind: ActivityKind.EMAIL_UNSENT,
      details: { subject, recipient: to, to: reason },
      subject: { type: 'Mail', id },
    });
  },
});

async function enclosures(ctx: Context, { id }: Mail): Promise<Enclosure[] | null> {
  const files: Enclosure[] = [];
  try {
    for (const { name, mime, versionId } of await ctx.db.findBy(MailAttachment, { mailId: id })) {
      const stored = versionId === null ? null : await storedFile(ctx, versionId);
      if (!stored) throw new FileMissing(name);
      files.push({ filename: name, contentType: mime, content: await ctx.services.storage.get(stored.key) });
    }
    return files;
  } catch (error) {
    for (const { content } of files) content.destroy();
    if (error instanceof FileMissing) return null;
    throw error;
  }
}
