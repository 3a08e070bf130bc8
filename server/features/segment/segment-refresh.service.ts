import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { takeDue } from '../customer/customer-due.service.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Reach } from '../user/role.entity.js';
import { CustomerSegment } from './segment.entity.js';
import { type Fields, readRule } from './segment.rules.js';
import { allFields } from './segment-catalogue.service.js';
import { SegmentCause } from './segment-change.entity.js';
import { nameOf, ruleOf } from './segment-read.service.js';
import { meets } from './segment-sql.rules.js';

/** How many came and left. */
export interface Moved {
  entered: number;
  left: number;
}

/**
 * Who is in a segment, brought up to date: all customers, or those named. One at a time for each segment: whoever changes or deletes it
 * meanwhile comes before or after. Null where it is gone, or its rule can't be read.
 */
export function refreshSegment(ctx: Context, id: string, customerIds: readonly string[] | null): Promise<Moved | null> {
  return ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const [found] = await inside.query(sql`select from customer_segment where id = ${id} for no key update`);
    const segment = found ? await inside.db.findOneBy(CustomerSegment, { id }) : null;
    // One whose rule is new waits for its turn to be filled whole.
    if (!segment || (customerIds && (segment.stale || segment.broken))) return null;
    const fields = await allFields(inside);
    const { mistakes } = readRule(ruleOf(segment), fields);
    if (mistakes.length > 0) {
      await inside.query(sql`update customer_segment set broken = true, stale = false where id = ${id}`);
      return null;
    }
    const moved = await move(inside, segment, fields, customerIds);
    if (!customerIds)
      await inside.query(sql`
        update customer_segment set stale = false, broken = false, refreshed_at = now(), filled_at = coalesce(filled_at, now())
        where id = ${id}`);
    if (moved.entered + moved.left > 0 || !customerIds) await publish(inside, { topic: 'customer_segment', id });
    if (causeOf(segment) === SegmentCause.CUSTOMER) await tell(inside, segment, moved);
    return moved;
  });
}

/** The first filling is nobody's coming in; what a new rule moves happened with no customer. */
const causeOf = ({ filledAt, stale }: CustomerSegment): SegmentCause | null =>
  filledAt === null ? null : stale ? SegmentCause.RULE : SegmentCause.CUSTOMER;

/** One statement, however many move: what came and left is written with its history and the timelines. */
async function move(
  ctx: Context,
  segment: CustomerSegment,
  fields: Fields,
  customerIds: readonly string[] | null,
): Promise<Moved> {
  const { id } = segment;
  const cause = causeOf(segment);
  const among = (column: ReturnType<typeof sql>) => (customerIds ? sql`${column} = any(${customerIds}::uuid[])` : sql`true`);
  const details = JSON.stringify({ segmentFr: nameOf(segment, 'fr'), segmentEn: nameOf(segment, 'en') });
  const { rule } = readRule(ruleOf(segment), fields);
  const [moved] = await ctx.query<Moved>(sql`
    with wanted as materialized (select it.id from customer it where ${among(sql`it.id`)} and it.restricted_at is null and ${meets(rule, fields, sql`it`)}),
    gone as (
      delete from segment_member inside where inside.segment_id = ${id} and ${among(sql`inside.customer_id`)}
        and not exists (select from wanted where wanted.id = inside.customer_id) returning inside.customer_id),
    fresh as materialized (
      select wanted.id from wanted
      where not exists (select from segment_member inside where inside.segment_id = ${id} and inside.customer_id = wanted.id)),
    -- Who is being deleted meanwhile doesn't come in.
    there as materialized (select it.id from customer it where it.id in (select id from fresh) for key share),
    came as (insert into segment_member (segment_id, customer_id) select ${id}::uuid, id from there returning customer_id),
    moved as materialized (select customer_id, true as entered from came union all select customer_id, false from gone),
    noted as (
      insert into segment_change (segment_id, customer_id, entered, cause)
      select ${id}::uuid, customer_id, entered, ${cause}::text from moved where ${cause}::text is not null),
    told as (
      insert into activity (customer_id, kind, details, audience, subject_type, subject_id)
      select customer_id, case when entered then ${ActivityKind.SEGMENT_ENTERED} else ${ActivityKind.SEGMENT_LEFT} end, ${details}::jsonb,
        ${Audience.TEAM}, 'CustomerSegment', ${id}::uuid
      from moved where ${cause}::text = 'CUSTOMER')
    select (count(*) filter (where entered))::integer as entered, (count(*) filter (where not entered))::integer as left from moved`);
  return moved;
}

