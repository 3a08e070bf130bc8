import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createApp } from '#server/app.js';
import { readConfig } from '#server/config.js';
import { Session } from '#server/features/session/session.entity.js';
import { signAccessToken } from '#server/features/session/token.service.js';
import { Role } from '#server/features/user/role.entity.js';
import { User } from '#server/features/user/user.entity.js';
import { UserRole } from '#server/features/user/user-role.entity.js';
import { createLogger } from '#server/logger.js';
import { openProduct } from '#server/product.js';
import { buildSchema } from '#server/schema.js';

const [, , databaseUrl, port, dataDir] = process.argv;

/** The product's own server, as it runs in production, and somebody signed in to ask it. */
// One person asks all of it.
const config = readConfig({ DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'fatal', JOBS: 'false', RATE_LIMITS: 'query.viewer=off' });
const product = await openProduct(config, databaseUrl, createLogger('fatal'));
const { manager: db } = product.database;
const user = await db.save(db.create(User, { name: 'Bench', email: `${randomUUID()}@bench.example` }));
// Signed in without a second factor.
await db.query(`insert into setting (key, value) values ('secondFactor', '"OPTIONAL"') on conflict do nothing`);
const role = await db.findOneByOrFail(Role, { key: 'superadmin' });
await db.insert(UserRole, { userId: user.id, roleId: role.id });
const session = await db.transaction(async (held) => {
  await held.query(`select set_config('prisme.person', $1, true)`, [user.id]);
  return held.save(
    held.create(Session, { userId: user.id, refreshHash: randomUUID(), expiresAt: new Date(Date.now() + 86_400_000) }),
  );
});
const app = await createApp(buildSchema(), product.world);
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.send?.(signAccessToken(config.secret, { userId: user.id, sessionId: session.id }));
