import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { type Locale, type Params, say } from '../../core/words.js';
import { ConsentPurpose } from '../consent/consent.entity.js';
import { sendMail } from '../mail/mail.service.js';
import { portalOf } from '../session/viewer.service.js';
import type { Reach } from '../user/role.entity.js';
import './account-mail.words.js';

interface Letter {
  /** The name of its words. */
  letter: string;
  to: string;
  /** Whom it greets; nobody in particular where that is not known. */
  name?: string;
  locale: Locale;
  params?: Params;
  /** Where its button leads. */
  url?: string;
  /** That address lets in whoever has it. */
  secret?: boolean;
  /** What it is for, where that is not the account itself. */
  purpose?: ConsentPurpose;
  customerId?: string;
}

/** A mail about somebody's account, in their language. */
export async function sendLetter(
  ctx: Context,
  { letter, to, name, locale, params, url, secret, customerId, purpose = ConsentPurpose.ACCOUNT }: Letter,
): Promise<void> {
  const words = (part: string) => say(`letter.${letter}.${part}`, locale, params);
  await sendMail(ctx, {
    to,
    purpose,
    customerId,
    subject: words('subject'),
    greeting: name ? say('letter.greeting', locale, { name }) : say('letter.stranger', locale),
    paragraphs: words('text').split('\n\n'),
    ...(url ? { action: { label: words('action'), url } } : {}),
    secret,
  });
}

/** A page of a portal, from the configured address. A token goes behind the #, so that no server on the way notes it down. */
export const addressOf = (ctx: Context, portal: string, page: string, token?: string): string =>
  `${ctx.services.origin}/${portal}/${page}${token ? `#${token}` : ''}`;

/** The portal to write somebody about: the one they stand in where it is theirs, else that of their highest role. */
export async function portalFor(ctx: Context, userId: string, wanted: string | undefined = ctx.request.portal): Promise<string> {
  const held = await ctx.query<{ reach: Reach }>(sql`
    select role.reach from user_role given join role on role.id = given.role_id where given.user_id = ${userId} order by role.rank desc`);
  const portals = held.map(({ reach }) => portalOf[reach].toLowerCase());
  return portals.find((portal) => portal === wanted?.toLowerCase()) ?? portals[0] ?? 'client';
}
