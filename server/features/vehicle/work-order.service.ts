import { isUUID } from 'class-validator';
import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Customer } from '../customer/customer.entity.js';
import { given, readNeeded } from '../customer/customer-part.service.js';
import { Vehicle } from './vehicle.entity.js';
import './vehicle.words.js';
import { WorkOrder, WorkOrderStatus } from './work-order.entity.js';
import type { CreateWorkOrderInput, WorkOrderFields } from './work-order.input.js';
import { leadsTo } from './work-order.rules.js';

export async function createWorkOrder(ctx: Context, { customerId, ...input }: CreateWorkOrderInput): Promise<WorkOrder> {
  const customer = await lockVisible(ctx, Customer, customerId);
  authorize(ctx, 'createWorkOrder', customer);
  const fields = await checked(ctx, input, customer.id);
  const [{ number }] = await ctx.query<{ number: string }>(sql`select nextval('work_order_reference') as number`);
  const reference = `OT-${number.padStart(5, '0')}`;
  const order = await ctx.db.save(
    ctx.db.create(WorkOrder, { ...fields, reference, status: WorkOrderStatus.PLANNED, customerId: customer.id }),
  );
  await audit(ctx, 'workOrder.create', order, changesOf({} as WorkOrder, fields));
  await note(ctx, order, ActivityKind.WORK_ORDER_CREATED);
  await tell(ctx, order);
  return order;
}

export async function updateWorkOrder(
  ctx: Context,
  id: string,
  version: number | null | undefined,
  input: WorkOrderFields,
): Promise<WorkOrder> {
  const order = await lockVisible(ctx, WorkOrder, id);
  authorize(ctx, 'update', order);
  refuseStale(order, version);
  const fields = await checked(ctx, input, order.customerId);
  const changes = changesOf(order, fields);
  if (Object.keys(changes).length > 0) {
    await ctx.db.save(Object.assign(order, fields, { version: order.version + 1 }));
    await tell(ctx, order);
  }
  await audit(ctx, 'workOrder.update', order, changes);
  return order;
}

const verbTo: Record<WorkOrderStatus, string> = { PLANNED: 'plan', IN_PROGRESS: 'start', DONE: 'finish', CANCELLED: 'cancel' };

export async function changeWorkOrderStatus(ctx: Context, id: string, status: WorkOrderStatus): Promise<WorkOrder> {
  const order = await lockVisible(ctx, WorkOrder, id);
  if (!order) throw notFound();
  if (!ctx.viewer.permissions.has('workOrder.update')) throw forbidden();
  if (!leadsTo(order.status, status)) throw new UserError('NOT_FROM_HERE', ['input', 'status']);
  authorize(ctx, verbTo[status], order);
  const fields: Partial<WorkOrder> = { status, doneAt: status === WorkOrderStatus.DONE ? new Date() : null };
  const changes = changesOf(order, fields);
  await ctx.db.save(Object.assign(order, fields, { version: order.version + 1 }));
  await audit(ctx, 'workOrder.changeStatus', order, changes);
  await note(ctx, order, ActivityKind.WORK_ORDER_STATUS_CHANGED, status);
  await tell(ctx, order);
  return order;
}

const tell = (ctx: Context, { customerId }: WorkOrder) => publish(ctx, { topic: 'customer', id: customerId });

/** The title of the entry has room for the beginning. */
const LONGEST = 80;

async function note(ctx: Context, order: WorkOrder, kind: ActivityKind, to?: WorkOrderStatus): Promise<void> {
  const { id, customerId, reference, description } = order;
  const [line = ''] = description.split('\n');
  const title = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  const details = { reference, title, ...(to ? { to } : {}) };
  await noteActivity(ctx, { customerId, kind, details, audience: Audience.EVERYONE, subject: { type: 'WorkOrder', id } });
}

/** What was typed, as it is kept; every mistake at once. */
async function checked(ctx: Context, input: WorkOrderFields, customerId: string): Promise<Partial<WorkOrder>> {
  const mistakes: UserError[] = [];
  const { vehicleId, plannedOn, amountCents } = input;
  if (vehicleId && !(isUUID(vehicleId) && (await ctx.db.existsBy(Vehicle, { id: vehicleId, customerId }))))
    mistakes.push(new UserError('VEHICLE_OF_ANOTHER', ['input', 'vehicleId']));
  const description = readNeeded(mistakes, 'description', input.description);
  refuseIfAny(mistakes);
  return given({ description, vehicleId, plannedOn, amountCents });
}
