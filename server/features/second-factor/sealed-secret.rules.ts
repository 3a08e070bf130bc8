import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

/** A key of its own for this purpose: whoever learns it can't sign tokens, nor the other way round. */
function keyOf(serverSecret: string): Buffer {
  const known = keys.get(serverSecret) ?? Buffer.from(hkdfSync('sha256', serverSecret, '', 'prisme second-factor secrets', 32));
  keys.set(serverSecret, known);
  return known;
}

/** Encrypts what must be read again, for one owner: copied to another's row it opens no more. */
export function seal(serverSecret: string, owner: string, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(serverSecret), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws where it was changed, is another's, or was sealed with another secret. */
export function unseal(serverSecret: string, owner: string, text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv(CIPHER, keyOf(serverSecret), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
