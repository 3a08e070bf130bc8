import { isUUID } from 'class-validator';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { hashToken } from '../session/token.service.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';

const MINUTES = 5;

/** Whom the answer must come from: a session, a sign-in that waits, or anybody. */
interface For {
  sessionId?: string | null;
  signInChallengeId?: string | null;
}

export async function openPasskeyChallenge(
  ctx: Context,
  challenge: string,
  { sessionId = null, signInChallengeId = null }: For,
): Promise<PasskeyChallenge> {
  // Each visit of a sign-in page opens one, and most are never answered.
  await ctx.query(sql`delete from passkey_challenge where expires_at < now()`);
  const expiresAt = new Date(Date.now() + MINUTES * 60_000);
  return ctx.db.save(ctx.db.create(PasskeyChallenge, { hash: hashToken(challenge), sessionId, signInChallengeId, expiresAt }));
}

/** Takes it away, whatever comes of it, and answers how to know it; null where it was for somebody else, is over or never was. */
export async function closePasskeyChallenge(
  ctx: Context,
  id: string,
  { sessionId = null, signInChallengeId = null }: For,
): Promise<((challenge: string) => boolean) | null> {
  if (!isUUID(id)) return null;
  const [found] = await ctx.query<{ hash: string }>(sql`
    delete from passkey_challenge where id = ${id} and expires_at > now()
      and session_id is not distinct from ${sessionId}::uuid
      and sign_in_challenge_id is not distinct from ${signInChallengeId}::uuid returning hash`);
  return found ? (challenge) => hashToken(challenge) === found.hash : null;
}
