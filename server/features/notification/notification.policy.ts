import { definePolicy } from '../../core/access.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Notification } from './notification.entity.js';

/** Everybody their own, and nobody anybody else's. */
export const notificationPolicy = definePolicy(Notification, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
      case Reach.CLIENT:
      case Reach.PRESTATAIRE:
      case Reach.REVENDEUR:
        return sql`${row}.user_id = ${viewer.id}`;
      default:
        return 'none';
    }
  },
  can: {},
});
