import type { Viewer } from '../../core/context.js';
import { name, type Sql, sql } from '../../core/sql.js';

/** The viewer does this mission, or did. */
export const isAssignedTo = (viewer: Viewer, missionId: Sql): Sql => isOneOf(viewer, 'id', missionId);

/** The viewer is assigned to a mission for this customer. */
export const worksForCustomer = (viewer: Viewer, customerId: Sql): Sql => isOneOf(viewer, 'customer_id', customerId);

/** The viewer is assigned to a mission of this project. */
export const worksOnProject = (viewer: Viewer, projectId: Sql): Sql => isOneOf(viewer, 'project_id', projectId);

/**
 * What the viewer's missions name, as an array worked out once a statement, so that a list goes there by its index. A mission that was
 * cancelled opens nothing any more.
 */
const isOneOf = (viewer: Viewer, by: 'id' | 'customer_id' | 'project_id', id: Sql): Sql => sql`${id} = any(array(
  select ${name(by)} from mission where prestataire_id = ${viewer.id} and status <> 'CANCELLED' and ${name(by)} is not null))`;
