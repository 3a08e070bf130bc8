import { isUUID } from 'class-validator';
import { authorize, visible } from '../../core/access.js';
import { audit, type Changes, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, refuseIfAny, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { columnOf } from '../../core/table.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { mergeConsents } from '../consent/consent-merge.service.js';
import { eventsOfMerge, forgetStanding } from '../consent/consent-split.service.js';
import { knownValues } from '../customer/custom-field-value.service.js';
import { Customer } from '../customer/customer.entity.js';
import { wrongInKind } from '../customer/customer-read.service.js';
import { CustomerMerge } from './customer-merge.entity.js';
import type { MergeCustomersInput, MergeFieldChoice } from './customer-merge.input.js';
import './customer-merge.words.js';
import { lookAgain } from './look-again.service.js';
import { keptValue, type MergedField, MergeSide, mayKeepBoth, mergeFields, neededFor, usualSide } from './merge-field.rules.js';
import { moveRows, refuseUnknownTables } from './merge-row.service.js';

export interface Merged {
  customer: Customer;
  merge: CustomerMerge;
}

/** One of two customers goes into the other, with everything that hangs on them; nothing is lost, and a split brings it back. */
export async function mergeCustomers(ctx: Context, input: MergeCustomersInput): Promise<Merged> {
  const { survivorId, otherId } = input;
  const [survivor, other] = await lockBoth(ctx, survivorId, otherId);
  authorize(ctx, 'merge', survivor);
  if (survivor.id === other.id) throw new UserError('MERGE_WITH_ITSELF', ['input', 'otherId']);
  refuseStale(survivor, input.survivorVersion);
  refuseStale(other, input.otherVersion);
  const { fields, otherFieldIds } = await chosen(ctx, survivor, other, input.choices);
  await refuseUnknownTables(ctx);

  const merge = await begun(ctx, survivor, other, fields);
  const kind = fields.kind ?? survivor.kind;
  merge.moved = await moveRows(ctx, { id: merge.id, survivorId: survivor.id, otherId: other.id, kind, otherFieldIds });
  await mergeConsents(ctx, { fromId: other.id, intoId: survivor.id });
  await forgetStanding(ctx, other.id);
  const said = await eventsOfMerge(ctx, survivor.id, other.id);
  await ctx.query(sql`
    insert into customer_merge_row (merge_id, place, row_id, how) select ${merge.id}::uuid, 'consent_event', id, 'ADDED' from unnest(${said}::uuid[]) id`);
  await ctx.query(sql`update customer_merge set counts = ${JSON.stringify(merge.moved)}::jsonb where id = ${merge.id}`);
  await ctx.query(sql`delete from customer where id = ${other.id}`);

  const changes = changesOf(survivor, fields);
  await ctx.db.save(Object.assign(survivor, fields, { version: survivor.version + 1, updatedAt: new Date() }));
  await lookAgain(ctx, [survivor.id]);
  await told(ctx, survivor, other, merge, changes);
  return { customer: survivor, merge };
}

/** With those whom the other was said not to be, in one order for everybody, so that two merges wait for each other. */
async function lockBoth(ctx: Context, survivorId: string, otherId: string): Promise<[Customer, Customer]> {
  const known = [survivorId, otherId].filter((id) => isUUID(id));
  await ctx.query(sql`
    select from customer where id = any(${known}::uuid[]) or id in (
      select unnest(array[a_id, b_id]) from customer_duplicate where status = 'REFUSED' and (a_id = any(${known}::uuid[]) or b_id = any(${known}::uuid[])))
    order by id for update`);
  const found = new Map<string, Customer>();
  for (const id of [survivorId, otherId].sort()) {
    const customer = await lockVisible(ctx, Customer, id);
    if (!customer) await refuseMerged(ctx, id, id === survivorId ? 'survivorId' : 'otherId');
    else found.set(id, customer);
  }
  return [found.get(survivorId)!, found.get(otherId)!];
}

/** Somebody was faster: whoever may see who they are now is told. */
async function refuseMerged(ctx: Context, id: string, field: string): Promise<never> {
  const [now] = await ctx.query<{ reference: string; name: string }>(sql`
    select it.reference, it.name from customer_merge m join customer it on it.id = m.customer_id
    where m.other_id::text = ${id} and m.split_at is null and ${visible(ctx.viewer, Customer, sql`it`)}`);
  if (now) throw new UserError('ALREADY_MERGED', ['input', field], now);
  throw notFound();
}

/** The survivor's fields as they will be, and the custom fields of which the other's value stays. */
async function chosen(ctx: Context, survivor: Customer, other: Customer, choices: readonly MergeFieldChoice[]) {
  const mistakes: UserError[] = [];
  const known = await knownValues(ctx, [survivor.id, other.id]);
  const sides = new Map<string, MergeSide>();
  for (const { field, keep } of choices) {
    const isOwn = mergeFields.some((one) => one === field);
    const needs = isOwn ? neededFor[field as MergedField] : 'customField.fill';
    const path = ['input', 'choices', field];
    if (!isOwn && !known.some(({ key }) => `customFields.${key}` === field))
      mistakes.push(new UserError('UNKNOWN_MERGE_FIELD', path));
    else if (needs && !ctx.viewer.permissions.has(needs)) mistakes.push(new UserError('FORBIDDEN', path));
    else if (keep === MergeSide.BOTH && !mayKeepBoth(field)) mistakes.push(new UserError('NOT_BOTH', path));
    sides.set(field, keep);
  }
  const fields = Object.fromEntries(
    mergeFields.map((field) => {
      const side = sides.get(field) ?? usualSide(field, survivor, other);
      return [field, keptValue(field, side, survivor, other)];
    }),
  ) as Partial<Customer>;
  const kind = fields.kind ?? survivor.kind;
  const wrong = wrongInKind({ ...survivor, ...fields, kind }, fields, survivor);
  mistakes.push(...wrong.map(({ code, path }) => new UserError(code, ['input', 'choices', ...path.slice(1)])));
  refuseIfAny(mistakes);
  const otherFieldIds = known
    .filter(({ key, customerId }) => customerId === other.id && sides.get(`customFields.${key}`) === MergeSide.OTHER)
    .map(({ fieldId }) => fieldId);
  return { fields, otherFieldIds };
}

/** What it takes to bring the other back, written before anything moves. */
async function begun(ctx: Context, survivor: Customer, other: Customer, fields: Partial<Customer>): Promise<CustomerMerge> {
  const [{ row }] = await ctx.query<{ row: Record<string, unknown> }>(sql`
    select to_jsonb(it) as row from customer it where id = ${other.id}`);
  const merge = ctx.db.create(CustomerMerge, {
    customerId: survivor.id,
    survivorId: survivor.id,
    otherId: other.id,
    otherReference: other.reference,
    otherName: other.name,
    otherExternalId: other.externalId === fields.externalId ? null : other.externalId,
    otherBefore: row,
    changed: inColumns(changesOf(survivor, fields)),
    moved: {},
    createdById: ctx.viewer.id,
    splitAt: null,
    splitById: null,
  });
  return ctx.db.save(merge);
}

/** By the names of the table, which later versions of the code know too. */
const inColumns = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [columnName(field), change]));

const columnName = (field: string): string => columnOf(Customer, field).sql.compile().text.replaceAll('"', '');

async function told(ctx: Context, survivor: Customer, other: Customer, merge: CustomerMerge, changes: Changes): Promise<void> {
  const { reference, name } = other;
  await audit(ctx, 'customer.merge', survivor, {
    ...changes,
    merged: [null, { id: other.id, reference, name, moved: merge.moved }],
  });
  await noteActivity(ctx, {
    customerId: survivor.id,
    kind: ActivityKind.CUSTOMER_MERGED,
    details: { reference, name },
    subject: { type: 'CustomerMerge', id: merge.id },
  });
  await publish(ctx, { topic: 'customer', id: survivor.id });
  await publish(ctx, { topic: 'customer', id: other.id });
}
