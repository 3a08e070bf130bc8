import { createHash, createHmac } from 'node:crypto';
import { secret } from './product.ts';

/** The link of a mail to somebody's choices, as the product makes it when the mail leaves: no mail of the outbox holds it. */
export function preferenceLink(customerId: string, email: string): string {
  const address = createHash('sha256').update(email).digest('hex').slice(0, 32);
  const said = `${customerId}.${address}.${Math.floor(Date.now() / 1000) + 86_400}`;
  return `/client/preferences#${said}.${createHmac('sha256', secret).update(`preferences\n${said}`).digest('base64url')}`;
}
