import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

const ISSUER = 'prisme';
const AUDIENCE = 'prisme-api';
const TYPE = 'at+jwt';

/** Seconds. Short: what was taken from somebody counts from the next request, this only bounds a stolen token. */
export const ACCESS_SECONDS = 10 * 60;

const keys = new Map<string, KeyObject>();

/** Given as text, jsonwebtoken would first try each time whether the secret is a public key. */
function keyOf(secret: string): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  keys.set(secret, known);
  return known;
}

/** A token that says which session this is, and nothing about what it may do. */
export const signAccessToken = (
  secret: string,
  { userId, sessionId }: { userId: string; sessionId: string },
  seconds = ACCESS_SECONDS,
): string =>
  jwt.sign({ sid: sessionId }, keyOf(secret), {
    algorithm: 'HS256',
    subject: userId,
    issuer: ISSUER,
    audience: AUDIENCE,
    expiresIn: seconds,
    header: { alg: 'HS256', typ: TYPE },
  });

/** What a token of ours says; null for any other, an expired one, or one made for something else. */
export function readAccessToken(secret: string, token: string): { userId: string; sessionId: string } | null {
  try {
    const { header, payload } = jwt.verify(token, keyOf(secret), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      complete: true,
    });
    if (header.typ !== TYPE || typeof payload === 'string' || !payload.exp || !payload.sub || typeof payload.sid !== 'string')
      return null;
    return { userId: payload.sub, sessionId: payload.sid };
  } catch {
    return null;
  }
}

export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** The token is random already, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
