import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { settingsOf } from '../setting/setting.service.js';
import { beginSignIn, type SignIn } from '../sign-in/sign-in.service.js';
import { Reach } from '../user/role.entity.js';
import { User, UserStatus } from '../user/user.entity.js';
import './account.words.js';
import { addressOf, sendLetter } from './letter.service.js';
import { LinkPurpose, LinkState } from './mailed-link.entity.js';
import { auditBy, brokenLink, consumeLink, makeLink } from './mailed-link.service.js';
import { type Asked, askedBy, localeOf } from './password.service.js';

/** For clients: whoever is also something else signs in with all they may do, so not by a mail alone. */
async function isOnlyClient(ctx: Context, userId: string): Promise<boolean> {
  const [{ only }] = await ctx.query<{ only: boolean | null }>(sql`
    select bool_and(role.reach = ${Reach.CLIENT}) as only from user_role given join role on role.id = given.role_id
    where given.user_id = ${userId}`);
  return only === true;
}

/** Whether there is such an account is found out after the answer. */
const sendMagicLink = defineJob<Asked>({
  name: 'account.magicLink',
  work: ({ email, locale }, world) =>
    world.system().db.transaction(async (db) => {
      const ctx = world.system().inside(db);
      const user = await db.findOneBy(User, { email });
      if (user?.status !== UserStatus.ACTIVE || !(await isOnlyClient(ctx, user.id))) return;
      const url = addressOf(ctx, 'client', 'sign-in-link', await makeLink(ctx, LinkPurpose.SIGN_IN, { userId: user.id }));
      await sendLetter(ctx, { letter: 'signIn', to: email, name: user.name, locale: localeOf(user, locale), url, secret: true });
      await auditBy(ctx, user.id, 'account.requestMagicLink', user);
    }),
});

export async function requestMagicLink(ctx: Context, email: string): Promise<void> {
  await refuseClosed(ctx);
  await enqueue(ctx, sendMagicLink, askedBy(ctx, email));
  ctx.audited = true; // The job knows whether there is an account, and writes it down there.
}

async function refuseClosed(ctx: Context): Promise<void> {
  if (!(await settingsOf(ctx)).magicLink) throw new UserError('MAGIC_LINK_CLOSED');
}

/** The second factor is asked for as with a password. */
export async function signInWithMagicLink(ctx: Context, token: string): Promise<SignIn> {
  await refuseClosed(ctx);
  const link = await consumeLink(ctx, [LinkPurpose.SIGN_IN], token);
  const user = await ctx.db.findOneByOrFail(User, { id: link.userId ?? '' });
  // What was given to them since the mail counts too.
  if (user.status !== UserStatus.ACTIVE || !(await isOnlyClient(ctx, user.id))) throw brokenLink(LinkState.REPLACED);
  return beginSignIn(ctx, user, 'MAGIC_LINK');
}
