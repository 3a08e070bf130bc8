import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { composed } from './password.rules.js';

/** OWASP ASVS 5.0, 11.4.2: argon2id with 64 MiB and three passes. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Each takes 64 MiB and a core: more at once would only wait for one another. */
const MOST_AT_ONCE = Math.max(1, availableParallelism());
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(composed(password), COST));

let nobodysHash: Promise<string> | undefined;

/** Takes as long for somebody unknown as for somebody known. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobodysHash);
  const right = await inTurn(() => verify(against, composed(password)));
  return right && stored !== null;
}
