import { authorize } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { forbidden, notFound, UserError } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { type Sql, sql } from '../../core/sql.js';
import { customerById } from '../customer/customer.relations.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { missionById } from '../mission/mission.relations.js';
import { isAssignedTo, worksOnProject } from '../mission/mission.scope.js';
import { projectById } from '../project/project.relations.js';
import { Reach } from '../user/role.entity.js';

export interface Place {
  customerId: string;
  projectId: string | null;
  missionId: string | null;
}

type Named = { [Id in keyof Place]?: string | null };

/** Where a new document hangs: the mission gives the project, either gives the customer. Every id named is read as the viewer. */
export async function placeOf(ctx: Context, named: Named): Promise<Place> {
  const mission = named.missionId == null ? null : found(await load(ctx, missionById, named.missionId));
  const project = named.projectId == null ? null : found(await load(ctx, projectById, named.projectId));
  const customer = named.customerId == null ? null : found(await load(ctx, customerById, named.customerId));
  const customerId = mission?.customerId ?? project?.customerId ?? customer?.id;
  if (customerId === undefined) throw new UserError('NO_PLACE', ['input', 'customerId']);
  if (mission && project && mission.projectId !== project.id) throw new UserError('ELSEWHERE', ['input', 'projectId']);
  if (customer && customer.id !== customerId) throw new UserError('ELSEWHERE', ['input', 'customerId']);
  authorize(ctx, 'uploadDocument', mission ?? project ?? customer);
  const place = { customerId, projectId: mission?.projectId ?? project?.id ?? null, missionId: mission?.id ?? null };
  if (!(await maySendTo(ctx, place))) throw forbidden();
  return place;
}

function found<T>(row: T | null): T {
  if (row === null) throw notFound();
  return row;
}

/** To see a place is one thing, to put a document there another: a member may not see documents, a mission may be cancelled. */
async function maySendTo(ctx: Context, { customerId, projectId, missionId }: Place): Promise<boolean> {
  const { viewer } = ctx;
  switch (viewer.reach) {
    case Reach.STAFF:
    case Reach.REVENDEUR:
      return true;
    case Reach.CLIENT:
      return holds(ctx, isMemberFor(viewer, sql`${customerId}`, 'documents'));
    case Reach.PRESTATAIRE:
      if (missionId) return holds(ctx, isAssignedTo(viewer, sql`${missionId}`));
      return projectId !== null && holds(ctx, worksOnProject(viewer, sql`${projectId}`));
    default:
      return false;
  }
}

async function holds(ctx: Context, condition: Sql): Promise<boolean> {
  return (await ctx.query(sql`select where ${condition}`)).length > 0;
}
