import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { isEmail } from 'class-validator';
import { audit } from '../core/audit.entity.js';
import { hashPassword } from '../features/session/password.service.js';
import { Role } from '../features/user/role.entity.js';
import { User } from '../features/user/user.entity.js';
import { UserRole } from '../features/user/user-role.entity.js';
import { command, UsageError } from './command.js';

function readArguments(): { email: string; name: string } {
  const [email, ...name] = process.argv.slice(2);
  if (!email || !isEmail(email) || name.length === 0)
    throw new UsageError('Usage: npm run superadmin -- EMAIL FIRST-NAME LAST-NAME');
  return { email: email.toLowerCase(), name: name.join(' ') };
}

/** `npm run superadmin -- EMAIL NAME`: the first account of a product that has none. Its password is printed once. */
await command(readArguments, async ({ product }, { email, name }) => {
  const password = randomBytes(15).toString('base64url');
  const passwordHash = await hashPassword(password);
  await product.database.transaction(async (db) => {
    if (await db.existsBy(User, { email })) throw new UsageError(`${email} already has an account`);
    const user = await db.save(db.create(User, { email, name, passwordHash }));
    const role = await db.findOneByOrFail(Role, { key: 'superadmin' });
    await db.insert(UserRole, { userId: user.id, roleId: role.id });
    await audit(product.system().inside(db), 'user.create', user);
  });
  process.stdout.write(`${email}\n${password}\n`);
});
