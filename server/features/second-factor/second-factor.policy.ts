import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { Device } from './device.entity.js';
import { Passkey } from './passkey.entity.js';

/** Everybody their own, and nobody anybody else's. */
function own(viewer: Viewer, row: Sql) {
  switch (viewer.reach) {
    case Reach.STAFF:
    case Reach.CLIENT:
    case Reach.PRESTATAIRE:
    case Reach.REVENDEUR:
      return sql`${row}.user_id = ${viewer.id}`;
    default:
      return 'none' as const;
  }
}

export const passkeyPolicy = definePolicy(Passkey, { visible: own, can: {} });

/** Those that are remembered: that we would know another again is no matter of the person's. */
export const devicePolicy = definePolicy(Device, {
  visible: (viewer, row) => {
    const mine = own(viewer, row);
    return mine === 'none' ? mine : sql`${mine} and ${row}.remembered_until > now()`;
  },
  can: {},
});
