import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import { type Hanging, hangings, laidAside, pairs, tableNamed, workedOut } from './hanging.scope.js';

/** A merge under way: which rows were whose is kept under its id. */
export interface Merging {
  id: string;
  survivorId: string;
  otherId: string;
  /** COMPANY or PERSON: what the survivor is then. */
  kind: string;
  /** Custom fields whose value of the other one stays. */
  otherFieldIds: readonly string[];
}

/** A table that this code knows nothing of would lose its rows: then nobody is merged. */
export async function refuseUnknownTables(ctx: Context): Promise<void> {
  const known = [...hangings.map(({ place }) => place), ...workedOut, ...laidAside, pairs];
  const found = await ctx.query<{ place: string }>(sql`
    select relname as place from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and confrelid = 'customer'::regclass and relname <> all(${known}::text[])`);
  if (found.length > 0) throw new Error(`no rule says what becomes of ${found.map(({ place }) => place).join(', ')} in a merge`);
}

/** Notes which rows are whose, settles what both have, and moves the rest. Answers how many rows came over, by table. */
export async function moveRows(ctx: Context, merging: Merging): Promise<Record<string, number>> {
  const { id, survivorId } = merging;
  for (const { place } of hangings)
    await ctx.query(sql`
      insert into customer_merge_row (merge_id, place, row_id, how)
      select ${id}::uuid, ${place}, it.id, 'KEPT' from ${tableNamed(place)} it where it.customer_id = ${survivorId} and it.id <> ${id}`);
  await settleMainContact(ctx, merging);
  await settleRights(ctx, merging, 'membership', sql`user_id`);
  await settleRights(ctx, merging, 'invitation_customer', sql`invitation_id`);
  await settleCustomFields(ctx, merging);
  await settleVehicles(ctx, merging);
  await settleOrderLinks(ctx, merging);
  await settleSegments(ctx, merging);
  await layAside(ctx, merging);
  await settlePairs(ctx, merging);
  const counts: Record<string, number> = {};
  for (const hanging of hangings) {
    const count = await move(ctx, merging, hanging);
    if (count > 0) counts[hanging.place] = count;
  }
  await ctx.query(sql`delete from match_profile where customer_id in (${survivorId}, ${merging.otherId})`);
  return counts;
}

async function move(ctx: Context, { id, survivorId, otherId }: Merging, { place, kept }: Hanging): Promise<number> {
  const noted = await ctx.query<{ row_id: string }>(sql`
    insert into customer_merge_row (merge_id, place, row_id, how)
    select ${id}::uuid, ${place}, it.id, 'MOVED' from ${tableNamed(place)} it where it.customer_id = ${otherId} returning row_id`);
  await giveTo(
    ctx,
    { place, kept },
    noted.map(({ row_id }) => row_id),
    survivorId,
  );
  return noted.length;
}

/** These rows are that customer's from now on. */
export async function giveTo(ctx: Context, { place, kept }: Hanging, ids: readonly string[], customerId: string): Promise<void> {
  if (ids.length === 0) return;
  if (kept) await ctx.query(sql`select move_kept(${place}, ${ids}::uuid[], ${customerId}::uuid)`);
  else await ctx.query(sql`update ${tableNamed(place)} set customer_id = ${customerId} where id = any(${ids}::uuid[])`);
}

/** Rows that can't stand beside the others go, and are kept whole for the way back. */
async function drop(ctx: Context, mergeId: string, place: string, condition: Sql): Promise<void> {
  await ctx.query(sql`
    with gone as (delete from ${tableNamed(place)} it where ${condition} returning it.*)
    insert into customer_merge_row (merge_id, place, row_id, how, before)
    select ${mergeId}::uuid, ${place}, gone.id, 'DROPPED', to_jsonb(gone) from gone`);
}

/** One contact of a customer is the main one: the survivor's. */
async function settleMainContact(ctx: Context, { id, survivorId, otherId }: Merging): Promise<void> {
  await ctx.query(sql`
    with second as (
      update contact it set "primary" = false where it.customer_id = ${otherId} and it."primary"
        and exists (select from contact main where main.customer_id = ${survivorId} and main."primary")
      returning it.id)
    insert into customer_merge_row (merge_id, place, row_id, how, before, after)
    select ${id}::uuid, 'contact', id, 'CHANGED', '{"primary": true}', '{"primary": false}' from second`);
}

const RIGHTS = sql`jsonb_build_object('finance', it.finance, 'documents', it.documents, 'projects', it.projects, 'tickets', it.tickets)`;

/** Whoever comes in for both sees what both let them see: nobody is shown more by this. */
async function settleRights(
  ctx: Context,
  { id, survivorId, otherId }: Merging,
  place: 'membership' | 'invitation_customer',
  by: Sql,
): Promise<void> {
  const table = tableNamed(place);
  await ctx.query(sql`
    with was as (
      select it.id, ${RIGHTS} as rights, theirs.finance, theirs.documents, theirs.projects, theirs.tickets
      from ${table} it join ${table} theirs on theirs.${by} = it.${by} and theirs.customer_id = ${otherId} where it.customer_id = ${survivorId}),
    fewer as (
      update ${table} it set finance = it.finance and was.finance, documents = it.documents and was.documents,
        projects = it.projects and was.projects, tickets = it.tickets and was.tickets
      from was where it.id = was.id and (it.finance, it.documents, it.projects, it.tickets) is distinct from
        (it.finance and was.finance, it.documents and was.documents, it.projects and was.projects, it.tickets and was.tickets)
      returning it.id, was.rights as before, ${RIGHTS} as after)
    insert into customer_merge_row (merge_id, place, row_id, how, before, after)
    select ${id}::uuid, ${place}, id, 'CHANGED', before, after from fewer`);
  await drop(
    ctx,
    id,
    place,
    sql`it.customer_id = ${otherId} and exists (select from ${table} mine where mine.customer_id = ${survivorId} and mine.${by} = it.${by})`,
  );
}

