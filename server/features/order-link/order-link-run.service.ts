import { authorize } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { usualBars } from '../matching/decide.rules.js';
import './order-link.words.js';
import { type OrderLinkOrigin, OrderLinkRun, OrderLinkRunStatus, type SampledChange } from './order-link-run.entity.js';
import { countRun, followOrders, noCounts, type RunCounts, settleOrders, writeLinks } from './order-link-write.service.js';
import { type JudgedOrder, type Looked, OrderMatcher } from './order-match.service.js';

export interface Asked {
  origin: OrderLinkOrigin;
  dryRun: boolean;
  force: boolean;
  bar?: number | null;
}

export async function addLinkRun(ctx: Context, { origin, dryRun, force, bar }: Asked): Promise<OrderLinkRun> {
  const wanted = bar ?? usualBars.link;
  if (!(wanted >= 0.9 && wanted <= 1)) throw new UserError('BAD_BAR', ['input', 'bar']);
  const run = await ctx.db.save(
    ctx.db.create(OrderLinkRun, {
      status: OrderLinkRunStatus.QUEUED,
      origin,
      dryRun,
      force,
      bar: wanted,
      firstChanges: [],
      createdById: ctx.viewer.role === 'system' ? null : ctx.viewer.id,
    }),
  );
  await audit(ctx, 'orderLink.run', run, { dryRun: [null, dryRun], force: [null, force], bar: [null, wanted] });
  return run;
}

/** Held by whoever brings the index up to date and reads it. */
export const LINKING = 7_310_020;
/** So many of the changes are kept to be looked at; all of them are in the list of links. */
const MOST_SAMPLED = 50;

class ThrownAway extends Error {}

/** A dry run is the same as any other, in a transaction that is thrown away. */
const thrownAway = (ctx: Context, work: (inside: Context) => Promise<void>): Promise<void> =>
  ctx.db
    .transaction<void>(async (transaction) => {
      await work(ctx.inside(transaction));
      throw new ThrownAway();
    })
    .catch((error: unknown) => {
      if (!(error instanceof ThrownAway)) throw error;
    });

type Progress = (counts: RunCounts, part: number) => void;

/** Looks at the orders; one run at a time. Answers what it did, or would do. */
export async function runLinking(
  ctx: Context,
  run: OrderLinkRun,
  onlyNew: boolean,
  signal: AbortSignal,
  told: Progress = () => {},
): Promise<TriedRun> {
  const runner = ctx.db.connection.createQueryRunner();
  const alone = ctx.inside(runner.manager);
  try {
    await alone.query(sql`select pg_advisory_lock(${LINKING})`);
    // Nobody else links now: whatever still says so was cut off.
    await alone.query(sql`
      update order_link_run set status = 'FAILED', finished_at = now() where status = 'RUNNING' and id <> ${run.id}`);
    await alone.query(sql`update order_link_run set status = 'RUNNING' where id = ${run.id}`);
    try {
      const outcome = await look(alone, run, { force: run.force, onlyNew }, signal, told);
      await end(alone, run, OrderLinkRunStatus.DONE, outcome);
      return outcome;
    } catch (error) {
      await end(alone, run, OrderLinkRunStatus.FAILED, null).catch(() => {});
      throw error;
    } finally {
      await alone.query(sql`select pg_advisory_unlock(${LINKING})`).catch(() => {});
    }
  } finally {
    await runner.release();
  }
}

/** Says what a run would do, and leaves no trace of itself. */
export async function tryLinking(
  ctx: Context,
  asked: Omit<Asked, 'dryRun'>,
  signal: AbortSignal,
  told?: Progress,
): Promise<TriedRun> {
  let tried: TriedRun | null = null;
  await thrownAway(ctx, async (inside) => {
    await inside.query(sql`select pg_advisory_xact_lock(${LINKING})`);
    const run = await addLinkRun(inside, { ...asked, dryRun: true });
    const { counts, sample } = await look(inside, run, { force: asked.force, onlyNew: false }, signal, told ?? (() => {}));
    tried = { counts, sample };
  });
  return tried!;
}

export type TriedRun = Pick<Outcome, 'counts' | 'sample'>;

interface Outcome {
  counts: RunCounts;
  sample: SampledChange[];
  matcher: OrderMatcher;
}

async function look(ctx: Context, run: OrderLinkRun, looked: Looked, signal: AbortSignal, told: Progress): Promise<Outcome> {
  const matcher = await OrderMatcher.open(ctx, looked, run.bar, signal);
  const total = await matcher.total(looked);
  const outcome: Outcome = { counts: noCounts(), sample: [], matcher };
  const write = async (inside: Context, orders: JudgedOrder[]) => {
    await writeLinks(inside, run.id, orders);
    outcome.counts.seen += orders.length;
  };
  const finish = async (inside: Context) => {
    await followOrders(inside, run.id);
    outcome.counts = await countRun(inside, run.id, outcome.counts.seen);
    outcome.sample = await sampleOf(inside, run.id);
  };
  const progress = async (inside: Context) => {
    const part = total > 0 ? Math.min(1, outcome.counts.seen / total) : 1;
    told(outcome.counts, part);
    await inside.query(sql`update order_link_run set progress = ${part}, seen = ${outcome.counts.seen} where id = ${run.id}`);
    await publish(inside, { topic: 'orderLinkRun', id: run.id });
  };
  if (!run.dryRun) {
    for await (const orders of matcher.orders(looked, signal)) {
      await ctx.db.transaction((transaction) => write(ctx.inside(transaction), orders));
      await progress(ctx);
    }
    await ctx.db.transaction(async (transaction) => {
      const inside = ctx.inside(transaction);
      await finish(inside);
      await noteLinks(inside, run);
    });
    return outcome;
  }
  await thrownAway(ctx, async (inside) => {
    for await (const orders of matcher.orders(looked, signal)) {
      await write(inside, orders);
      told(outcome.counts, total > 0 ? outcome.counts.seen / total : 1);
    }
    await finish(inside);
  });
  return outcome;
}

