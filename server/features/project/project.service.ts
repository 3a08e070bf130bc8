import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Milestone } from './milestone.entity.js';
import { Project, ProjectStatus } from './project.entity.js';
import type { CreateProjectInput, ProjectFields } from './project.input.js';
import { projectById } from './project.relations.js';
import { isTransition, nextStatuses } from './project.rules.js';
import { isStaff, peopleOf } from './project-people.service.js';
import './project.words.js';

export async function createProject(ctx: Context, { idempotencyKey, ...input }: CreateProjectInput): Promise<Project> {
  return once(
    ctx,
    { operation: 'createProject', key: idempotencyKey, input },
    () => made(ctx, input),
    (id) => load(ctx, projectById, id),
  );
}

async function made(
  ctx: Context,
  { customerId, milestones, ...input }: Omit<CreateProjectInput, 'idempotencyKey'>,
): Promise<Project> {
  const customer = await lockVisible(ctx, Customer, customerId);
  authorize(ctx, 'createProject', customer);
  const untitled = (milestones ?? []).flatMap(({ title }, i) =>
    tidy(title) ? [] : [new UserError('BLANK', ['input', 'milestones', String(i), 'title'])],
  );
  const fields = await checked(ctx, input, null, untitled);
  const [{ number }] = await ctx.query<{ number: string }>(sql`select nextval('project_reference') as number`);
  const project = await ctx.db.save(
    ctx.db.create(Project, {
      managerId: ctx.viewer.id,
      ...fields,
      customerId: customer.id,
      reference: `P-${number.padStart(5, '0')}`,
      status: ProjectStatus.DRAFT,
    }),
  );
  for (const [i, { title, dueOn }] of (milestones ?? []).entries())
    await ctx.db.insert(Milestone, { projectId: project.id, position: i + 1, title: title.trim(), dueOn: dueOn ?? null });
  await audit(ctx, 'project.create', project, changesOf({} as Project, fields));
  await tell(ctx, project);
  await noteActivity(ctx, {
    customerId: customer.id,
    kind: ActivityKind.PROJECT_CREATED,
    details: { name: project.name, reference: project.reference },
    subject: { type: 'Project', id: project.id },
  });
  return project;
}

export async function updateProject(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: ProjectFields,
): Promise<Project> {
  const project = await lockVisible(ctx, Project, id);
  authorize(ctx, 'update', project);
  refuseStale(project, version);
  const fields = await checked(ctx, input, project);
  const changes = changesOf(project, fields);
  if (Object.keys(changes).length > 0) await saved(ctx, project, fields);
  await audit(ctx, 'project.update', project, changes);
  return project;
}

export async function changeProjectStatus(ctx: Context, id: string, status: ProjectStatus): Promise<Project> {
  const project = await lockVisible(ctx, Project, id);
  authorize(ctx, 'update', project);
  const before = project.status;
  if (!nextStatuses(ctx.viewer, before).includes(status)) {
    if (isTransition(before, status)) throw forbidden();
    throw new UserError('NOT_FROM_HERE', ['input', 'status']);
  }
  await saved(ctx, project, { status });
  await audit(ctx, 'project.changeStatus', project, { status: [before, status] });
  const audience = status === ProjectStatus.DRAFT ? Audience.TEAM : Audience.EVERYONE;
  await noteActivity(ctx, {
    customerId: project.customerId,
    kind: ActivityKind.PROJECT_STATUS_CHANGED,
    details: { name: project.name, reference: project.reference, from: before, to: status },
    audience,
    subject: { type: 'Project', id: project.id },
  });
  await notify(ctx, await peopleOf(ctx, project, audience), {
    kind: NotificationKind.PROJECT_STATUS_CHANGED,
    details: { project: project.name, status },
    link: `/projects/${project.id}`,
  });
  return project;
}

async function saved(ctx: Context, project: Project, fields: Partial<Project>): Promise<void> {
  Object.assign(project, fields, { version: project.version + 1, updatedAt: new Date() });
  await ctx.db.save(project);
  await tell(ctx, project);
}

const tell = (ctx: Context, project: Project) => publish(ctx, { topic: 'project', id: project.id, about: project.customerId });

/** What was typed, as it is kept; every mistake at once. */
async function checked(
  ctx: Context,
  input: ProjectFields,
  project: Project | null,
  more: UserError[] = [],
): Promise<Partial<Project>> {
  const mistakes = [...more];
  const fields: Partial<Project> = {
    name: input.name == null ? undefined : (tidy(input.name) ?? ''),
    description: input.description === undefined ? undefined : tidy(input.description),
    startsOn: input.startsOn,
    dueOn: input.dueOn,
    budgetCents: input.budgetCents,
    currency: input.currency?.toUpperCase(),
    managerId: input.managerId,
  };
  const { startsOn = project?.startsOn, dueOn = project?.dueOn } = fields;
  if (fields.name === '') mistakes.push(new UserError('BLANK', ['input', 'name']));
  if (startsOn && dueOn && dueOn < startsOn) mistakes.push(new UserError('ENDS_BEFORE_START', ['input', 'dueOn']));
  if (fields.currency !== undefined && !/^[A-Z]{3}$/.test(fields.currency))
    mistakes.push(new UserError('INVALID_CURRENCY', ['input', 'currency']));
  if (fields.managerId && !(await isStaff(ctx, fields.managerId)))
    mistakes.push(new UserError('UNKNOWN_USER', ['input', 'managerId']));
  // What one may not read one does not write over.
  if (input.budgetCents !== undefined && !ctx.viewer.permissions.has('project.budget'))
    mistakes.push(new UserError('FORBIDDEN', ['input', 'budgetCents']));
  refuseIfAny(mistakes);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
