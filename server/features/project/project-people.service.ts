import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { type Project, ProjectStatus } from './project.entity.js';

/** Who wants to know what happens to a project: who leads it and, unless it stays in the house, its client's users and prestataires. */
export async function peopleOf(ctx: Context, project: Project, audience: Audience): Promise<(string | null)[]> {
  if (audience === Audience.TEAM || project.status === ProjectStatus.DRAFT) return [project.managerId];
  const found = await ctx.query<{ userId: string }>(sql`
    select user_id as "userId" from membership where customer_id = ${project.customerId} and projects
    union
    select prestataire_id from mission where project_id = ${project.id} and prestataire_id is not null and status <> 'CANCELLED'`);
  return [project.managerId, ...found.map(({ userId }) => userId)];
}

/** One of our own people. */
export async function isStaff(ctx: Context, userId: string): Promise<boolean> {
  const found = await ctx.query(sql`
    select from user_role given join role on role.id = given.role_id where given.user_id::text = ${userId} and role.reach = 'staff'`);
  return found.length > 0;
}
