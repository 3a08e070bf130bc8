import type { Viewer } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';

/** The viewer does this mission, or did. */
export const isAssignedTo = (viewer: Viewer, missionId: Sql): Sql =>
  sql`exists (select from mission theirs where theirs.id = ${missionId} and theirs.prestataire_id = ${viewer.id} and ${isOn})`;

/** The viewer is assigned to a mission for this customer. */
export const worksForCustomer = (viewer: Viewer, customerId: Sql): Sql =>
  sql`exists (select from mission theirs where theirs.prestataire_id = ${viewer.id} and theirs.customer_id = ${customerId} and ${isOn})`;

/** The viewer is assigned to a mission of this project. */
export const worksOnProject = (viewer: Viewer, projectId: Sql): Sql =>
  sql`exists (select from mission theirs where theirs.prestataire_id = ${viewer.id} and theirs.project_id = ${projectId} and ${isOn})`;

/** A mission that was cancelled opens nothing any more. */
const isOn = sql`theirs.status <> 'CANCELLED'`;
