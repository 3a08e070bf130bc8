import type { Viewer } from '../../core/context.js';
import type { Role } from './role.entity.js';
import { type User, UserStatus } from './user.entity.js';

export const SUPERADMIN = 'superadmin';

/** Nobody manages those at or above their own rank, but superadmins each other. */
export const outranks = (viewer: Pick<Viewer, 'rank' | 'role'>, rank: number): boolean =>
  rank < viewer.rank || viewer.role === SUPERADMIN;

/** Nobody gives or takes a role at or above their own, but superadmins theirs. */
export const mayGive = (viewer: Pick<Viewer, 'rank' | 'role'>, role: Pick<Role, 'rank'>): boolean => outranks(viewer, role.rank);

/** The permission holds, the account is not gone, and they stand below the viewer. */
export const mayManage =
  (permission: string) =>
  (viewer: Viewer, user: User): boolean => {
    if (user.rank === undefined) throw new Error('a user is judged without their rank');
    return viewer.permissions.has(permission) && user.status !== UserStatus.DELETED && outranks(viewer, user.rank);
  };

/** What a role may be given: superadmins give anything, others what they have. */
export const mayGivePermission = (viewer: Viewer, permission: string): boolean =>
  viewer.role === SUPERADMIN || viewer.permissions.has(permission);

/** Without these, superadmins could not give themselves back what they took from themselves. */
export const neededBySuperadmins = [
  'viewer.read',
  'session.end',
  'secondFactor.change',
  'user.read',
  'role.read',
  'role.assign',
  'role.update',
] as const;
