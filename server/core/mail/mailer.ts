import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';

/** A file that goes with a letter. */
export interface Enclosure {
  filename: string;
  contentType: string;
  content: Readable;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where an answer goes; null: to the sender. */
  replyTo: string | null;
  enclosures: Enclosure[];
  /** Further header lines by name: ours, never what somebody typed. */
  headers: Record<string, string>;
  /** The same at every attempt, so that a server which has the letter already may know it. */
  messageId: string;
}

export interface Mailer {
  send(letter: Letter): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 20_000;

/** Sends by this SMTP server; null where none is configured, and mails are kept. */
export function openMailer(smtpUrl: string | null, from: string): Mailer | null {
  if (smtpUrl === null) return null;
  if (!/^smtps?:\/\/[^/]/.test(smtpUrl))
    throw new Error('SMTP_URL is not an address such as smtp://user:password@mail.example:587');
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  // A letter is its own text: nothing in it may read a file or fetch an address.
  const transport = createTransport({ url: smtpUrl, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async ({ messageId, replyTo, enclosures, ...letter }) =>
      void (await transport.sendMail({
        from,
        messageId: `<${messageId}@prisme>`,
        ...letter,
        ...(replyTo === null ? {} : { replyTo }),
        attachments: enclosures,
      })),
    close: () => transport.close(),
  };
}

/** The server said no for good: to try again would change nothing. */
export const isRefusedForGood = (error: unknown): boolean => {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string };
  return code === 'EENVELOPE' && (responseCode ?? 0) >= 500;
};
