import { definePolicy, visibleById } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Reach } from '../user/role.entity.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportKind, ImportRun } from './import-run.entity.js';

const permissions: Record<ImportKind, string> = {
  [ImportKind.ORDERS]: 'order.import',
  [ImportKind.CUSTOMERS]: 'customer.import',
};

/** What somebody may bring in, they also see brought in by others. */
const kindsOf = (viewer: Viewer): ImportKind[] =>
  viewer.reach === Reach.STAFF ? Object.values(ImportKind).filter((kind) => viewer.permissions.has(permissions[kind])) : [];

export const importRunPolicy = definePolicy(ImportRun, {
  visible: (viewer, row) => {
    const kinds = kindsOf(viewer);
    if (kinds.length === Object.keys(permissions).length) return 'all';
    return kinds.length === 0 ? 'none' : sql`${row}.kind = any(${kinds}::text[])`;
  },
  can: {},
});

export const importRefusalPolicy = definePolicy(ImportRefusal, {
  visible: (viewer, row) => visibleById(viewer, ImportRun, sql`${row}.import_run_id`),
  can: {},
});
