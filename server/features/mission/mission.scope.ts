import type { Viewer } from '../../core/context.js';
import { sql, type Sql } from '../../core/sql.js';

/** The viewer is assigned to a mission for this customer. */
export const worksForCustomer = (viewer: Viewer, customerId: Sql): Sql =>
  sql`exists (select from mission where prestataire_id = ${viewer.id} and customer_id = ${customerId})`;

/** The viewer is assigned to a mission of this project. */
export const worksOnProject = (viewer: Viewer, projectId: Sql): Sql =>
  sql`exists (select from mission where prestataire_id = ${viewer.id} and project_id = ${projectId})`;
