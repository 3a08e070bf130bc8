import { authorize, visible } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { notFound, UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { lockVisible } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { Order } from '../order/order.entity.js';
import { OrderLink, OrderLinkMethod, OrderLinkStatus } from './order-link.entity.js';
import { type AcceptOrderLinksInput, OrderLinkDecision } from './order-link.input.js';
import './order-link.words.js';
import { settleOrders } from './order-link-write.service.js';

const verbs = { [OrderLinkDecision.ACCEPT]: 'accept', [OrderLinkDecision.REFUSE]: 'refuse', [OrderLinkDecision.UNDO]: 'undo' };

/** What somebody decides about a pair; from then on no run changes it. */
export async function reviewOrderLink(ctx: Context, id: string, decision: OrderLinkDecision): Promise<OrderLink> {
  const link = await lockPair(ctx, id);
  authorize(ctx, verbs[decision], link);
  if (decision === OrderLinkDecision.ACCEPT) await refuseTaken(ctx, link);
  return decide(ctx, link, decision);
}

/** The order first, as a run does, so that the two never wait for each other. */
async function lockPair(ctx: Context, id: string): Promise<OrderLink | null> {
  const known = await lockFree(ctx, id);
  if (!known) return null;
  await ctx.query(sql`select from "order" where id = ${known.orderId} for update`);
  return lockVisible(ctx, OrderLink, id);
}

async function lockFree(ctx: Context, id: string): Promise<{ orderId: string } | null> {
  ctx.seek({ type: 'OrderLink', id });
  const [found] = await ctx.query<{ orderId: string }>(sql`
    select it.order_id as "orderId" from order_link it where it.id::text = ${id} and ${visible(ctx.viewer, OrderLink, sql`it`)}`);
  return found ?? null;
}

/** The order may have become somebody's since the pair was shown. */
async function refuseTaken(ctx: Context, { orderId }: OrderLink): Promise<void> {
  const order = await ctx.db.findOneByOrFail(Order, { id: orderId });
  if (order.customerId !== null) throw new UserError('ORDER_TAKEN', ['input', 'id'], { number: order.number });
}

async function decide(ctx: Context, link: OrderLink, decision: OrderLinkDecision): Promise<OrderLink> {
  const before = link.status;
  if (decision === OrderLinkDecision.ACCEPT) {
    Object.assign(link, { status: OrderLinkStatus.LINKED, method: OrderLinkMethod.PERSON });
    // The other thoughts about this order are answered by it.
    await ctx.query(sql`
      delete from order_link where order_id = ${link.orderId} and status = 'PROPOSED' and not decided and id <> ${link.id}`);
  } else if (decision === OrderLinkDecision.REFUSE) link.status = OrderLinkStatus.REFUSED;
  else {
    link.status = OrderLinkStatus.PROPOSED;
    if (link.method === OrderLinkMethod.PERSON) link.method = OrderLinkMethod.EVIDENCE;
  }
  Object.assign(link, { decided: true, decidedAt: new Date(), decidedById: ctx.viewer.id });
  await ctx.db.save(link);
  await settleOrders(ctx, [link.orderId]);
  await audit(ctx, 'orderLink.review', link, {
    status: [before, link.status],
    orderId: [null, link.orderId],
    customerId: [null, link.customerId],
  });
  const linked = link.status === OrderLinkStatus.LINKED;
  if (linked || before === OrderLinkStatus.LINKED) {
    const { number } = await ctx.db.findOneByOrFail(Order, { id: link.orderId });
    await noteActivity(ctx, {
      customerId: link.customerId,
      kind: linked ? ActivityKind.ORDER_LINKED : ActivityKind.ORDER_UNLINKED,
      details: { number },
      subject: { type: 'Order', id: link.orderId },
    });
    await publish(ctx, { topic: 'order', id: link.orderId, about: link.customerId });
  }
  return link;
}

/** So many are decided at once. */
export const MOST_ACCEPTED = 500;

export interface Accepted {
  /** How many proposals the condition holds for, one an order. */
  matching: number;
  accepted: OrderLink[];
}

/**
 * Accepts the likeliest proposal of each order that is at least so likely, the likeliest orders first. What contradicts is left to be
 * looked at one by one, and so is an order with two customers above the score.
 */
export async function acceptOrderLinks(
  ctx: Context,
  { minProbability, runId, expected, dryRun }: AcceptOrderLinksInput,
): Promise<Accepted> {
  if (!(minProbability >= 0.5 && minProbability <= 1)) throw new UserError('BAD_SCORE', ['input', 'minProbability']);
  const row = sql`it`;
  const chosen = sql`
    select it.id, it.order_id from order_link it join "order" on "order".id = it.order_id
    where it.status = 'PROPOSED' and it.probability >= ${minProbability} and it.contradictions = '{}' and "order".customer_id is null
      and (${runId ?? null}::text is null or it.run_id::text = ${runId ?? null}) and ${visible(ctx.viewer, OrderLink, row)}
      and not exists (select from order_link other where other.order_id = it.order_id and other.id <> it.id
        and other.status = 'PROPOSED' and other.probability >= ${minProbability})`;
  const [{ matching }] = await ctx.query<{ matching: number }>(sql`select count(*)::integer as matching from (${chosen}) it`);
  ctx.audited = true; // A preview changes nothing; each one accepted is audited by itself.
  if (dryRun) return { matching, accepted: [] };
  // Since the preview more came, or somebody else decided.
  if (expected != null && expected !== matching) throw new UserError('PREVIEW_STALE', ['input', 'expected'], { count: matching });
  const wanted = await ctx.query<{ id: string; order_id: string }>(sql`
    select id, order_id from (${chosen} order by it.probability desc, it.id limit ${MOST_ACCEPTED}) it order by order_id`);
  const accepted: OrderLink[] = [];
  for (const { id } of wanted) {
    const link = await lockPair(ctx, id);
    if (!link) throw notFound();
    if (link.status === OrderLinkStatus.PROPOSED) accepted.push(await decide(ctx, link, OrderLinkDecision.ACCEPT));
  }
  return { matching, accepted };
}
