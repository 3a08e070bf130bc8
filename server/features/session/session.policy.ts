import { definePolicy } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Session } from './session.entity.js';

/** Everybody their own, while they last. */
export const sessionPolicy = definePolicy(Session, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
      case Reach.CLIENT:
      case Reach.PRESTATAIRE:
      case Reach.REVENDEUR:
        return sql`${row}.user_id = ${viewer.id} and ${row}.ended_at is null and ${row}.expires_at > now()`;
      default:
        return 'none';
    }
  },
  can: {},
});
