import { definePolicy } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { isColleague } from '../membership/membership.scope.js';
import { Reach, Role } from './role.entity.js';
import { User } from './user.entity.js';

/** Outside the house a person sees themselves, those who work for them, and who shares a customer with them. */
export const userPolicy = definePolicy(User, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return 'all';
      case Reach.CLIENT:
      case Reach.PRESTATAIRE:
      case Reach.REVENDEUR:
        return sql`${row}.id = ${viewer.id} or ${isColleague(viewer, sql`${row}.id`)} or exists (
          select from user_role given join role on role.id = given.role_id
          where given.user_id = ${row}.id and role.reach in ('staff', 'prestataire'))`;
      default:
        return 'none';
    }
  },
  can: {},
});

export const rolePolicy = definePolicy(Role, {
  visible: (viewer) => (viewer.reach === Reach.STAFF ? 'all' : 'none'),
  can: {},
});
