import { auditRefusal } from '../../core/audit.entity.js';
import { type Context, soughtOf } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { askPasskey, provenPasskey, type Waiting } from '../second-factor/passkey-proof.service.js';
import { consumeCode } from '../second-factor/totp.service.js';
import { hashToken } from '../session/token.service.js';
import { User, UserStatus } from '../user/user.entity.js';
import { type SignIn, startSession } from './sign-in.service.js';
import { SignInChallenge } from './sign-in-challenge.entity.js';

const MOST_ATTEMPTS = 5;

/** A code of the authenticator app, or a recovery code, for the sign-in that waits for it. */
export async function verifyCode(
  ctx: Context,
  { challengeId, code, rememberDevice }: { challengeId: string; code: string; rememberDevice: boolean },
): Promise<SignIn> {
  const { challenge, user } = await waitingSignIn(ctx, challengeId);
  const by = await consumeCode(ctx, user, code);
  if (by) return met(ctx, challenge, user, by, rememberDevice);
  return failed(ctx, challenge, new UserError('WRONG_CODE', ['input', 'code']));
}

/** What a passkey is to sign: after a password for the sign-in that waits, else on its own. */
export async function startPasskeySignIn(ctx: Context, challengeId: string | null): Promise<{ id: string; options: object }> {
  const waiting = challengeId === null ? null : (await waitingSignIn(ctx, challengeId)).challenge;
  ctx.audited = true; // Nothing has happened yet; what comes of it is worth an entry.
  return askPasskey(ctx, waiting);
}

interface Signed {
  id: string;
  response: unknown;
  challengeId: string | null;
  rememberDevice: boolean;
}

/** A passkey has verified its owner by finger, face or PIN: on its own it is two factors already. */
export async function finishPasskeySignIn(ctx: Context, { id, response, challengeId, rememberDevice }: Signed): Promise<SignIn> {
  const waiting = challengeId === null ? null : await waitingSignIn(ctx, challengeId);
  const passkey = await provenPasskey(ctx, id, response, waiting && (waiting.challenge satisfies Waiting));
  const user = passkey && (await ctx.db.findOneByOrFail(User, { id: passkey.userId }));
  if (user?.status === UserStatus.ACTIVE)
    return waiting
      ? met(ctx, waiting.challenge, user, 'PASSKEY', rememberDevice)
      : { session: await startSession(ctx, user, { method: 'PASSKEY' }) };
  const error = new UserError('PASSKEY_REFUSED', ['input', 'response']);
  if (waiting) return failed(ctx, waiting.challenge, error);
  auditRefusal(ctx, 'session.start', user ? 'SUSPENDED' : 'WRONG_PASSKEY', user && soughtOf(user));
  ctx.audited = true; // What was asked to be signed is used up all the same.
  return { refused: error };
}

/** The sign-in with this token, locked; thrown out where it is over, was used, was tried too often or never was. */
async function waitingSignIn(ctx: Context, token: string): Promise<{ challenge: SignInChallenge; user: User }> {
  const [found] = await ctx.query<{ id: string }>(sql`
    select id from sign_in_challenge
    where hash = ${hashToken(token)} and used_at is null and expires_at > now() and attempts < ${MOST_ATTEMPTS} for update`);
  const challenge = found && (await ctx.db.findOneByOrFail(SignInChallenge, { id: found.id }));
  const user = challenge && (await ctx.db.findOneBy(User, { id: challenge.userId, status: UserStatus.ACTIVE }));
  if (!user) throw new UserError('CHALLENGE_OVER', ['input', 'challengeId']);
  return { challenge, user };
}

async function met(ctx: Context, challenge: SignInChallenge, user: User, by: string, remember: boolean): Promise<SignIn> {
  await ctx.query(sql`update sign_in_challenge set used_at = now() where id = ${challenge.id}`);
  return { session: await startSession(ctx, user, { method: `${challenge.method} ${by}`, remember }) };
}

/** Answered, not thrown: that it was tried is to be kept. */
async function failed(ctx: Context, challenge: SignInChallenge, error: UserError): Promise<SignIn> {
  await ctx.query(sql`update sign_in_challenge set attempts = attempts + 1 where id = ${challenge.id}`);
  auditRefusal(ctx, 'session.start', error.code, { type: User.name, id: challenge.userId });
  ctx.audited = true;
  return { refused: error };
}
