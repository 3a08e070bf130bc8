import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { given, readNeeded } from '../customer/customer-part.service.js';
import { Milestone } from './milestone.entity.js';
import { Project, ProjectStatus } from './project.entity.js';
import type { AddMilestoneInput, UpdateMilestoneInput } from './project.input.js';
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

export async function updateMilestone(ctx: Context, { id, position, ...input }: UpdateMilestoneInput): Promise<Milestone> {
  const { milestone, project } = await lockBoth(ctx, id);
  const mistakes: UserError[] = [];
  const fields: Partial<Milestone> = given({ title: readNeeded(mistakes, 'title', input.title), dueOn: input.dueOn });
  refuseIfAny(mistakes);
  if (position != null) fields.position = await moveTo(ctx, milestone, position);
  const changes = changesOf(milestone, fields);
  await ctx.db.save(Object.assign(milestone, fields));
  await changed(ctx, project, milestone, 'milestone.update', changes);
  return milestone;
}

/** Those after it move up. Answers the project it was of. */
export async function deleteMilestone(ctx: Context, id: string): Promise<Project> {
  const { milestone, project } = await lockBoth(ctx, id);
  const { title, dueOn, doneAt, position } = milestone;
  await changed(ctx, project, milestone, 'milestone.delete', {
    title: [title, null],
    dueOn: [dueOn, null],
    doneAt: [doneAt, null],
  });
  await ctx.db.delete(Milestone, { id });
  await ctx.query(
    sql`update milestone set position = position - 1 where project_id = ${project.id} and position > ${position}::integer`,
  );
  return project;
}

/** Takes this place, or the last where there are fewer; those between move by one. */
async function moveTo(ctx: Context, { id, projectId, position: from }: Milestone, wanted: number): Promise<number> {
  const [{ to }] = await ctx.query<{ to: number }>(
    sql`select least(max(position), ${wanted}::integer) as to from milestone where project_id = ${projectId}`,
  );
  await ctx.query(sql`
    update milestone set position = case when id = ${id} then ${to}::integer else position + ${Math.sign(from - to)}::integer end
    where project_id = ${projectId} and position between ${Math.min(from, to)}::integer and ${Math.max(from, to)}::integer`);
  return to;
}

/**
 * Who may lead the project may say what is reached; whether it is already is a mistake to be told, not a right. The project is
 * locked first: two changes of its milestones wait for each other.
 */
async function lockBoth(ctx: Context, id: string): Promise<{ milestone: Milestone; project: Project }> {
  if (!isUUID(id)) throw notFound();
  ctx.seek({ type: 'Milestone', id });
  const [seen] = await ctx.query<{ projectId: string }>(sql`
    select it.project_id as "projectId" from milestone it where it.id = ${id} and ${visible(ctx.viewer, Milestone, sql`it`)}`);
  if (!seen) throw notFound();
  const project = await lockVisible(ctx, Project, seen.projectId);
  authorize(ctx, 'update', project);
  const milestone = await lockVisible(ctx, Milestone, id);
  if (!milestone) throw notFound();
  return { milestone, project };
}

async function changed(ctx: Context, project: Project, milestone: Milestone, action: string, changes: Changes): Promise<void> {
  await audit(ctx, action, milestone, changes);
  await publish(ctx, { topic: 'project', id: project.id, about: project.customerId });
}
