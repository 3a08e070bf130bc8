import { dictionary } from '@zxcvbn-ts/language-common';
import { UserError } from '../../core/errors.js';
import './password.words.js';

/** OWASP ASVS 5.0, 6.2: eight at least, long ones welcome, no rule about which characters. The cap only spares the hash. */
export const PASSWORD_LENGTH = { min: 8, max: 1000 } as const;

/** Whose password it is: what everybody who knows them would try. */
export interface Owner {
  name: string;
  email: string;
}

/** A common one stays one with this much after it, such as 2026! */
const TAIL = 5;
const FEW_LETTERS = 4;
const OURS = 'prisme';

let common: ReadonlySet<string> | undefined;

/** The same characters however a keyboard composed them. */
export const composed = (password: string): string => password.normalize('NFC');

/** What is wrong with a new password, at this place of the input; nothing where it will do. */
export function passwordMistakes(password: string, owner: Owner, path: string[] = ['input', 'password']): UserError[] {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return [new UserError('TOO_SHORT', path, { min: PASSWORD_LENGTH.min })];
  if (length > PASSWORD_LENGTH.max) return [new UserError('TOO_LONG', path, { max: PASSWORD_LENGTH.max })];
  const plain = flat(password);
  if (isPersonal(plain, owner)) return [new UserError('PASSWORD_PERSONAL', path)];
  if (isCommon(plain)) return [new UserError('PASSWORD_COMMON', path)];
  return [];
}

/** Without case and accents: those who guess try every spelling. */
const flat = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function isCommon(plain: string): boolean {
  common ??= new Set(dictionary['passwords-common'] as string[]);
  if (new Set(plain).size < FEW_LETTERS || common.has(plain)) return true;
  const base = plain.replace(/[^a-z]+$/, '');
  return plain.length - base.length <= TAIL && common.has(base);
}

/** Little is left when their names, their address and ours are taken out of it. */
function isPersonal(plain: string, { name, email }: Owner): boolean {
  const [mailbox = '', domain = ''] = flat(email).split('@');
  const words = [OURS, mailbox, domain, ...`${flat(name)} ${mailbox} ${domain}`.split(/[^a-z0-9]+/)];
  const told = [...new Set(words)].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const left = told.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return left !== plain && left.replace(/[^a-z]/g, '').length < FEW_LETTERS && left.length < PASSWORD_LENGTH.min;
}
