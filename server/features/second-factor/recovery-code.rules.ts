import { createHash, randomBytes } from 'node:crypto';

/** Crockford's: no letter that could be read as a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 × 5 bits: over the 112 from which OWASP ASVS 5.0, 6.5.2, is content with a plain hash. */
const LENGTH = 24;

/** Such as 7K3M-…: six groups of four. */
export function newRecoveryCode(): string {
  const code = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte & 31]).join('');
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** However it was typed: small letters, blanks, an O for a zero. */
export const hashRecoveryCode = (typed: string): string =>
  createHash('sha256')
    .update(
      typed
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .digest('base64url');
