import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { DataArchive, DataArchiveStatus } from './data-archive.entity.js';

const handles = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('dataSubjectRequest.handle');

/** Those who answer requests, who read it before it is handed over; and whoever asked, from then on. */
export const dataArchivePolicy = definePolicy(DataArchive, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return handles(viewer) ? 'all' : 'none';
      case Reach.CLIENT:
        return sql`(${row}.user_id = ${viewer.id} and ${row}.delivered_at is not null)`;
      default:
        return 'none';
    }
  },
  can: {
    deliver: (viewer, { status, deliveredAt }) => handles(viewer) && status === DataArchiveStatus.READY && deliveredAt === null,
  },
});
