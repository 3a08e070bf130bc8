import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { once } from '../../core/idempotency.js';
import { tidy } from '../../core/inputs.js';
import { load } from '../../core/loader.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Customer } from '../customer/customer.entity.js';
import { projectById } from '../project/project.relations.js';
import { isOpen } from '../project/project.rules.js';
import { Mission, MissionStatus } from './mission.entity.js';
import type { CreateMissionInput, MissionFields } from './mission.input.js';
import { missionById } from './mission.relations.js';
import { isTransition, nextStatuses } from './mission.rules.js';
import './mission.words.js';
import { declinePending } from './mission-decision.service.js';
import { tellDates, tellStatus } from './mission-news.service.js';
import { MissionStep } from './mission-step.entity.js';

export async function createMission(ctx: Context, { idempotencyKey, ...input }: CreateMissionInput): Promise<Mission> {
  return once(
    ctx,
    { operation: 'createMission', key: idempotencyKey, input },
    () => made(ctx, input),
    (id) => load(ctx, missionById, id),
  );
}

async function made(ctx: Context, { customerId, ...input }: Omit<CreateMissionInput, 'idempotencyKey'>): Promise<Mission> {
  const customer = await lockVisible(ctx, Customer, customerId);
  authorize(ctx, 'createMission', customer);
  const fields = await checked(ctx, input, { customerId: customer.id });
  const [{ number }] = await ctx.query<{ number: string }>(sql`select nextval('mission_reference') as number`);
  const mission = await ctx.db.save(
    ctx.db.create(Mission, {
      ...fields,
      customerId: customer.id,
      reference: `M-${number.padStart(5, '0')}`,
      status: MissionStatus.DRAFT,
    }),
  );
  await audit(ctx, 'mission.create', mission, changesOf({} as Mission, fields));
  await tell(ctx, mission);
  return mission;
}

export async function updateMission(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: MissionFields,
): Promise<Mission> {
  const mission = await lockVisible(ctx, Mission, id);
  authorize(ctx, 'update', mission);
  refuseStale(mission, version);
  const fields = await checked(ctx, input, mission);
  const changes = changesOf(mission, fields);
  if (Object.keys(changes).length > 0) await save(ctx, mission, fields);
  await audit(ctx, 'mission.update', mission, changes);
  if (changes.scheduledStart || changes.scheduledEnd) await tellDates(ctx, mission);
  return mission;
}

export async function changeMissionStatus(
  ctx: Context,
  { id, status, note, version }: { id: string; status: MissionStatus; note?: string | null; version?: number | null },
): Promise<Mission> {
  const mission = await lockVisible(ctx, Mission, id);
  if (!mission) throw notFound();
  refuseStale(mission, version);
  if (!nextStatuses(ctx.viewer, mission).includes(status)) {
    if (isTransition(mission.status, status)) throw forbidden();
    throw new UserError('NOT_FROM_HERE', ['input', 'status']);
  }
  const released = status === MissionStatus.OPEN ? mission.prestataireId : null;
  await moveTo(ctx, mission, status, note);
  if (status === MissionStatus.CANCELLED) await declinePending(ctx, mission);
  await tellStatus(ctx, mission, released);
  return mission;
}

/** The one way a status changes: with its step, its instants and its audit entry. */
export async function moveTo(
  ctx: Context,
  mission: Mission,
  status: MissionStatus,
  note: string | null | undefined = null,
  prestataireId: string | null = mission.prestataireId,
): Promise<void> {
  const fields: Partial<Mission> = { status, prestataireId };
  if (status === MissionStatus.OPEN || status === MissionStatus.DRAFT) fields.prestataireId = null;
  if (status === MissionStatus.DELIVERED) fields.deliveredAt = new Date();
  if (status === MissionStatus.APPROVED) fields.approvedAt = new Date();
  const changes = changesOf(mission, fields);
  await ctx.db.insert(MissionStep, {
    missionId: mission.id,
    fromStatus: mission.status,
    toStatus: status,
    note: tidy(note),
    authorId: ctx.viewer.id,
  });
  await save(ctx, mission, fields);
  await audit(ctx, 'mission.changeStatus', mission, changes);
}

async function save(ctx: Context, mission: Mission, fields: Partial<Mission>): Promise<void> {
  Object.assign(mission, fields, { version: mission.version + 1, updatedAt: new Date() });
  await ctx.db.save(mission);
  await tell(ctx, mission);
}

const tell = (ctx: Context, mission: Mission) => publish(ctx, { topic: 'mission', id: mission.id, about: mission.customerId });

/** What was typed, as it is kept; every mistake at once. */
async function checked(
  ctx: Context,
  input: MissionFields,
  mission: Partial<Mission> & { customerId: string },
): Promise<Partial<Mission>> {
  const text = (value: string | null | undefined) => (value === undefined ? undefined : tidy(value));
  const fields: Partial<Mission> = {
    title: input.title == null ? undefined : (tidy(input.title) ?? ''),
    description: text(input.description),
    projectId: input.projectId,
    scheduledStart: input.scheduledStart,
    scheduledEnd: input.scheduledEnd,
    streetLine: text(input.street),
    postalCode: text(input.postalCode),
    city: text(input.city),
    feeCents: input.feeCents,
    currency: input.currency?.toUpperCase(),
    estimatedMinutes: input.estimatedMinutes,
  };
  const { scheduledStart: start = mission.scheduledStart, scheduledEnd: end = mission.scheduledEnd } = fields;
  refuseIfAny([
    ...(fields.title === '' ? [new UserError('BLANK', ['input', 'title'])] : []),
    ...(start && end && end < start ? [new UserError('ENDS_BEFORE_START', ['input', 'scheduledEnd'])] : []),
    ...(fields.currency !== undefined && !/^[A-Z]{3}$/.test(fields.currency)
      ? [new UserError('INVALID_CURRENCY', ['input', 'currency'])]
      : []),
    // What one may not read one does not write over.
    ...(fields.feeCents !== undefined && !ctx.viewer.permissions.has('mission.fee')
      ? [new UserError('FORBIDDEN', ['input', 'feeCents'])]
      : []),
    ...(await wrongProject(ctx, fields.projectId, mission)),
  ]);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A project of the same customer, still under way where the mission comes to it. */
async function wrongProject(
  ctx: Context,
  projectId: string | null | undefined,
  mission: Partial<Mission> & { customerId: string },
): Promise<UserError[]> {
  if (!projectId || projectId === mission.projectId) return [];
  const project = await load(ctx, projectById, projectId);
  if (project?.customerId !== mission.customerId) return [new UserError('UNKNOWN_PROJECT', ['input', 'projectId'])];
  return isOpen(project.status) ? [] : [new UserError('PROJECT_CLOSED', ['input', 'projectId'])];
}
