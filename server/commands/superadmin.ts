import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isEmail } from 'class-validator';
import { audit } from '../core/audit.entity.js';
import { hashPassword } from '../features/session/password.service.js';
import { Role } from '../features/user/role.entity.js';
import { User } from '../features/user/user.entity.js';
import { UserRole } from '../features/user/user-role.entity.js';
import { command, UsageError } from './command.js';
import { askNewPassword } from './password-prompt.js';

const USAGE = `Usage: npm run superadmin -- [--random] EMAIL FIRST-NAME LAST-NAME
The password is asked for; a script gives it as SUPERADMIN_PASSWORD or on standard input. --random makes one and prints it.`;

interface Asked {
  email: string;
  name: string;
  password: string;
  /** It is nobody's yet: it has to be told. */
  random: boolean;
}

async function readArguments(): Promise<Asked> {
  const { random, positionals } = parsed();
  const [email, ...names] = positionals;
  if (!email || !isEmail(email) || names.length === 0) throw new UsageError(USAGE);
  const owner = { email: email.toLowerCase(), name: names.join(' ') };
  if (random) return { ...owner, random, password: randomBytes(15).toString('base64url') };
  const terminal = { input: process.stdin, output: process.stderr };
  return { ...owner, random, password: await askNewPassword(owner, process.env.SUPERADMIN_PASSWORD, terminal) };
}

function parsed(): { random: boolean; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ options: { random: { type: 'boolean' } }, allowPositionals: true });
    return { random: values.random ?? false, positionals };
  } catch {
    throw new UsageError(USAGE);
  }
}

/** `npm run superadmin -- EMAIL NAME`: the first account of a product that has none. */
await command(readArguments, async ({ product }, { email, name, password, random }) => {
  const passwordHash = await hashPassword(password);
  await product.database.transaction(async (db) => {
    if (await db.existsBy(User, { email })) throw new UsageError(`${email} already has an account`);
    const user = await db.save(db.create(User, { email, name, passwordHash }));
    const role = await db.findOneByOrFail(Role, { key: 'superadmin' });
    await db.insert(UserRole, { userId: user.id, roleId: role.id });
    await audit(product.system().inside(db), 'user.create', user);
  });
  process.stdout.write(random ? `${email}\n${password}\n` : `${email}\n`);
});
