import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { Membership } from '../membership/membership.entity.js';
import { lockManaged, refuseLastSuperadmin, refuseOneself } from './acting.service.js';
import { type User, UserStatus } from './user.entity.js';
import { RememberedAs } from './user.input.js';
import { UserRole } from './user-role.entity.js';
import './user.words.js';

/** At once, on every connection of theirs: whoever hears of it ends their sessions. */
export async function suspendUser(ctx: Context, id: string): Promise<User> {
  refuseOneself(ctx, id);
  const user = await lockManaged(ctx, id, 'suspend');
  await refuseLastSuperadmin(ctx, id);
  return withStatus(ctx, user, UserStatus.SUSPENDED, 'user.suspend');
}

export async function reactivateUser(ctx: Context, id: string): Promise<User> {
  const user = await lockManaged(ctx, id, 'reactivate');
  return withStatus(ctx, user, UserStatus.ACTIVE, 'user.reactivate');
}

async function withStatus(ctx: Context, user: User, status: UserStatus, action: string): Promise<User> {
  const before = user.status;
  user.status = status;
  await ctx.query(sql`update "user" set status = ${status} where id = ${user.id}`);
  await audit(ctx, action, user, before === status ? null : { status: [before, status] });
  return user;
}

/**
 * The account goes for good; the row stays, because what they did points to it. Everything personal is emptied, the address is
 * free again, and nobody can sign in.
 */
export async function deleteUser(ctx: Context, id: string, rememberedAs: RememberedAs): Promise<User> {
  refuseOneself(ctx, id);
  const user = await lockManaged(ctx, id, 'delete');
  await refuseLastSuperadmin(ctx, id);
  return emptyAccount(ctx, user, rememberedAs === RememberedAs.NAME ? user.name : pseudonymOf(user));
}

export const pseudonymOf = ({ id }: Pick<User, 'id'>): string =>
  say('FORMER_ACCOUNT', 'fr', { mark: id.slice(-6).toUpperCase() });

/** Whoever does it has seen that it may be done. */
export async function emptyAccount(ctx: Context, user: User, rememberedAs: string): Promise<User> {
  const { id, status: before } = user;
  const gone: Partial<User> = {
    status: UserStatus.DELETED,
    name: rememberedAs,
    // Nobody's: no mail server answers for .invalid (RFC 2606).
    email: `${id}@deleted.invalid`,
    phone: null,
    locale: null,
    passwordHash: null,
    lastLoginAt: null,
  };
  Object.assign(user, gone);
  await ctx.db.save(user);
  await ctx.db.delete(UserRole, { userId: id });
  await ctx.db.delete(Membership, { userId: id });
  await audit(ctx, 'user.delete', user, { status: [before, UserStatus.DELETED] });
  return user;
}
