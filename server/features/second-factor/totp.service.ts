import { Secret, TOTP } from 'otpauth';
import { IsNull, Not } from 'typeorm';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { askPassword } from '../session/session.service.js';
import { auditAs } from '../session/session-begin.service.js';
import type { User } from '../user/user.entity.js';
import { consumeRecoveryCode, renewRecoveryCodes } from './recovery-code.service.js';
import { seal, unseal } from './sealed-secret.rules.js';
import './second-factor.words.js';
import { tidyFactors } from './second-factor.service.js';
import { Totp } from './totp.entity.js';

const SECRET_BYTES = 20;
const SET_UP_MINUTES = 15;
const ISSUER = 'Prisme';
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after now: a clock may be half a minute wrong. */
const WINDOW = 1;

/** A new secret, worth nothing until a code of it comes back. One begun before is forgotten. */
export async function startTotp(ctx: Context, password: string): Promise<{ secret: string; uri: string }> {
  const user = await askPassword(ctx, password);
  const userId = user.id;
  await asPerson(ctx, userId);
  if (await ctx.db.existsBy(Totp, { userId, confirmedAt: Not(IsNull()) })) throw new UserError('TOTP_THERE');
  const secret = new Secret({ size: SECRET_BYTES });
  await ctx.query(sql`
    insert into totp (user_id, secret) values (${userId}, ${seal(ctx.services.secret, userId, secret.base32)})
    on conflict (user_id) do update set secret = excluded.secret, created_at = now(), last_step = 0 where totp.confirmed_at is null`);
  const totp = await ctx.db.findOneByOrFail(Totp, { userId });
  await audit(ctx, 'totp.start', totp);
  return { secret: secret.base32, uri: new TOTP({ ...SHAPE, issuer: ISSUER, label: user.email, secret }).toString() };
}

/** The app has the secret: from now on it is asked for. Answers the recovery codes. */
export async function confirmTotp(ctx: Context, code: string): Promise<string[]> {
  const userId = ctx.viewer.id;
  await asPerson(ctx, userId);
  const [totp] = await ctx.query<{ id: string }>(sql`
    select id from totp where user_id = ${userId} and confirmed_at is null
      and created_at > now() - make_interval(mins => ${SET_UP_MINUTES}) for update`);
  if (!totp) throw new UserError('TOTP_NOT_STARTED');
  if (!(await consumeTotp(ctx, userId, code, { confirmed: false }))) throw new UserError('WRONG_CODE', ['input', 'code']);
  await ctx.query(sql`update totp set confirmed_at = now() where id = ${totp.id}`);
  await audit(ctx, 'totp.add', Object.assign(new Totp(), totp));
  return renewRecoveryCodes(ctx, userId);
}

/** Takes the app away: the password once more, and a code of it or a recovery code. */
export async function removeTotp(ctx: Context, { password, code }: { password: string; code: string }): Promise<void> {
  const user = await askPassword(ctx, password);
  const userId = user.id;
  await asPerson(ctx, userId);
  const totp = await ctx.db.findOneBy(Totp, { userId, confirmedAt: Not(IsNull()) });
  if (!totp) throw new UserError('TOTP_NOT_THERE');
  if (!(await consumeCode(ctx, user, code))) throw new UserError('WRONG_CODE', ['input', 'code']);
  await ctx.db.delete(Totp, { id: totp.id });
  await tidyFactors(ctx, userId);
  await audit(ctx, 'totp.remove', totp);
}

/** Uses up a code of the app or a recovery code, whichever it looks like; answers which it was, null where it was neither. */
export async function consumeCode(ctx: Context, user: User, code: string): Promise<'TOTP' | 'RECOVERY_CODE' | null> {
  if (/^\d{6}$/.test(code.replace(/\s/g, '')))
    return (await consumeTotp(ctx, user.id, code, { confirmed: true })) ? 'TOTP' : null;
  if (!(await consumeRecoveryCode(ctx, user.id, code))) return null;
  await auditAs(ctx, user.id, 'recoveryCode.use', user);
  return 'RECOVERY_CODE';
}

/** Whether it is a code of now or next to it. Its step is written in one statement, so of any number at once one is told true. */
async function consumeTotp(ctx: Context, userId: string, code: string, { confirmed }: { confirmed: boolean }): Promise<boolean> {
  await asPerson(ctx, userId);
  const found = await ctx.db.findOneBy(Totp, { userId });
  if (!found || (found.confirmedAt !== null) !== confirmed) return false;
  const secret = Secret.fromBase32(unseal(ctx.services.secret, userId, found.secret));
  const totp = new TOTP({ ...SHAPE, secret });
  const timestamp = Date.now();
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp, window: WINDOW });
  if (delta === null) return false;
  const step = totp.counter({ timestamp }) + delta;
  const used = await ctx.query(sql`
    update totp set last_step = ${step} where user_id = ${userId} and secret = ${found.secret} and last_step < ${step} returning id`);
  return used.length === 1;
}
