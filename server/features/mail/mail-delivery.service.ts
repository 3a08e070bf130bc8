import type { Context } from '../../core/context.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { type Enclosure, isRefusedForGood, type Letter } from '../../core/mail/mailer.js';
import { ConsentChannel } from '../consent/consent.entity.js';
import { type ContactAnswer, canContact, noteRefusal } from '../consent/consent-gate.service.js';
import { PREFERENCES, preferenceToken } from '../consent/preference-link.rules.js';
import { Mail, MailStatus } from './mail.entity.js';

/** As many as the queue gives a job. */
const MOST_ATTEMPTS = 5;

/** For a feature below, about mails that a person wrote. */
interface Answering {
  /** Its files; null when one is gone. */
  enclosures(ctx: Context, mail: Mail): Promise<Enclosure[] | null>;
  /** It did not leave and will not: part of the transaction that says so. */
  unsent(ctx: Context, mail: Mail, reason: string): Promise<void>;
}

let answering: Answering | null = null;

export function answerForMails(how: Answering): void {
  answering = how;
}

/** Sends a mail, or keeps it where no server is configured. One that was settled is left alone, so it may run twice. */
export const deliverMail = defineJob<{ id: string }>({
  name: 'mail.deliver',
  async work({ id }, world) {
    const ctx = world.system();
    const mail = await ctx.db.findOneBy(Mail, { id });
    if (mail?.status !== MailStatus.QUEUED) return;
    const answer = await stillAllowed(ctx, mail);
    if (!answer.allowed) return stopped(ctx, mail, 'NO_CONSENT');
    const { mailer } = ctx.services;
    if (!mailer) return settle(ctx, id, { status: MailStatus.KEPT });
    const enclosures = answering ? await answering.enclosures(ctx, mail) : [];
    if (!enclosures) return stopped(ctx, mail, 'FILE_GONE');
    try {
      const { to, subject, replyTo } = mail;
      const way = wayOut(ctx, mail, answer);
      await mailer.send({ to, subject, ...way, replyTo, enclosures, messageId: mail.id });
      await settle(ctx, id, { status: MailStatus.SENT, sentAt: new Date(), error: null, ...withoutLink(mail) });
    } catch (error) {
      const attempts = mail.attempts + 1;
      const failed = attempts >= MOST_ATTEMPTS || isRefusedForGood(error);
      const said = { attempts, error: String((error as Error).message).slice(0, 500) };
      if (!failed) {
        await settle(ctx, id, said);
        throw error;
      }
      await given(ctx, mail, { ...said, status: MailStatus.FAILED, ...withoutLink(mail) }, 'FAILED');
    }
  },
});

/** Between the click and the departure they may have changed their mind. */
async function stillAllowed(ctx: Context, { id, customerId, purpose }: Mail): Promise<ContactAnswer> {
  const channel = ConsentChannel.EMAIL;
  const answer = await canContact(ctx, customerId, purpose, channel);
  if (!answer.allowed) await noteRefusal(ctx, { customerId, purpose, channel, reason: answer.reason, mailId: id });
  return answer;
}

type WayOut = Pick<Letter, 'text' | 'html' | 'headers'>;

/**
 * What hangs on their word says how to take it back: one click in their mail program (RFC 8058), and a link to their own choices. The
 * link is made as the mail leaves, so that nobody who reads the outbox or the timeline has it.
 */
function wayOut(ctx: Context, { customerId, to, purpose, text, html }: Mail, { status }: ContactAnswer): WayOut {
  if (customerId === null || status === null) return { text, html, headers: {} };
  const { origin, secret } = ctx.services;
  const token = preferenceToken(secret, customerId, to);
  const page = `${origin}${PREFERENCES}`;
  return {
    text: text.replaceAll(page, `${page}#${token}`),
    html: html.replaceAll(page, `${page}#${token}`),
    headers: {
      'List-Unsubscribe': `<${origin}/unsubscribe?t=${token}&p=${purpose}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

const stopped = (ctx: Context, mail: Mail, reason: string): Promise<void> =>
  given(ctx, mail, { status: MailStatus.STOPPED, error: reason }, reason);

/** Given up, and told once, however often the job runs. */
const given = (ctx: Context, mail: Mail, how: Partial<Mail>, reason: string): Promise<void> =>
  ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const { affected } = await inside.db.update(Mail, { id: mail.id, status: MailStatus.QUEUED }, how);
    if (affected) await answering?.unsent(inside, mail, reason);
  });

const settle = async (ctx: Context, id: string, how: Partial<Mail>): Promise<void> =>
  void (await ctx.db.update(Mail, { id }, how));

/** What stands behind the # of a link lets in whoever has it: nobody needs it here once the mail has left. */
const withoutLink = ({ secret, text, html }: Mail): Partial<Mail> => (secret ? { text: blanked(text), html: blanked(html) } : {});

const blanked = (content: string): string => content.replace(/(https?:\/\/[^\s"<#]+)#[\w-]+/g, '$1#…');
