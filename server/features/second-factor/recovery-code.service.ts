import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { asPerson } from '../../core/database/row-security.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { askPassword } from '../session/session.service.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { hashRecoveryCode, newRecoveryCode } from './recovery-code.rules.js';
import './second-factor.words.js';
import { methodsOf, secondFactorsOf } from './second-factor.service.js';

const CODES = 10;

/** Ten new ones in the place of all before. They are answered this once: afterwards nobody can read them. */
export async function renewRecoveryCodes(ctx: Context, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newRecoveryCode);
  await asPerson(ctx, userId);
  await ctx.db.delete(RecoveryCode, { userId });
  await ctx.db.insert(
    RecoveryCode,
    codes.map((code) => ({ userId, hash: hashRecoveryCode(code) })),
  );
  return codes;
}

/** Uses a code up. Of any number of processes that do so at once with the same code, one is told true. */
export async function consumeRecoveryCode(ctx: Context, userId: string, typed: string): Promise<boolean> {
  await asPerson(ctx, userId);
  const used = await ctx.query(sql`
    update recovery_code set used_at = now()
    where user_id = ${userId} and hash = ${hashRecoveryCode(typed)} and used_at is null returning id`);
  return used.length === 1;
}

/** For whoever has a second factor: the password once more, and ten new codes. */
export async function regenerateRecoveryCodes(ctx: Context, password: string): Promise<string[]> {
  const user = await askPassword(ctx, password);
  if (methodsOf(await secondFactorsOf(ctx, user.id)).length === 0) throw new UserError('NO_SECOND_FACTOR');
  await audit(ctx, 'recoveryCode.renew', user);
  return renewRecoveryCodes(ctx, user.id);
}
