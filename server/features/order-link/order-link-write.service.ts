import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { Verdict } from '../matching/decide.rules.js';
import type { JudgedOrder } from './order-match.service.js';

export interface RunCounts {
  seen: number;
  linked: number;
  moved: number;
  unlinked: number;
  proposed: number;
}

export const noCounts = (): RunCounts => ({ seen: 0, linked: 0, moved: 0, unlinked: 0, proposed: 0 });

/** So many customers at most are proposed for an order. */
const MOST_PROPOSED = 3;

/** Writes what became of a piece of orders. Decided pairs stay as they are; so do orders that somebody linked meanwhile. */
export async function writeLinks(ctx: Context, runId: string, orders: readonly JudgedOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, candidates }) => {
    const linked = candidates.find(({ verdict }) => verdict === Verdict.LINK);
    return (linked ? [linked] : candidates.slice(0, MOST_PROPOSED)).map((one) => ({
      order_id: id,
      customer_id: one.profile.id,
      status: linked ? 'LINKED' : 'PROPOSED',
      method: one.method ?? 'EVIDENCE',
      probability: one.probability,
      evidence: one.evidence.map(({ field, level, bits }) => ({ field, level, bits: Math.round(bits * 10) / 10 })),
      contradictions: one.contradictions,
    }));
  });
  const keys = orders.map(({ id, record }) => ({ id, email: record.emails[0]?.key ?? null, phone: record.phones[0] ?? null }));
  // Whoever decides about one of these orders meanwhile comes before or after, not between.
  await ctx.query(sql`select from "order" where id = any(${orders.map(({ id }) => id)}::uuid[]) order by id for update`);
  await ctx.query(sql`
    update "order" it set matched_at = now(), email_key = r.email, phone_key = r.phone
    from json_to_recordset(${JSON.stringify(keys)}::json) r (id uuid, email text, phone text) where it.id = r.id`);
  await ctx.query(sql`
    delete from order_link where order_id = any(${orders.map(({ id }) => id)}::uuid[]) and status = 'PROPOSED' and not decided`);
  // What a run linked before and would not link any more, or to another one.
  await ctx.query(sql`
    update order_link was set status = 'UNDONE', undone_by_run_id = ${runId}
    where was.order_id = any(${orders.map(({ id }) => id)}::uuid[]) and was.status = 'LINKED' and not was.decided
      and not exists (select from json_to_recordset(${JSON.stringify(rows)}::json) r (order_id uuid, customer_id uuid, status text)
        where r.order_id = was.order_id and r.customer_id = was.customer_id and r.status = 'LINKED')`);
  await ctx.query(sql`
    insert into order_link as known (order_id, customer_id, status, method, probability, evidence, contradictions, run_id)
    select r.order_id, r.customer_id, r.status, r.method, r.probability, r.evidence, r.contradictions, ${runId}::uuid
    from json_to_recordset(${JSON.stringify(rows)}::json) r (order_id uuid, customer_id uuid, status text, method text,
      probability double precision, evidence jsonb, contradictions text[])
      join customer on customer.id = r.customer_id
    where not exists (select from order_link decided where decided.order_id = r.order_id and decided.status = 'LINKED' and decided.decided)
    on conflict (order_id, customer_id) do update set status = excluded.status, method = excluded.method, probability = excluded.probability,
      evidence = excluded.evidence, contradictions = excluded.contradictions, run_id = excluded.run_id
    where not known.decided and known.status <> 'LINKED'`);
  await settleOrders(
    ctx,
    orders.map(({ id }) => id),
  );
}

/** An order is of whom its link says. What a run linked shows to the customer once its buyer proved the address. */
export const settleOrders = (ctx: Context, orderIds: readonly string[]): Promise<unknown> =>
  ctx.query(sql`
    update "order" it set customer_id = link.customer_id, disclosed = exists (
        select from order_claim claim join membership using (user_id)
        where claim.used_at is not null and claim.email_key = it.email_key and membership.customer_id = link.customer_id and membership.finance)
    from (select wanted.id, (select customer_id from order_link where order_id = wanted.id and status = 'LINKED') as customer_id
      from unnest(${orderIds}::uuid[]) wanted (id)) link
    where it.id = link.id and it.customer_id is distinct from link.customer_id
      and (link.customer_id is not null or exists (select from order_link where order_id = it.id and customer_id = it.customer_id))`);

/**
 * What was proposed for want of evidence is linked where another order with the same address or number is that customer's already, and
 * nothing in the evidence speaks against it.
 */
export async function followOrders(ctx: Context, runId: string): Promise<string[]> {
  const followed = await ctx.query<{ id: string }>(sql`
    with owners as (
      select link.id, array_agg(distinct other.customer_id) as customers
      from order_link link join "order" it on it.id = link.order_id
        join "order" other on other.customer_id is not null and other.id <> it.id
          and (other.email_key = it.email_key or other.phone_key = it.phone_key)
      where link.run_id = ${runId} and link.status = 'PROPOSED' and not link.decided and it.customer_id is null
      group by link.id)
    update order_link link set status = 'LINKED', method = 'OTHER_ORDER' from owners
    where link.id = owners.id and owners.customers = array[link.customer_id] and link.contradictions = '{}'
      and not exists (select from jsonb_to_recordset(link.evidence) e (level text, bits double precision)
        where level in ('OTHER', 'PARTLY') and bits < 0)
      and link.id = (select best.id from order_link best where best.order_id = link.order_id and best.status = 'PROPOSED'
        and best.customer_id = link.customer_id)
    returning link.order_id as id`);
  const ids = followed.map(({ id }) => id);
  await ctx.query(sql`
    delete from order_link where order_id = any(${ids}::uuid[]) and status = 'PROPOSED' and not decided`);
  await settleOrders(ctx, ids);
  return ids;
}

/** What a run did so far: counted from what is written, so that it is what can be taken back. */
export async function countRun(ctx: Context, runId: string, seen: number): Promise<RunCounts> {
  const [counts] = await ctx.query<Omit<RunCounts, 'seen'>>(sql`
    select (count(*) filter (where status = 'LINKED' and not moved))::integer as linked,
      (count(*) filter (where status = 'LINKED' and moved))::integer as moved,
      (select count(*) from order_link gone where gone.undone_by_run_id = ${runId}
        and not exists (select from order_link now_ where now_.order_id = gone.order_id and now_.status = 'LINKED'))::integer as unlinked,
      (count(distinct order_id) filter (where status = 'PROPOSED'))::integer as proposed
    from (select link.*, exists (select from order_link was where was.order_id = link.order_id and was.undone_by_run_id = ${runId}) as moved
      from order_link link where link.run_id = ${runId} and not link.decided) it`);
  return { seen, ...counts };
}
