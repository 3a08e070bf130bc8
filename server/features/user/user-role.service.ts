import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { lockManaged, refuseLastSuperadmin } from './acting.service.js';
import { mayGive, SUPERADMIN } from './rank.rules.js';
import type { Role } from './role.entity.js';
import type { User } from './user.entity.js';
import { UserRole } from './user-role.entity.js';
import './user.words.js';

type Given = Pick<Role, 'id' | 'key' | 'rank'>;

/** The roles of these keys, each of which the viewer may give. */
export async function rolesToGive(ctx: Context, keys: readonly string[]): Promise<Given[]> {
  const wanted = [...new Set(keys)];
  const roles = await ctx.query<Given>(
    sql`select id, key, rank from role where key = any(${wanted}::text[]) order by rank desc for share`,
  );
  if (wanted.length === 0) throw new UserError('NO_ROLE', ['input', 'roleKeys']);
  if (roles.length < wanted.length) throw new UserError('UNKNOWN_ROLE', ['input', 'roleKeys']);
  refuseAbove(ctx, roles);
  return roles;
}

function refuseAbove(ctx: Context, roles: readonly Given[]): void {
  refuseIfAny(roles.some((role) => !mayGive(ctx.viewer, role)) ? [new UserError('ROLE_ABOVE_YOURS', ['input', 'roleKeys'])] : []);
}

export async function giveRoles(ctx: Context, userId: string, roles: readonly Given[]): Promise<void> {
  for (const { id: roleId } of roles) await ctx.db.insert(UserRole, { userId, roleId });
}

const rolesOf = (ctx: Context, userId: string): Promise<Given[]> =>
  ctx.query<Given>(sql`
    select role.id, role.key, role.rank from role join user_role given on given.role_id = role.id
    where given.user_id = ${userId} order by role.rank desc`);

/** Exactly these from now on. Their sessions end where anything changes: they sign in again as who they are now. */
export async function assignRoles(ctx: Context, id: string, keys: readonly string[]): Promise<User> {
  const user = await lockManaged(ctx, id, 'assignRoles');
  const held = await rolesOf(ctx, id);
  const taken = held.filter(({ key }) => !keys.includes(key));
  const isDemotion = taken.some(({ key }) => key === SUPERADMIN);
  if (isDemotion && id === ctx.viewer.id) throw new UserError('OWN_ACCOUNT', ['input', 'roleKeys']);
  if (isDemotion) await refuseLastSuperadmin(ctx, id);
  refuseAbove(ctx, taken);
  const wanted = await rolesToGive(ctx, keys);
  const added = wanted.filter(({ key }) => !held.some((role) => role.key === key));
  for (const { id: roleId } of taken) await ctx.db.delete(UserRole, { userId: id, roleId });
  await giveRoles(ctx, id, added);
  const names = (roles: readonly Given[]) => roles.map(({ key }) => key);
  const isSame = added.length + taken.length === 0;
  await audit(ctx, 'user.assignRoles', user, isSame ? null : { roleKeys: [names(held), names(wanted)] });
  return user;
}

/** One more, beside those they have. */
export async function assignRole(ctx: Context, id: string, key: string): Promise<User> {
  const user = await lockManaged(ctx, id, 'assignRoles');
  return assignRoles(ctx, id, [...(await rolesOf(ctx, user.id)).map((role) => role.key), key]);
}
