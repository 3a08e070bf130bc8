import { onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { aboutPerson, asPerson } from '../../core/database/row-security.js';
import { sql } from '../../core/sql.js';
import { RecoveryCode } from './recovery-code.entity.js';

export interface SecondFactors {
  /** When the authenticator app was confirmed; null without one. */
  totpSince: Date | null;
  passkeys: number;
  recoveryCodesLeft: number;
}

export async function secondFactorsOf(ctx: Context, userId: string): Promise<SecondFactors> {
  const theirs = sql`json_build_object(
    'totpSince', (select confirmed_at from totp where user_id = ${userId}),
    'passkeys', (select count(*) from passkey where user_id = ${userId}),
    'recoveryCodesLeft', (select count(*) from recovery_code where user_id = ${userId} and used_at is null))`;
  const [{ found }] = await ctx.query<{ found: Omit<SecondFactors, 'totpSince'> & { totpSince: string | null } }>(
    sql`select ${aboutPerson(userId, theirs)} as found`,
  );
  return { ...found, totpSince: found.totpSince === null ? null : new Date(found.totpSince) };
}

/** How somebody may prove a second time that it is them; none where they have set nothing up. */
export function methodsOf({ totpSince, passkeys, recoveryCodesLeft }: SecondFactors): string[] {
  if (!totpSince && passkeys === 0) return [];
  return [
    ...(totpSince ? ['TOTP'] : []),
    ...(passkeys > 0 ? ['PASSKEY'] : []),
    ...(recoveryCodesLeft > 0 ? ['RECOVERY_CODE'] : []),
  ];
}

/** After one was taken away: with the last go the codes to do without it, and the browsers that were spared it. */
export async function tidyFactors(ctx: Context, userId: string): Promise<void> {
  if (methodsOf(await secondFactorsOf(ctx, userId)).length > 0) return;
  await asPerson(ctx, userId);
  await ctx.db.delete(RecoveryCode, { userId });
  await ctx.query(sql`update device set remembered_until = null where user_id = ${userId}`);
}

/** What somebody proves themselves with goes with their account, and so do their browsers. */
onAudited('user.delete', async (ctx, { id }) => {
  await asPerson(ctx, id);
  for (const table of [sql`totp`, sql`recovery_code`, sql`passkey`, sql`device`])
    await ctx.query(sql`delete from ${table} where user_id = ${id}`);
});