async function end(
  ctx: Context,
  { id, dryRun }: OrderLinkRun,
  status: OrderLinkRunStatus,
  outcome: Outcome | null,
): Promise<void> {
  const { seen, linked, moved, unlinked, proposed } = outcome?.counts ?? (await countRun(ctx, id, 0));
  await ctx.query(sql`
    update order_link_run set status = ${status}, finished_at = now(), progress = case when ${status} = 'DONE' then 1 else progress end,
      seen = greatest(seen, ${seen}), linked = ${linked}, moved = ${moved}, unlinked = ${unlinked}, proposed = ${proposed},
      model = ${outcome ? JSON.stringify(outcome.matcher.kept) : null}::jsonb, sample = ${JSON.stringify(outcome?.sample ?? [])}::jsonb
    where id = ${id}`);
  if (!dryRun) await publish(ctx, { topic: 'order', id });
  await publish(ctx, { topic: 'orderLinkRun', id });
}

const sampleOf = (ctx: Context, runId: string): Promise<SampledChange[]> =>
  ctx.query<SampledChange>(sql`
    with changed as (
      select order_id, customer_id, method, probability from order_link where run_id = ${runId} and status = 'LINKED'
      union all
      select order_id, null, null, 0 from order_link gone where undone_by_run_id = ${runId} and not exists (
        select from order_link now_ where now_.order_id = gone.order_id and now_.status = 'LINKED' and now_.run_id = ${runId})
      order by probability desc, order_id limit ${MOST_SAMPLED})
    select it.number, (select name from customer where id = changed.customer_id) as customer,
      (select customer.name from order_link was join customer on customer.id = was.customer_id
        where was.order_id = it.id and was.undone_by_run_id = ${runId} limit 1) as before,
      changed.method, changed.probability
    from changed join "order" it on it.id = changed.order_id order by changed.probability desc, it.id`);

/** One line on the timeline of each customer who got orders. */
const noteLinks = (ctx: Context, run: OrderLinkRun): Promise<unknown> =>
  ctx.query(sql`
    insert into activity (customer_id, kind, details, audience, subject_type, subject_id, author_id)
    select customer_id, ${ActivityKind.ORDERS_LINKED}, json_build_object('count', count(*)), ${Audience.TEAM}, 'OrderLinkRun', ${run.id}::uuid,
      ${run.createdById}::uuid
    from order_link where run_id = ${run.id} and status = 'LINKED' and not decided group by customer_id`);

/** Takes back all that a run did and nobody decided since: its links, its proposals, and what it took from others. */
export async function undoLinkRun(ctx: Context, id: string): Promise<OrderLinkRun> {
  const run = await lockVisible(ctx, OrderLinkRun, id);
  authorize(ctx, 'undo', run);
  const touched = await ctx.query<{ id: string }>(sql`
    select it.id from "order" it where it.id in (
      select order_id from order_link where run_id = ${id} and status = 'LINKED' and not decided
      union select order_id from order_link where undone_by_run_id = ${id} and not decided) order by it.id for update`);
  const ids = touched.map((order) => order.id);
  await ctx.query(sql`delete from order_link where run_id = ${id} and status = 'PROPOSED' and not decided`);
  const freed = await ctx.query<{ order_id: string; customer_id: string }>(sql`
    update order_link set status = 'UNDONE', undone_by_run_id = null where run_id = ${id} and status = 'LINKED' and not decided
    returning order_id, customer_id`);
  await ctx.query(sql`
    update order_link was set status = 'LINKED', undone_by_run_id = null where undone_by_run_id = ${id} and not decided
      and not exists (select from order_link now_ where now_.order_id = was.order_id and now_.status = 'LINKED')`);
  await settleOrders(ctx, ids);
  await ctx.query(sql`
    update order_link_run set status = 'UNDONE', undone_at = now(), undone_by_id = ${ctx.viewer.id} where id = ${id}`);
  await ctx.query(sql`
    insert into activity (customer_id, kind, details, audience, subject_type, subject_id, author_id)
    select customer_id, ${ActivityKind.ORDERS_UNLINKED}, json_build_object('count', count(*)), ${Audience.TEAM}, 'OrderLinkRun', ${id}::uuid,
      ${ctx.viewer.id}::uuid
    from json_to_recordset(${JSON.stringify(freed)}::json) r (order_id uuid, customer_id uuid) group by customer_id`);
  await audit(ctx, 'orderLink.undoRun', run, { status: [run.status, 'UNDONE'], orders: [ids.length, 0] });
  await publish(ctx, { topic: 'orderLinkRun', id });
  return ctx.db.findOneByOrFail(OrderLinkRun, { id });
}
