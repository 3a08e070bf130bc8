import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { lockActing } from './acting.service.js';
import { isPermission } from './permission.words.js';
import { mayGivePermission, neededBySuperadmins, SUPERADMIN } from './rank.rules.js';
import { Role } from './role.entity.js';
import type { CreateRoleInput, UpdateRoleInput } from './role.input.js';
import './user.words.js';

const KEY = /^[a-z][a-z0-9-]{1,39}$/;

export async function createRole(ctx: Context, input: CreateRoleInput): Promise<Role> {
  await lockActing(ctx);
  const key = input.key.trim();
  const permissions = sorted(input.permissions);
  refuseIfAny([
    ...(KEY.test(key) ? [] : [new UserError('INVALID_ROLE_KEY', ['input', 'key'])]),
    ...wrongName(input.name),
    ...wrongRank(ctx, input.rank),
    ...wrongPermissions(ctx, permissions),
  ]);
  const { reach, rank } = input;
  const role = await orTaken(
    ctx.db.save(ctx.db.create(Role, { key, name: input.name.trim(), reach, rank, permissions })),
    'role_key_key',
    ['input', 'key'],
    'ROLE_KEY_TAKEN',
  );
  await audit(ctx, 'role.create', role, changesOf({} as Role, { key, name: role.name, reach, rank, permissions }));
  return role;
}

export async function updateRole(ctx: Context, { id, name, reach, rank, permissions }: UpdateRoleInput): Promise<Role> {
  await lockActing(ctx);
  const role = await lockVisible(ctx, Role, id);
  authorize(ctx, 'update', role);
  const fields: Partial<Role> = {
    name: name == null ? undefined : name.trim(),
    reach: reach ?? undefined,
    rank: rank ?? undefined,
    permissions: permissions == null ? undefined : sorted(permissions),
  };
  const fixed = (['reach', 'rank'] as const).filter(
    (field) => role.builtIn && fields[field] !== undefined && fields[field] !== role[field],
  );
  const added = fields.permissions?.filter((permission) => !role.permissions.includes(permission)) ?? [];
  const missing = neededBySuperadmins.filter((permission) => fields.permissions && !fields.permissions.includes(permission));
  refuseIfAny([
    ...(fields.name === undefined ? [] : wrongName(fields.name)),
    ...fixed.map((field) => new UserError('ROLE_BUILT_IN', ['input', field])),
    ...(fields.rank === undefined || role.builtIn ? [] : wrongRank(ctx, fields.rank)),
    ...wrongPermissions(ctx, added),
    ...(role.key === SUPERADMIN ? missing.slice(0, 1).map((permission) => atPermissions('PERMISSION_NEEDED', permission)) : []),
  ]);
  const changes = changesOf(role, fields);
  await ctx.db.save(Object.assign(role, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))));
  await audit(ctx, 'role.update', role, changes);
  return role;
}

export async function deleteRole(ctx: Context, id: string): Promise<string> {
  await lockActing(ctx);
  const role = await lockVisible(ctx, Role, id);
  authorize(ctx, 'delete', role);
  if (role.builtIn) throw new UserError('ROLE_BUILT_IN', ['input', 'id']);
  const [{ count }] = await ctx.query<{ count: number }>(
    sql`select count(*)::int as count from user_role where role_id = ${role.id}`,
  );
  if (count > 0) throw new UserError('ROLE_IN_USE', ['input', 'id'], { count });
  await audit(ctx, 'role.delete', role, { key: [role.key, null], permissions: [role.permissions, null] });
  await ctx.query(sql`delete from role where id = ${role.id}`);
  return role.id;
}

const sorted = (permissions: readonly string[]): string[] => [...new Set(permissions)].sort();

const wrongName = (name: string): UserError[] => (tidy(name) ? [] : [new UserError('BLANK', ['input', 'name'])]);

/** One below one's own at the most; superadmins are held to it too, so that theirs stays the highest. */
const wrongRank = ({ viewer }: Context, rank: number): UserError[] =>
  rank < viewer.rank ? [] : [new UserError('RANK_ABOVE_YOURS', ['input', 'rank'], { most: viewer.rank - 1 })];

const atPermissions = (code: string, permission: string): UserError =>
  new UserError(code, ['input', 'permissions'], { permission: permission.slice(0, 60) });

/** The first that is wrong is enough: they stand at one field. */
function wrongPermissions({ viewer }: Context, permissions: readonly string[]): UserError[] {
  const unknown = permissions.find((permission) => !isPermission(permission));
  if (unknown !== undefined) return [atPermissions('UNKNOWN_PERMISSION', unknown)];
  const notTheirs = permissions.find((permission) => !mayGivePermission(viewer, permission));
  return notTheirs === undefined ? [] : [atPermissions('PERMISSION_NOT_YOURS', notTheirs)];
}
