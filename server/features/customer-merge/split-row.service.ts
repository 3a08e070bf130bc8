import type { Context } from '../../core/context.js';
import { join, name, type Sql, sql } from '../../core/sql.js';
import type { CustomerMerge } from './customer-merge.entity.js';
import { hangings, laidAside, pairs, tableNamed } from './hanging.scope.js';
import { giveTo } from './merge-row.service.js';

type Parted = Pick<CustomerMerge, 'id' | 'customerId' | 'otherId'>;

/** Every row that a merge moved, dropped or changed is as it was, but for what is gone or was changed since. */
export async function giveBack(ctx: Context, merge: Parted): Promise<void> {
  await ctx.query(sql`
    delete from customer_duplicate where id in (
      select row_id from customer_merge_row where merge_id = ${merge.id} and place = ${pairs} and how = 'ADDED')`);
  for (const hanging of hangings) {
    const rows = await ctx.query<{ id: string }>(sql`
      select it.id from ${tableNamed(hanging.place)} it join customer_merge_row noted on noted.row_id = it.id
      where noted.merge_id = ${merge.id} and noted.place = ${hanging.place} and noted.how = 'MOVED' and it.customer_id = ${merge.customerId}`);
    await giveTo(
      ctx,
      hanging,
      rows.map(({ id }) => id),
      merge.otherId,
    );
    await bringBack(ctx, merge.id, hanging.place);
  }
  await bringBack(ctx, merge.id, pairs);
  for (const place of laidAside) await bringBack(ctx, merge.id, place);
  await unchange(ctx, merge.id);
  await followOrders(ctx, merge);
  await refusePair(ctx, merge);
  await ctx.query(sql`delete from match_profile where customer_id in (${merge.customerId}, ${merge.otherId})`);
}

/** What a dropped row hangs on beside its customer: where that is gone, the row stays gone. */
const parents: Record<string, readonly (readonly [column: string, table: string])[]> = {
  membership: [['user_id', 'user']],
  invitation_customer: [['invitation_id', 'invitation']],
  segment_member: [['segment_id', 'customer_segment']],
  custom_field_value: [
    ['field_id', 'custom_field'],
    ['choice_id', 'custom_field_choice'],
  ],
  order_link: [['order_id', 'order']],
  [pairs]: [
    ['a_id', 'customer'],
    ['b_id', 'customer'],
  ],
};

/** Users and runs may be gone; the row knows no more of them then. */
const forgettable: Record<string, readonly (readonly [column: string, table: string])[]> = {
  order_link: [
    ['run_id', 'order_link_run'],
    ['undone_by_run_id', 'order_link_run'],
    ['decided_by_id', 'user'],
  ],
  [pairs]: [['decided_by_id', 'user']],
};

async function bringBack(ctx: Context, mergeId: string, place: string): Promise<void> {
  const table = tableNamed(place);
  const columns = await ctx.query<{ column: string }>(sql`
    select attname as "column" from pg_attribute where attrelid = ${place === 'order' ? '"order"' : place}::regclass and attnum > 0
      and not attisdropped and attgenerated = ''`);
  const there = (parents[place] ?? []).map(
    ([column, parent]): Sql =>
      sql`(was.${name(column)} is null or exists (select from ${name(parent)} parent where parent.id = was.${name(column)}))`,
  );
  const lost = new Map(forgettable[place] ?? []);
  const values = columns.map(({ column }): Sql => {
    const parent = lost.get(column);
    return parent
      ? sql`(select parent.id from ${name(parent)} parent where parent.id = was.${name(column)})`
      : sql`was.${name(column)}`;
  });
  await ctx.query(sql`
    insert into ${table} (${join(
      columns.map(({ column }) => name(column)),
      ', ',
    )})
    select ${join(values, ', ')}
    from customer_merge_row noted, jsonb_populate_record(null::${table}, noted.before) was
    where noted.merge_id = ${mergeId} and noted.place = ${place} and noted.how = 'DROPPED' and ${join([sql`true`, ...there], ' and ')}
    on conflict do nothing`);
}

/** Somebody may have said since that another contact is the main one. */
const noOtherMain = sql`and not exists (select from contact main where main.customer_id = it.customer_id and main."primary")`;

/** A row that a merge changed, and nobody since, says again what it said. */
async function unchange(ctx: Context, mergeId: string): Promise<void> {
  const changed = await ctx.query<{ place: string; column: string }>(sql`
    select distinct noted.place, key as "column" from customer_merge_row noted, jsonb_object_keys(noted.before) key
    where noted.merge_id = ${mergeId} and noted.how = 'CHANGED' order by 1, 2`);
  for (const [place, members] of Map.groupBy(changed, (one) => one.place)) {
    const table = tableNamed(place);
    const columns = members.map(({ column }) => name(column));
    const sets = columns.map((column) => sql`${column} = was.${column}`);
    await ctx.query(sql`
      update ${table} it set ${join(sets, ', ')}
      from customer_merge_row noted, jsonb_populate_record(null::${table}, noted.before) was
      where noted.merge_id = ${mergeId} and noted.place = ${place} and noted.how = 'CHANGED' and noted.row_id = it.id
        and to_jsonb(it) @> noted.after ${place === 'contact' ? noOtherMain : sql``}`);
  }
}

/** The link of an order is of whom the order is. */
const followOrders = (ctx: Context, { customerId, otherId }: Parted): Promise<unknown> =>
  ctx.query(sql`
    update order_link it set customer_id = ${otherId} from "order" placed
    where placed.id = it.order_id and placed.customer_id = ${otherId} and it.customer_id = ${customerId} and it.status = 'LINKED'
      and not exists (select from order_link there where there.order_id = it.order_id and there.customer_id = ${otherId})`);

/** Whom somebody parted is not proposed as one again. */
const refusePair = (ctx: Context, { customerId, otherId }: Parted): Promise<unknown> =>
  ctx.query(sql`
    insert into customer_duplicate as known (a_id, b_id, status, probability, evidence, decided_by_id, decided_at)
    values (least(${customerId}::uuid, ${otherId}::uuid), greatest(${customerId}::uuid, ${otherId}::uuid), 'REFUSED', 0, '[]',
      ${ctx.viewer.id}::uuid, now())
    on conflict (a_id, b_id) do update set status = 'REFUSED', decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at`);
