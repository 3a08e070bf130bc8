import type { Context } from '../../core/context.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { isRefusedForGood } from '../../core/mail/mailer.js';
import { Mail, MailStatus } from './mail.entity.js';

/** As many as the queue gives a job. */
const MOST_ATTEMPTS = 5;

/** Sends a mail, or keeps it where no server is configured. One that was settled is left alone, so it may run twice. */
export const deliverMail = defineJob<{ id: string }>({
  name: 'mail.deliver',
  async work({ id }, world) {
    const ctx = world.system();
    const mail = await ctx.db.findOneBy(Mail, { id });
    if (mail?.status !== MailStatus.QUEUED) return;
    const { mailer } = ctx.services;
    if (!mailer) return settle(ctx, id, { status: MailStatus.KEPT });
    try {
      await mailer.send({ to: mail.to, subject: mail.subject, text: mail.text, html: mail.html, messageId: mail.id });
      await settle(ctx, id, { status: MailStatus.SENT, sentAt: new Date(), error: null, ...withoutLink(mail) });
    } catch (error) {
      const attempts = mail.attempts + 1;
      const failed = attempts >= MOST_ATTEMPTS || isRefusedForGood(error);
      await settle(ctx, id, {
        attempts,
        error: String((error as Error).message).slice(0, 500),
        ...(failed ? { status: MailStatus.FAILED, ...withoutLink(mail) } : {}),
      });
      if (!failed) throw error;
    }
  },
});

const settle = async (ctx: Context, id: string, how: Partial<Mail>): Promise<void> =>
  void (await ctx.db.update(Mail, { id }, how));

/** What stands behind the # of a link lets in whoever has it: nobody needs it here once the mail has left. */
const withoutLink = ({ secret, text, html }: Mail): Partial<Mail> => (secret ? { text: blanked(text), html: blanked(html) } : {});

const blanked = (content: string): string => content.replace(/(https?:\/\/[^\s"<#]+)#[\w-]+/g, '$1#…');
