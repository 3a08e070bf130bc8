import type { Scope } from '../../core/access.js';
import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';

/**
 * Segments are counted over all customers, so they are for our own people; and of those for whoever may see all that the rule asks
 * about, since being in it tells as much.
 */
export const seesSegment = ({ reach, permissions }: Viewer, row: Sql): Scope =>
  reach === 'staff' ? sql`${row}.needs <@ ${[...permissions]}::text[]` : 'none';

/** The customer is in this segment, and the viewer may know it. */
export function inSegment(viewer: Viewer, customer: Sql, segmentId: string): Sql {
  const scope = viewer.permissions.has('segment.read') ? seesSegment(viewer, sql`segment`) : 'none';
  if (scope === 'none') return sql`false`;
  return sql`${customer}.id in (
    select inside.customer_id from segment_member inside join customer_segment segment on segment.id = inside.segment_id
    where segment.id = ${segmentId}::uuid and ${scope === 'all' ? sql`true` : scope})`;
}
