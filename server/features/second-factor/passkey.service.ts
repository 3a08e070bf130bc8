import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { askPassword } from '../session/session.service.js';
import { Passkey } from './passkey.entity.js';
import { closePasskeyChallenge, openPasskeyChallenge } from './passkey-challenge.service.js';
import { passkeySite } from './passkey-site.rules.js';
import { renewRecoveryCodes } from './recovery-code.service.js';
import './second-factor.words.js';
import { secondFactorsOf, tidyFactors } from './second-factor.service.js';

const MOST = 20;
/** COSE numbers: Ed25519, ECDSA and RSA, which every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257];

/** What the browser needs to make a key, for this person on this site. */
export async function startPasskeySetup(ctx: Context, password: string): Promise<{ id: string; options: object }> {
  const user = await askPassword(ctx, password);
  const there = await ctx.db.findBy(Passkey, { userId: user.id });
  if (there.length >= MOST) throw new UserError('PASSKEYS_FULL', [], { most: MOST });
  const { id: rpID } = passkeySite(ctx.services.origin);
  const options = await generateRegistrationOptions({
    rpID,
    rpName: 'Prisme',
    userID: Uint8Array.from(Buffer.from(user.id)),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: there.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const challenge = await openPasskeyChallenge(ctx, options.challenge, { sessionId: ctx.viewer.sessionId });
  await audit(ctx, 'passkey.start', challenge);
  return { id: challenge.id, options };
}

interface NewPasskey {
  id: string;
  name: string;
  response: unknown;
}

/** Keeps the key that the browser made. With the first second factor come the recovery codes. */
export async function finishPasskeySetup(
  ctx: Context,
  { id, name, response }: NewPasskey,
): Promise<{ passkey: Passkey; recoveryCodes: string[] | null }> {
  const isExpected = await closePasskeyChallenge(ctx, id, { sessionId: ctx.viewer.sessionId });
  const made = isExpected && (await verified(ctx, response as RegistrationResponseJSON, isExpected));
  if (!made) throw new UserError('PASSKEY_REFUSED', ['input', 'response']);
  const userId = ctx.viewer.id;
  const { passkeys, totpSince } = await secondFactorsOf(ctx, userId);
  const { credential, credentialBackedUp } = made;
  const passkey = await orTaken(
    ctx.db.save(
      ctx.db.create(Passkey, {
        userId,
        name: named(name),
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: (credential.transports ?? []).slice(0, 10).map(String),
        backedUp: credentialBackedUp,
      }),
    ),
    'passkey_credential_id_key',
    ['input', 'response'],
    'PASSKEY_TAKEN',
  );
  await audit(ctx, 'passkey.add', passkey, { name: [null, passkey.name] });
  return { passkey, recoveryCodes: passkeys === 0 && !totpSince ? await renewRecoveryCodes(ctx, userId) : null };
}

async function verified(
  { services }: Context,
  response: RegistrationResponseJSON,
  expectedChallenge: (challenge: string) => boolean,
): Promise<VerifiedRegistrationResponse['registrationInfo'] | null> {
  const { id: expectedRPID, origins: expectedOrigin } = passkeySite(services.origin);
  try {
    const answer = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return answer.registrationInfo ?? null;
  } catch {
    return null; // The library throws at whatever is not as it should be; a browser of good will never sends such.
  }
}

export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }): Promise<Passkey> {
  const passkey = await locked(ctx, id);
  const before = passkey.name;
  passkey.name = named(name);
  await ctx.db.save(passkey);
  await audit(ctx, 'passkey.rename', passkey, { name: [before, passkey.name] });
  return passkey;
}

export async function removePasskey(ctx: Context, { id, password }: { id: string; password: string }): Promise<void> {
  const passkey = await locked(ctx, id);
  await askPassword(ctx, password);
  await ctx.db.delete(Passkey, { id });
  await tidyFactors(ctx, ctx.viewer.id);
  await audit(ctx, 'passkey.remove', passkey, { name: [passkey.name, null] });
}

async function locked(ctx: Context, id: string): Promise<Passkey> {
  const passkey = await lockVisible(ctx, Passkey, id);
  if (!passkey) throw notFound();
  return passkey;
}

function named(name: string): string {
  const given = tidy(name);
  if (!given) throw new UserError('BLANK', ['input', 'name']);
  return given;
}
