import { authorize } from '../../core/access.js';
import { audit, type Changes } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Milestone } from './milestone.entity.js';
import { Project, ProjectStatus } from './project.entity.js';
import type { AddMilestoneInput } from './project.input.js';
import './project.words.js';

export async function addMilestone(ctx: Context, input: AddMilestoneInput): Promise<Milestone> {
  // The lock on the project also keeps two new milestones from taking one place.
  const project = await lockVisible(ctx, Project, input.projectId);
  authorize(ctx, 'addMilestone', project);
  const title = tidy(input.title);
  if (title === null) throw new UserError('BLANK', ['input', 'title']);
  const [{ last }] = await ctx.query<{ last: number }>(
    sql`select coalesce(max(position), 0) as last from milestone where project_id = ${project.id}`,
  );
  const milestone = await ctx.db.save(
    ctx.db.create(Milestone, { projectId: project.id, position: last + 1, title, dueOn: input.dueOn ?? null, doneAt: null }),
  );
  await changed(ctx, project, milestone, 'milestone.add', { title: [null, title], dueOn: [null, milestone.dueOn] });
  return milestone;
}

export async function completeMilestone(ctx: Context, id: string): Promise<Milestone> {
  const { milestone, project } = await lockBoth(ctx, id);
  if (milestone.doneAt) throw new UserError('ALREADY_DONE', ['input', 'id']);
  milestone.doneAt = new Date();
  await ctx.db.save(milestone);
  await changed(ctx, project, milestone, 'milestone.complete', { doneAt: [null, milestone.doneAt] });
  await noteActivity(ctx, {
    customerId: project.customerId,
    kind: ActivityKind.MILESTONE_DONE,
    details: { milestone: milestone.title, name: project.name, reference: project.reference },
    audience: project.status === ProjectStatus.DRAFT ? Audience.TEAM : Audience.EVERYONE,
    subject: { type: 'Project', id: project.id },
  });
  return milestone;
}

export async function reopenMilestone(ctx: Context, id: string): Promise<Milestone> {
  const { milestone, project } = await lockBoth(ctx, id);
  if (!milestone.doneAt) throw new UserError('NOT_DONE', ['input', 'id']);
  const before = milestone.doneAt;
  milestone.doneAt = null;
  await ctx.db.save(milestone);
  await changed(ctx, project, milestone, 'milestone.reopen', { doneAt: [before, null] });
  return milestone;
}

/** Who may lead the project may say what is reached; whether it is already is a mistake to be told, not a right. */
async function lockBoth(ctx: Context, id: string): Promise<{ milestone: Milestone; project: Project }> {
  const milestone = await lockVisible(ctx, Milestone, id);
  if (!milestone) throw notFound();
  const project = await lockVisible(ctx, Project, milestone.projectId);
  authorize(ctx, 'update', project);
  return { milestone, project };
}

async function changed(ctx: Context, project: Project, milestone: Milestone, action: string, changes: Changes): Promise<void> {
  await audit(ctx, action, milestone, changes);
  await publish(ctx, { topic: 'project', id: project.id, about: project.customerId });
}
