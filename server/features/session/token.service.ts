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

interface Claims {
  userId: string;
  sessionId: string;
  /** Seconds since 1970. */
  expires: number;
}

/** Tokens whose signature was checked, by secret: a page asks ten times with the same one. */
const checked = new Map<string, Map<string, Claims>>();
const MOST_CHECKED = 1_000;

/** What a token of ours says; null for any other, an expired one, or one made for something else. */
export function readAccessToken(secret: string, token: string): Claims | null {
  const known = checked.get(secret) ?? new Map<string, Claims>();
  checked.set(secret, known);
  const before = known.get(token);
  if (before) return before.expires > Math.floor(Date.now() / 1000) ? before : null;
  const claims = verified(secret, token);
  if (!claims) return null;
  if (known.size >= MOST_CHECKED) known.clear();
  known.set(token, claims);
  return claims;
}

function verified(secret: string, token: string): Claims | null {
  try {
    const { header, payload } = jwt.verify(token, keyOf(secret), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      complete: true,
    });
    if (header.typ !== TYPE || typeof payload === 'string' || !payload.exp || !payload.sub || typeof payload.sid !== 'string')
      return null;
    return { userId: payload.sub, sessionId: payload.sid, expires: payload.exp };
  } catch {
    return null;
  }
}

export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

/** The token is random already, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
