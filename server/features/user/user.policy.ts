import { definePolicy } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { isColleague } from '../membership/membership.scope.js';
import { mayManage, outranks } from './rank.rules.js';
import { Reach, Role } from './role.entity.js';
import { User, UserStatus } from './user.entity.js';
import { dealsWithMember, dealsWithPrestataire, dealsWithReseller } from './user.scope.js';

/** Outside the house a person sees themselves, who shares a customer with them, and those who have a hand in what they see. */
export const userPolicy = definePolicy(User, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.CLIENT:
        return sql`${row}.id = ${viewer.id} or ${isColleague(viewer, sql`${row}.id`)} or ${dealsWithMember(viewer, sql`${row}.id`)}`;
      case Reach.PRESTATAIRE:
        return sql`${row}.id = ${viewer.id} or ${dealsWithPrestataire(viewer, sql`${row}.id`)}`;
      case Reach.REVENDEUR:
        return sql`${row}.id = ${viewer.id} or ${dealsWithReseller(viewer, sql`${row}.id`)}`;
      default:
        return 'none';
    }
  },
  can: {
    update: mayManage('user.update'),
    suspend: (viewer, user) => mayManage('user.suspend')(viewer, user) && user.id !== viewer.id,
    reactivate: mayManage('user.suspend'),
    endSessions: (viewer, user) => mayManage('user.suspend')(viewer, user) && user.id !== viewer.id,
    delete: (viewer, user) => mayManage('user.delete')(viewer, user) && user.id !== viewer.id,
    assignRoles: mayManage('role.assign'),
    // Superadmins manage each other, but nobody sees with the eyes of an equal.
    viewAs: (viewer, user) =>
      mayManage('user.viewAs')(viewer, user) && user.status === UserStatus.ACTIVE && (user.rank ?? 0) < viewer.rank,
  },
});

export const rolePolicy = definePolicy(Role, {
  visible: (viewer) => (viewer.reach === Reach.STAFF ? 'all' : 'none'),
  can: {
    update: (viewer, role) => viewer.permissions.has('role.update') && outranks(viewer, role.rank),
    delete: (viewer, role) => viewer.permissions.has('role.delete') && outranks(viewer, role.rank) && !role.builtIn,
    give: (viewer, role) => viewer.permissions.has('role.assign') && outranks(viewer, role.rank),
  },
});
