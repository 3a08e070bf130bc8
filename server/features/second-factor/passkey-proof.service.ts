import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Passkey } from './passkey.entity.js';
import { closePasskeyChallenge, openPasskeyChallenge } from './passkey-challenge.service.js';
import { passkeySite } from './passkey-site.rules.js';

/** The sign-in that waits for a passkey after a password, and whose it is; null to sign in with the passkey alone. */
export type Waiting = { id: string; userId: string } | null;

/** What the browser asks a key to sign: one of theirs after a password, else any that it has for this site. */
export async function askPasskey(ctx: Context, waiting: Waiting): Promise<{ id: string; options: object }> {
  const theirs = waiting ? await ctx.db.findBy(Passkey, { userId: waiting.userId }) : [];
  const options = await generateAuthenticationOptions({
    rpID: passkeySite(ctx.services.origin).id,
    userVerification: 'required',
    allowCredentials: theirs.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  const { id } = await openPasskeyChallenge(ctx, options.challenge, { signInChallengeId: waiting?.id });
  return { id, options };
}

/** The passkey that signed, and so whose sign-in it is; null where nothing is proven. */
export async function provenPasskey(ctx: Context, id: string, response: unknown, waiting: Waiting): Promise<Passkey | null> {
  const isExpected = await closePasskeyChallenge(ctx, id, { signInChallengeId: waiting?.id });
  const answer = response as AuthenticationResponseJSON | null;
  if (!isExpected || typeof answer?.id !== 'string') return null;
  const passkey = await ctx.db.findOneBy(Passkey, { credentialId: answer.id });
  if (!passkey || (waiting && passkey.userId !== waiting.userId)) return null;
  // A key that says whose it is must say the truth; alone, it must say so.
  const says = answer.response?.userHandle;
  const handle = Buffer.from(passkey.userId).toString('base64url');
  if (says ? says !== handle : !waiting) return null;
  const proof = await verified(ctx, answer, passkey, isExpected);
  if (!proof) return null;
  // A counter that stands still or goes back is a copy's; those of synced keys are always zero.
  const used = await ctx.query(sql`
    update passkey set counter = ${proof.newCounter}, backed_up = ${proof.credentialBackedUp}, last_used_at = now()
    where id = ${passkey.id} and (counter < ${proof.newCounter} or (counter = 0 and ${proof.newCounter}::bigint = 0)) returning id`);
  return used.length === 1 ? passkey : null;
}

async function verified(
  { services }: Context,
  response: AuthenticationResponseJSON,
  { credentialId, publicKey, counter, transports }: Passkey,
  expectedChallenge: (challenge: string) => boolean,
) {
  const { id: expectedRPID, origins: expectedOrigin } = passkeySite(services.origin);
  const credential = { id: credentialId, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter, transports };
  try {
    const answer = await verifyAuthenticationResponse({ response, expectedChallenge, expectedOrigin, expectedRPID, credential });
    return answer.verified ? answer.authenticationInfo : null;
  } catch {
    return null; // The library throws at whatever is not as it should be.
  }
}
