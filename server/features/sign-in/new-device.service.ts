import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { isLocale, type Locale } from '../../core/words.js';
import { ConsentPurpose } from '../consent/consent.entity.js';
import { sendMail } from '../mail/mail.service.js';
import { deviceName } from '../session/device-name.rules.js';
import { Session } from '../session/session.entity.js';
import { asOwner, endSession } from '../session/session.service.js';
import { viewerOf } from '../session/session-answer.service.js';
import { hashToken, newRefreshToken } from '../session/token.service.js';
import type { User } from '../user/user.entity.js';
import { newDeviceLetter } from './new-device.words.js';
import './sign-in.words.js';

/** Tells somebody that a browser we did not know signed in as them, with one link that ends that session. */
export async function tellOfNewDevice(ctx: Context, user: User, session: Session): Promise<void> {
  const token = newRefreshToken();
  await ctx.query(sql`update session set end_hash = ${hashToken(token)} where id = ${session.id}`);
  const locale: Locale = isLocale(user.locale) ? user.locale : ctx.request.locale;
  await sendMail(ctx, {
    to: user.email,
    purpose: ConsentPurpose.ACCOUNT,
    ...newDeviceLetter(locale, {
      name: user.name,
      device: deviceName(session.userAgent, locale),
      ip: session.ip ?? '?',
      at: session.createdAt,
      // After #, so that no server on the way writes it down.
      url: `${ctx.services.origin}/${await portalOf(ctx, session)}/end-session#${token}`,
    }),
  });
}

/** The portal they signed in to, where it is theirs; else that of their highest role. */
async function portalOf(ctx: Context, session: Session): Promise<string> {
  const { portals } = await viewerOf(ctx, session.id).catch(() => ({ portals: [] }));
  const names = portals.map((portal) => portal.toLowerCase());
  return names.find((portal) => portal === ctx.request.portal?.toLowerCase()) ?? names[0] ?? 'client';
}

/** Ends the session that the mail was about, once; the browser is asked for the second factor again. */
export async function endSessionByLink(ctx: Context, token: string): Promise<void> {
  const hash = hashToken(token);
  await asOwner(ctx, hash);
  const [found] = await ctx.query<{ id: string }>(sql`
    select id from session where end_hash = ${hash} and ended_at is null for update`);
  if (!found) throw new UserError('LINK_OVER', ['input', 'token']);
  const session = await ctx.db.findOneByOrFail(Session, { id: found.id });
  await endSession(ctx, session, 'session.endByLink');
  await ctx.query(sql`delete from device where id = ${session.deviceId}`);
}
