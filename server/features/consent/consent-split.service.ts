import type { Context } from '../../core/context.js';
import { type Sql, sql } from '../../core/sql.js';
import type { ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';

/** From the laxest to the strictest. Never asked is no word at all. */
const STRICTNESS = ['UNKNOWN', 'GRANTED', 'EXPIRED', 'REFUSED', 'WITHDRAWN', 'OBJECTED'];

/** Where two customers stand who may become one, and where the one who stays would. */
export interface ConsentsOfTwo {
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  survivor: ConsentStatus;
  other: ConsentStatus;
  result: ConsentStatus;
}

/** Of each purpose and channel that one of them spoke of; what `mergeConsents` would make of it. */
export const consentsOfTwo = (ctx: Context, survivorId: string, otherId: string): Promise<ConsentsOfTwo[]> =>
  ctx.query<ConsentsOfTwo>(sql`
    select mine.purpose, mine.channel, mine.status as survivor, theirs.status as other,
      (${STRICTNESS}::text[])[greatest(array_position(${STRICTNESS}::text[], mine.status), array_position(${STRICTNESS}::text[], theirs.status))] as result
    from consent mine join consent theirs using (purpose, channel)
    where mine.customer_id = ${survivorId} and theirs.customer_id = ${otherId} and (mine.status <> 'UNKNOWN' or theirs.status <> 'UNKNOWN')
    order by mine.purpose, mine.channel`);

/** What a merge wrote for the survivor, of those who were merged into them. */
export async function eventsOfMerge(ctx: Context, survivorId: string, otherId: string): Promise<string[]> {
  const found = await ctx.query<{ id: string }>(sql`
    select id from consent_event where customer_id = ${survivorId} and method = 'MERGE' and proof ->> 'mergedCustomerId' = ${otherId}
      and recorded_at = now()`);
  return found.map(({ id }) => id);
}

/** What was said stays under the id of who said it; where they stand is nobody's while they are merged. */
export const forgetStanding = (ctx: Context, customerId: string): Promise<unknown> =>
  ctx.query(sql`delete from consent_state where customer_id = ${customerId}`);

/** Where they stand is what their events say last. */
export const standAgain = (ctx: Context, customerId: string): Promise<unknown> =>
  ctx.query(sql`
    insert into consent_state (customer_id, purpose, channel, status, since, expires_at)
    select distinct on (consent_id) customer_id, purpose, channel, action, at, expires_at from consent_event
    where customer_id = ${customerId} order by consent_id, at desc, seq desc on conflict do nothing`);

/**
 * Where a merge is taken back: whatever it wrote for the survivor, and nobody said anything since, is followed by an event that says
 * again what they said before it, with its text and end. Who had never been asked has an agreement, or a refusal, that is over: they
 * are reached as somebody never asked is.
 */
export async function partConsents(ctx: Context, mergeId: string, eventIds: readonly string[]): Promise<void> {
  await ctx.query(sql`
    insert into consent_event (customer_id, purpose, channel, action, method, text_id, document_id, actor_id, expires_at, proof)
    select it.customer_id, it.purpose, it.channel, coalesce(was.action, 'EXPIRED'), 'MERGE', was.text_id, was.document_id,
      ${ctx.viewer.id}::uuid, was.expires_at, jsonb_build_object('splitMergeId', ${mergeId}::uuid, 'repeatedEventId', was.id)
    from consent_event it left join lateral (
      select * from consent_event before where before.consent_id = it.consent_id and before.seq < it.seq
      order by before.at desc, before.seq desc limit 1) was on true
    where it.id = any(${eventIds}::uuid[]) and not exists (
      select from consent_event later where later.consent_id = it.consent_id and (later.at, later.seq) > (it.at, it.seq))
    order by it.seq`);
}

/**
 * What was refused while two were one may have been said by either, and events can't be handed over: it holds for the one who is back
 * too, where they stand less strictly.
 */
export async function keepStrictest(
  ctx: Context,
  { mergeId, survivorId, otherId }: { mergeId: string; survivorId: string; otherId: string },
): Promise<void> {
  const strictness = (status: Sql) => sql`array_position(${STRICTNESS}::text[], ${status})`;
  await ctx.query(sql`
    insert into consent_event (customer_id, purpose, channel, action, method, text_id, actor_id, proof)
    select ${otherId}::uuid, said.purpose, said.channel, said.action, 'MERGE', said.text_id, ${ctx.viewer.id}::uuid,
      jsonb_build_object('splitMergeId', ${mergeId}::uuid, 'repeatedEventId', said.id)
    from (
      select distinct on (it.consent_id) it.* from consent_event it join customer_merge m on m.id = ${mergeId}
      where it.customer_id = ${survivorId} and it.recorded_at > m.created_at and it.method <> 'MERGE'
      order by it.consent_id, it.at desc, it.seq desc) said
    join consent theirs on theirs.customer_id = ${otherId} and theirs.purpose = said.purpose and theirs.channel = said.channel
    where said.action in ('REFUSED', 'WITHDRAWN', 'OBJECTED') and ${strictness(sql`said.action`)} > ${strictness(sql`theirs.status`)}
    order by said.seq`);
}
