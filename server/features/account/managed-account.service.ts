import { onAudited } from '../../core/audit.entity.js';
import { sql } from '../../core/sql.js';
import { User } from '../user/user.entity.js';
import { addressOf, portalFor, sendLetter } from './letter.service.js';
import { LinkPurpose } from './mailed-link.entity.js';
import { makeLink, replaceLinks } from './mailed-link.service.js';
import { localeOf } from './password.service.js';

const DAYS = 3;
const WAYS_IN = [LinkPurpose.RESET, LinkPurpose.SIGN_IN];

/** Somebody made an account for somebody: they choose its password themselves. */
onAudited('user.create', async (ctx, { id }) => {
  const user = await ctx.db.findOneByOrFail(User, { id });
  if (user.passwordHash) return;
  const token = await makeLink(ctx, LinkPurpose.RESET, { userId: id }, DAYS * 24 * 60);
  await sendLetter(ctx, {
    letter: 'welcome',
    to: user.email,
    name: user.name,
    locale: localeOf(user, ctx.locale),
    params: { email: user.email, by: ctx.viewer.name },
    url: addressOf(ctx, await portalFor(ctx, id), 'reset-password', token),
    secret: true,
  });
});

/** A new address: what was mailed to the old one opens nothing any more, and whoever reads there is told. */
onAudited('user.update', async (ctx, { id }, changes) => {
  if (!changes?.email) return;
  const user = await ctx.db.findOneByOrFail(User, { id });
  const [email, newEmail] = changes.email as [string, string];
  await replaceLinks(ctx, WAYS_IN, { userId: id });
  await ctx.query(
    sql`update email_change set cancelled_at = now() where user_id = ${id} and done_at is null and cancelled_at is null`,
  );
  await sendLetter(ctx, {
    letter: 'emailChanged',
    to: email,
    name: user.name,
    locale: localeOf(user, ctx.locale),
    params: { email, newEmail },
  });
});

/** Addresses and ways in go with the account. */
onAudited('user.delete', async (ctx, { id }) => {
  await ctx.query(sql`delete from mailed_link where user_id = ${id}`);
  await ctx.query(sql`delete from email_change where user_id = ${id}`);
});
