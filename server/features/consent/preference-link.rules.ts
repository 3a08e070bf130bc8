import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUUID } from 'class-validator';
import { emailSha256 } from './consent-proof.rules.js';

/** As long as somebody may look at a mail again and want no more of them. */
const DAYS = 400;
const LONGEST = 200;

/** Where people see and change their choices; the token stands behind a #. */
export const PREFERENCES = '/client/preferences';

export interface PreferenceLink {
  customerId: string;
  /** The first half of the SHA-256 of the address it was mailed to. */
  address: string;
  expires: Date;
}

export const addressOf = (email: string): string => emailSha256(email).slice(0, 32);

const bound = (secret: string, said: string): string => {
  const signature = createHmac('sha256', secret).update(`preferences\n${said}`).digest('base64url');
  return `${said}.${signature}`;
};

/** What stands in a link to somebody's choices: whose, mailed where, until when. No row is kept of it, and it lets in nowhere else. */
export const preferenceToken = (secret: string, customerId: string, email: string, now = new Date()): string =>
  bound(secret, [customerId, addressOf(email), Math.floor(now.getTime() / 1000) + DAYS * 86_400].join('.'));

/** What a token of ours says, over or not; null for any other, to the last letter. */
export function readPreferenceToken(secret: string, token: string): PreferenceLink | null {
  if (token.length > LONGEST) return null;
  const [customerId, address, seconds] = token.split('.');
  if (!isUUID(customerId) || !address || !/^\d{1,12}$/.test(seconds ?? '')) return null;
  const [right, given] = [Buffer.from(bound(secret, [customerId, address, seconds].join('.'))), Buffer.from(token)];
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null;
  return { customerId, address, expires: new Date(Number(seconds) * 1000) };
}

/** `m•••@client.example`: enough to know one's own again. */
export const masked = (email: string): string => email.replace(/^(.).*(?=@)/, '$1•••');
