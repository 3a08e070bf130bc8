import { anonymous, type Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';

/**
 * Where two records turn out to be one customer: for each purpose and way the stricter of what both said holds for the record that
 * stays, as a new event that names the one it comes from. Objected is stricter than withdrawn, then refused, expired, agreed; of two
 * agreements the one that ends sooner. Never asked is no word at all. Nothing is taken from either record, so a merge that is undone
 * leaves the other as it was. Part of the caller's transaction, and of its audit entry; answers how many events it wrote.
 */
export async function mergeConsents(ctx: Context, { fromId, intoId }: { fromId: string; intoId: string }): Promise<number> {
  const actorId = ctx.viewer.id === anonymous.id ? null : ctx.viewer.id;
  const written = await ctx.query(sql`
    with said as (
      select of.customer_id, p.purpose, way.channel, it.status, it.expires_at, it.event_id,
        array_position(array['UNKNOWN', 'GRANTED', 'EXPIRED', 'REFUSED', 'WITHDRAWN', 'OBJECTED'], coalesce(it.status, 'UNKNOWN')) as strictness
      from unnest(array[${fromId}::uuid, ${intoId}::uuid]) of(customer_id)
      cross join unnest(array['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS']) p(purpose)
      cross join unnest(array['EMAIL', 'SMS', 'PHONE', 'POST']) way(channel)
      left join consent_at(of.customer_id, p.purpose, way.channel, now()) it on true)
    insert into consent_event (customer_id, purpose, channel, action, method, text_id, actor_id, expires_at, proof)
    select ${intoId}::uuid, theirs.purpose, theirs.channel, theirs.status, 'MERGE', source.text_id, ${actorId}::uuid,
      case when theirs.status = 'GRANTED' then theirs.expires_at end,
      jsonb_build_object('mergedEventId', theirs.event_id, 'mergedCustomerId', theirs.customer_id)
    from said theirs
    join said ours on ours.customer_id = ${intoId} and ours.purpose = theirs.purpose and ours.channel = theirs.channel
    join consent_event source on source.id = theirs.event_id
    where theirs.customer_id = ${fromId} and (theirs.strictness > ours.strictness
      or (theirs.status = 'GRANTED' and ours.status = 'GRANTED' and theirs.expires_at < coalesce(ours.expires_at, 'infinity')))
    returning id`);
  return written.length;
}
