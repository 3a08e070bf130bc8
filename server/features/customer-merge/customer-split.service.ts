import { authorize } from '../../core/access.js';
import { audit, type Changes } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { join, name, sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { keepStrictest, partConsents, standAgain } from '../consent/consent-split.service.js';
import { Customer } from '../customer/customer.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';
import type { SplitCustomerInput } from './customer-merge.input.js';
import './customer-merge.words.js';
import { hangings } from './hanging.scope.js';
import { lookAgain } from './look-again.service.js';
import { givenToOther } from './merge-addition.service.js';
import { giveTo } from './merge-row.service.js';
import { giveBack } from './split-row.service.js';

export interface Split {
  merge: CustomerMerge;
  survivor: Customer;
  other: Customer;
  leftFields: string[];
}

/** Both are as they were before the merge; what came since is the survivor's, but for what hangs on rows that go back or is given to the other. */
export async function splitCustomer(ctx: Context, { id, additions }: SplitCustomerInput): Promise<Split> {
  const [merge, survivor] = await lockMerge(ctx, id);
  const given = await givenToOther(ctx, merge, additions);
  const leftFields = await restoreSurvivor(ctx, merge);
  await restoreOther(ctx, merge);
  // Written before anything moves: the database lets what never changes move only for a merge of this transaction.
  await ctx.query(sql`
    update customer_merge set split_at = now(), split_by_id = ${ctx.viewer.id}::uuid where id = ${merge.id}`);
  const { customerId: survivorId, otherId } = merge;
  // The other has a main contact already, who comes back.
  await ctx.query(sql`update contact set "primary" = false where id = any(${given.get('contact') ?? []}::uuid[])`);
  for (const hanging of hangings) await giveTo(ctx, hanging, given.get(hanging.place) ?? [], otherId);
  await giveBack(ctx, merge);
  const added = await ctx.query<{ id: string }>(sql`
    select row_id as id from customer_merge_row where merge_id = ${merge.id} and place = 'consent_event' and how = 'ADDED'`);
  await partConsents(
    ctx,
    merge.id,
    added.map((one) => one.id),
  );
  await standAgain(ctx, otherId);
  await keepStrictest(ctx, { mergeId: merge.id, survivorId, otherId });
  await lookAgain(ctx, [survivorId, otherId]);

  const other = await ctx.db.findOneByOrFail(Customer, { id: otherId });
  const now = await ctx.db.findOneByOrFail(Customer, { id: survivorId });
  await told(ctx, merge, survivor, now, other);
  return { merge: await ctx.db.findOneByOrFail(CustomerMerge, { id: merge.id }), survivor: now, other, leftFields };
}

/** The customer first, as a merge does, so that the two wait for each other. */
async function lockMerge(ctx: Context, id: string): Promise<[CustomerMerge, Customer]> {
  const [known] = await ctx.query<{ customerId: string }>(sql`
    select customer_id as "customerId" from customer_merge where id::text = ${id}`);
  const survivor = known ? await lockVisible(ctx, Customer, known.customerId) : null;
  const merge = await lockVisible(ctx, CustomerMerge, id);
  if (merge?.splitAt) throw new UserError('ALREADY_SPLIT', ['input', 'id']);
  authorize(ctx, 'split', merge);
  authorize(ctx, 'merge', survivor);
  if (merge.survivorId !== survivor.id) {
    const { reference, name: called } = survivor;
    throw new UserError('MERGED_AGAIN', ['input', 'id'], { reference, name: called });
  }
  return [merge, survivor];
}

type Row = Record<string, unknown>;
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What the merge changed and nobody since is as it was. Answers what somebody changed since. */
async function restoreSurvivor(ctx: Context, { customerId, changed }: CustomerMerge): Promise<string[]> {
  const row = await rowOf(ctx, customerId);
  const columns = Object.keys(changed).filter((column) => column in row);
  const back = columns.filter((column) => same(row[column], changed[column][1]));
  const before = await withoutGoneUsers(ctx, Object.fromEntries(back.map((column) => [column, changed[column][0]])));
  await refuseTaken(ctx, customerId, before);
  const sets = back.map((column) => sql`${name(column)} = was.${name(column)}`);
  await ctx.query(sql`
    update customer it set ${join([...sets, sql`version = it.version + 1`, sql`updated_at = now()`], ', ')}
    from jsonb_populate_record(null::customer, ${JSON.stringify(before)}::jsonb) was where it.id = ${customerId}`);
  return columns.filter((column) => !back.includes(column));
}

/** The row is there again, under its own id and reference. */
async function restoreOther(ctx: Context, { customerId, otherId, otherBefore }: CustomerMerge): Promise<void> {
  const known = await rowOf(ctx, customerId);
  const before = await withoutGoneUsers(ctx, otherBefore);
  await refuseTaken(ctx, otherId, before);
  // Columns that are no more are left out, and those that came since have what new rows have.
  const columns = Object.keys(before).filter((column) => column in known);
  const names = join(columns.map(name), ', ');
  const row = { ...before, version: Number(before.version) + 1 };
  await ctx.query(sql`
    insert into customer (${names}) select ${names} from jsonb_populate_record(null::customer, ${JSON.stringify(row)}::jsonb)`);
}

const rowOf = async (ctx: Context, id: string): Promise<Row> =>
  (await ctx.query<{ row: Row }>(sql`select to_jsonb(it) as row from customer it where it.id = ${id}`))[0].row;

/** Who looked after them may have gone meanwhile. */
async function withoutGoneUsers(ctx: Context, row: Row): Promise<Row> {
  const columns = ['reseller_id', 'manager_id'].filter((column) => row[column]);
  const users = await ctx.query<{ id: string }>(sql`
    select id from "user" where id = any(${columns.map((column) => row[column])}::uuid[])`);
  const gone = columns.filter((column) => !users.some(({ id }) => id === row[column]));
  return { ...row, ...Object.fromEntries(gone.map((column) => [column, null])) };
}

/** Numbers that only one customer has may be somebody else's by now. */
async function refuseTaken(ctx: Context, id: string, row: Row): Promise<void> {
  for (const [column, what] of [
    ['siret', 'SIRET'],
    ['external_id', 'ID'],
    ['reference', 'ID'],
  ] as const) {
    if (!row[column]) continue;
    const [taken] = await ctx.query<{ reference: string; name: string }>(sql`
      select it.reference, it.name from customer it where it.${name(column)} = ${row[column]} and it.id <> ${id}`);
    if (taken) throw new UserError('TAKEN_SINCE', ['input', 'id'], { ...taken, what });
  }
}

async function told(ctx: Context, merge: CustomerMerge, was: Customer, survivor: Customer, other: Customer): Promise<void> {
  const subject = { type: 'CustomerMerge', id: merge.id };
  const changes: Changes = {
    merged: [{ id: other.id, reference: other.reference, name: other.name }, null],
    ...(was.name === survivor.name ? {} : { name: [was.name, survivor.name] }),
  };
  await audit(ctx, 'customer.split', survivor, changes);
  await audit(ctx, 'customer.split', other, { splitFrom: [null, { id: survivor.id, reference: survivor.reference }] });
  for (const [mine, theirs] of [
    [survivor, other],
    [other, survivor],
  ]) {
    const { reference, name: called } = theirs;
    const details = { reference, name: called };
    await noteActivity(ctx, { customerId: mine.id, kind: ActivityKind.CUSTOMER_SPLIT, details, subject });
    await publish(ctx, { topic: 'customer', id: mine.id });
  }
}