/** The survivor's values, but for those that somebody chose otherwise and for what is asked of the other kind of customer. */
async function settleCustomFields(ctx: Context, { id, survivorId, otherId, kind, otherFieldIds }: Merging): Promise<void> {
  const twin = (whose: string) =>
    sql`exists (select from custom_field_value twin where twin.field_id = it.field_id and twin.customer_id = ${whose})`;
  const asked = sql`exists (select from custom_field f where f.id = it.field_id and f.applies_to in ('EVERYONE', ${kind}))`;
  const chosen = sql`it.field_id = any(${otherFieldIds}::uuid[])`;
  await drop(
    ctx,
    id,
    'custom_field_value',
    sql`(it.customer_id = ${survivorId} and ((${chosen} and ${twin(otherId)}) or not ${asked}))
      or (it.customer_id = ${otherId} and ((${twin(survivorId)} and not ${chosen}) or not ${asked}))`,
  );
}

/** One vehicle in two records: the work done on it is done on the survivor's. */
async function settleVehicles(ctx: Context, { id, survivorId, otherId }: Merging): Promise<void> {
  await ctx.query(sql`
    with twins as (
      select theirs.id as was, mine.id as becomes from vehicle theirs join vehicle mine using (plate)
      where theirs.customer_id = ${otherId} and mine.customer_id = ${survivorId}),
    moved as (update work_order it set vehicle_id = twins.becomes from twins where it.vehicle_id = twins.was returning it.id, was, becomes)
    insert into customer_merge_row (merge_id, place, row_id, how, before, after)
    select ${id}::uuid, 'work_order', id, 'CHANGED', jsonb_build_object('vehicle_id', was), jsonb_build_object('vehicle_id', becomes) from moved`);
  const twin = sql`exists (select from vehicle mine where mine.customer_id = ${survivorId} and mine.plate = it.plate)`;
  await drop(ctx, id, 'vehicle', sql`it.customer_id = ${otherId} and ${twin}`);
}

/** Of two thoughts about one order the one that says more stays: that it is theirs, then that somebody refused it. */
async function settleOrderLinks(ctx: Context, { id, survivorId, otherId }: Merging): Promise<void> {
  const weight = (row: Sql) =>
    sql`array_position(array['LINKED', 'REFUSED', 'UNDONE', 'PROPOSED'], ${row}.status) * 2 - ${row}.decided::integer`;
  const twin = (whose: string, weighs: Sql) => sql`exists (
    select from order_link twin where twin.customer_id = ${whose} and twin.order_id = it.order_id and ${weight(sql`twin`)} ${weighs} ${weight(sql`it`)})`;
  await drop(
    ctx,
    id,
    'order_link',
    sql`(it.customer_id = ${survivorId} and ${twin(otherId, sql`<`)}) or (it.customer_id = ${otherId} and ${twin(survivorId, sql`<=`)})`,
  );
}

/** Nobody is twice in a segment; whether they still meet its rule its own job finds out. */
async function settleSegments(ctx: Context, { id, survivorId, otherId }: Merging): Promise<void> {
  const twin = sql`exists (select from segment_member mine where mine.customer_id = ${survivorId} and mine.segment_id = it.segment_id)`;
  await drop(ctx, id, 'segment_member', sql`it.customer_id = ${otherId} and ${twin}`);
}

/** Figures of the survivor are worked out in the night, and who was reminded of what is told by what they were reminded of. */
async function layAside(ctx: Context, { id, otherId }: Merging): Promise<void> {
  for (const place of laidAside)
    await ctx.query(sql`
      with gone as (delete from ${tableNamed(place)} it where it.customer_id = ${otherId} returning it.*)
      insert into customer_merge_row (merge_id, place, row_id, how, before)
      select ${id}::uuid, ${place}, md5(to_jsonb(gone)::text)::uuid, 'DROPPED', to_jsonb(gone) from gone`);
}

/** Who was not the other one isn't the survivor either; what was still open is looked at anew. */
async function settlePairs(ctx: Context, { id, survivorId, otherId }: Merging): Promise<void> {
  await drop(ctx, id, pairs, sql`${otherId}::uuid in (it.a_id, it.b_id)`);
  await ctx.query(sql`
    with refused as (
      insert into customer_duplicate (a_id, b_id, status, probability, evidence, decided_by_id, decided_at)
      select least(third.id, ${survivorId}::uuid), greatest(third.id, ${survivorId}::uuid), 'REFUSED', gone.probability, gone.evidence,
        gone.decided_by_id, gone.decided_at
      from customer_merge_row noted, jsonb_populate_record(null::customer_duplicate, noted.before) gone,
        lateral (select case when gone.a_id = ${otherId} then gone.b_id else gone.a_id end as id) third
      where noted.merge_id = ${id} and noted.place = ${pairs} and gone.status = 'REFUSED' and third.id <> ${survivorId}
      on conflict (a_id, b_id) do nothing returning id)
    insert into customer_merge_row (merge_id, place, row_id, how) select ${id}::uuid, ${pairs}, id, 'ADDED' from refused`);
}
