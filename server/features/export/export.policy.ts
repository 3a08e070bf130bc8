import { definePolicy } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { ExportRun, ExportStatus } from './export-run.entity.js';

const isUnderWay = ({ status }: ExportRun) => status === ExportStatus.QUEUED || status === ExportStatus.RUNNING;

const administers = ({ reach, permissions }: Viewer) => reach === Reach.STAFF && permissions.has('export.manage');

/** Everybody their own. Who administers sees that others export, and may stop it; the file is its maker's alone. */
export const exportRunPolicy = definePolicy(ExportRun, {
  visible: (viewer, row) => {
    switch (viewer.reach) {
      case Reach.STAFF:
        return administers(viewer) ? 'all' : sql`${row}.created_by_id = ${viewer.id}`;
      case Reach.CLIENT:
      case Reach.PRESTATAIRE:
      case Reach.REVENDEUR:
        return sql`${row}.created_by_id = ${viewer.id}`;
      default:
        return 'none';
    }
  },
  can: {
    cancel: (viewer, run) => isUnderWay(run) && (run.createdById === viewer.id || administers(viewer)),
  },
});