/** One message a run to each of ours who follows the segment and still may. */
async function tell(ctx: Context, segment: CustomerSegment, { entered, left }: Moved): Promise<void> {
  if (entered + left === 0) return;
  const followers = await ctx.query<{ id: string }>(sql`
    select f.user_id as id from segment_follower f where f.segment_id = ${segment.id} and exists (
      select from user_role given join role on role.id = given.role_id
      where given.user_id = f.user_id and role.reach = ${Reach.STAFF} and role.permissions @> '{segment.read,segment.follow}'
        and ${segment.needs}::text[] <@ role.permissions)`);
  await notify(
    ctx,
    followers.map(({ id }) => id),
    {
      kind: NotificationKind.SEGMENT_MOVED,
      details: { segmentFr: nameOf(segment, 'fr'), segmentEn: nameOf(segment, 'en'), entered, left },
      link: `/segments/${segment.id}`,
    },
  );
}

/** Every segment, one after the other; each is a transaction of its own. */
export async function refreshSegments(ctx: Context, signal?: AbortSignal): Promise<number> {
  const all = await ctx.query<{ id: string }>(sql`select id from customer_segment order by created_at, id`);
  for (const { id } of all) {
    if (signal?.aborted) throw new Error('stopped on the way');
    await refreshSegment(ctx, id, null);
  }
  return all.length;
}

/** From so many customers on, looking at all of them costs less. */
const MANY = 5_000;

/** Those that changed since it was last asked are looked at again, in every segment that is filled. */
export async function followChanges(ctx: Context, signal: AbortSignal): Promise<void> {
  // What came while the last was looked at called for no job of its own.
  while (await followSome(ctx, signal));
}

async function followSome(ctx: Context, signal: AbortSignal): Promise<boolean> {
  return ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const due = await takeDue(inside, sql`segment_due`, MANY);
    if (due?.length === 0) return false;
    if (!due) {
      // Each segment in a transaction of its own: whoever erases a customer meanwhile waits for one of them, and never they for each other.
      await enqueue(inside, refreshSegmentsJob, {}, { key: refreshSegmentsJob.name });
      return false;
    }
    const filled = await inside.query<{ id: string }>(sql`
      select id from customer_segment where filled_at is not null order by created_at, id`);
    for (const { id } of filled) {
      if (signal.aborted) throw new Error('stopped on the way');
      await refreshSegment(inside, id, due);
    }
    return true;
  });
}

/** Those that came with the product, once there are customers to fill them with and no import is still bringing them. */
export async function fillNew(ctx: Context, signal: AbortSignal): Promise<void> {
  const empty = await ctx.query<{ id: string }>(sql`
    select id from customer_segment where filled_at is null and not broken and exists (select from customer)
      and not exists (select from import_run where status in ('QUEUED', 'RUNNING')) order by created_at, id`);
  for (const { id } of empty) {
    if (signal.aborted) throw new Error('stopped on the way');
    await refreshSegment(ctx, id, null);
  }
}

export const refreshSegmentJob = defineJob<{ segmentId: string }>({
  name: 'refreshSegment',
  async work({ segmentId }, { system, logger }) {
    const moved = await refreshSegment(system(), segmentId, null);
    logger.info({ segment: segmentId, ...moved }, 'a segment was worked out');
  },
});

/** Each night, since days pass. */
export const refreshSegmentsJob = defineJob<Record<string, never>>({
  name: 'refreshSegments',
  cron: '17 3 * * *',
  async work(_, { system, signal, logger }) {
    logger.info({ segments: await refreshSegments(system(), signal) }, 'segments were worked out');
  },
});

/** Asked for where something changed, and each minute for what fell between two. */
export const followSegmentsJob = defineJob<Record<string, never>>({
  name: 'followSegments',
  cron: '* * * * *',
  async work(_, { system, signal }) {
    await fillNew(system(), signal);
    await followChanges(system(), signal);
  },
});
