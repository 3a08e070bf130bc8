import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../server/features/session/password.service.js';
import { Session } from '../../server/features/session/session.entity.js';
import { signAccessToken } from '../../server/features/session/token.service.js';
import { Role } from '../../server/features/user/role.entity.js';
import { User } from '../../server/features/user/user.entity.js';
import { UserRole } from '../../server/features/user/user-role.entity.js';
import type { Asker, TestServer } from './server.js';

export const PASSWORD = 'correct horse battery';
let hashed: Promise<string> | undefined;

export interface TestPerson extends Asker {
  id: string;
  email: string;
  name: string;
}

/** A person with these roles and a session of theirs. Signing in itself is tested where sessions are. */
export async function person(
  server: Pick<TestServer, 'database' | 'config'>,
  roleKeys: string | string[],
  name = `Test ${randomUUID().slice(0, 8)}`,
): Promise<TestPerson> {
  const { manager: db } = server.database;
  hashed ??= hashPassword(PASSWORD);
  const email = `${randomUUID()}@test.example`;
  const user = await db.save(db.create(User, { name, email, passwordHash: await hashed }));
  for (const key of [roleKeys].flat()) {
    const role = await db.findOneByOrFail(Role, { key });
    await db.insert(UserRole, { userId: user.id, roleId: role.id });
  }
  return { id: user.id, email, name, token: await tokenFor(server, user.id) };
}

/** The demo account of a role, with a session of its own. */
export async function asDemo(server: Pick<TestServer, 'database' | 'config'>, role: string): Promise<TestPerson> {
  const user = await server.database.manager.findOneByOrFail(User, { email: `${role}@prisme.demo` });
  return { id: user.id, email: user.email, name: user.name, portal: role, token: await tokenFor(server, user.id) };
}

async function tokenFor({ database, config }: Pick<TestServer, 'database' | 'config'>, userId: string): Promise<string> {
  const session = await database.transaction(async (db) => {
    await db.query(`select set_config('prisme.person', $1, true)`, [userId]);
    return db.save(db.create(Session, { userId, refreshHash: randomUUID(), expiresAt: new Date(Date.now() + 86_400_000) }));
  });
  return signAccessToken(config.secret, { userId, sessionId: session.id });
}
