import { definePolicy } from '../../core/access.js';
import { AuditEntry } from '../../core/audit.entity.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';

/** Our own people see what was changed on customers; all the rest takes a permission. Nobody else sees any of it. */
export const auditEntryPolicy = definePolicy(AuditEntry, {
  visible: (viewer, row) => {
    if (viewer.reach !== Reach.STAFF) return 'none';
    return viewer.permissions.has('audit.read') ? 'all' : sql`${row}.outcome = 'CHANGED' and ${row}.about_id is not null`;
  },
  can: {},
});
