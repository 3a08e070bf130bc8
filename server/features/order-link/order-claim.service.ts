import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import type { Locale } from '../../core/words.js';
import { sendLetter } from '../account/letter.service.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { emailKey } from '../matching/email.rules.js';
import { isMemberFor } from '../membership/membership.scope.js';
import { Order } from '../order/order.entity.js';
import { OrderClaim } from './order-claim.entity.js';
import './order-claim.words.js';

const MINUTES = 15;
const DIGITS = 6;
const MOST_ANSWERED = 100;

const keyOf = (email: string): string => emailKey(email)?.key ?? email.trim().toLowerCase();

/** Found out after the answer, which is the same either way: whether orders of theirs wait for that address. */
const sendOrderCode = defineJob<{ id: string; locale: Locale }>({
  name: 'order.code',
  work: ({ id, locale }, world) =>
    world.system().db.transaction(async (db) => {
      const ctx = world.system().inside(db);
      const claim = await db.findOneBy(OrderClaim, { id });
      if (!claim || claim.codeHash || claim.expiresAt < new Date()) return;
      const [waiting] = await ctx.query(sql`
        select from "order" it join membership on membership.customer_id = it.customer_id
        where it.email_key = ${claim.emailKey} and not it.disclosed and membership.user_id = ${claim.userId} and membership.finance limit 1`);
      if (!waiting) return;
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      await db.update(OrderClaim, { id }, { codeHash: hashOf(ctx, id, code) });
      await sendLetter(ctx, { letter: 'orderCode', to: claim.email, locale, params: { code }, secret: true });
    }),
});

const hashOf = ({ services }: Context, id: string, code: string): string =>
  createHmac('sha256', services.secret).update(`${id} ${code}`).digest('base64url');

export async function requestOrderCode(ctx: Context, typed: string): Promise<void> {
  const email = typed.trim().toLowerCase();
  // Codes before this one work no more, and those of long ago are of no use.
  await ctx.query(sql`
    delete from order_claim where user_id = ${ctx.viewer.id} and used_at is null and (email_key = ${keyOf(email)} or expires_at < now())`);
  const expiresAt = new Date(Date.now() + MINUTES * 60_000);
  const claim = await ctx.db.save(
    ctx.db.create(OrderClaim, { userId: ctx.viewer.id, email, emailKey: keyOf(email), codeHash: null, expiresAt }),
  );
  await enqueue(ctx, sendOrderCode, { id: claim.id, locale: ctx.locale });
  await audit(ctx, 'order.requestCode', claim, { email: [null, email] });
}

/** The address is proved: the orders placed with it that were found to be their customers' show from now on, and later ones too. */
export async function claimOrders(ctx: Context, email: string, code: string): Promise<Order[]> {
  const [open] = await ctx.query<{ id: string; hash: string | null }>(sql`
    select id, code_hash as hash from order_claim
    where user_id = ${ctx.viewer.id} and email_key = ${keyOf(email)} and used_at is null and expires_at > now()
    order by created_at desc limit 1 for update`);
  const given = hashOf(ctx, open?.id ?? '', code.replace(/\D/g, ''));
  const kept = open?.hash ?? '';
  if (kept.length !== given.length || !timingSafeEqual(Buffer.from(kept), Buffer.from(given)))
    throw new UserError('WRONG_ORDER_CODE', ['input', 'code']);
  await ctx.db.update(OrderClaim, { id: open.id }, { usedAt: new Date() });
  const shown = await ctx.query<{ id: string; customer_id: string }>(sql`
    update "order" it set disclosed = true
    where it.email_key = ${keyOf(email)} and not it.disclosed and ${isMemberFor(ctx.viewer, sql`it.customer_id`, 'finance')}
    returning id, customer_id`);
  const claim = await ctx.db.findOneByOrFail(OrderClaim, { id: open.id });
  await audit(ctx, 'order.claim', claim, { email: [null, claim.email], orders: [0, shown.length] });
  for (const [customerId, orders] of Map.groupBy(shown, (order) => order.customer_id))
    await noteActivity(ctx, { customerId, kind: ActivityKind.ORDERS_CLAIMED, details: { count: orders.length } });
  const ids = shown.map(({ id }) => id);
  return ctx.db
    .createQueryBuilder(Order, 'it')
    .where('it.id = any(:ids)', { ids })
    .orderBy('it.placedAt', 'DESC')
    .limit(MOST_ANSWERED)
    .getMany();
}
