import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { sql } from '../../core/sql.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { ConsentStatus } from './consent.entity.js';
import { ConsentEvent } from './consent-event.entity.js';

export type Said = Pick<ConsentEvent, 'customerId' | 'purpose' | 'channel' | 'action' | 'method'> &
  Partial<Pick<ConsentEvent, 'at' | 'note' | 'documentId' | 'textId' | 'actorId' | 'proof'>>;

/** Writes down what was said, with its audit entry and its line on the timeline. The caller holds the customer's lock. */
export async function writeConsent(ctx: Context, said: Said): Promise<ConsentEvent> {
  const { customerId, purpose, channel, action } = said;
  const standing = async () => {
    const [consent] = await ctx.query<{ id: string; status: ConsentStatus }>(sql`
      select id, status from consent where customer_id = ${customerId} and purpose = ${purpose} and channel = ${channel}`);
    return consent;
  };
  const before = await standing();
  const { id } = await ctx.db.save(ctx.db.create(ConsentEvent, { at: new Date(), ...said }));
  // With what the database worked out.
  const event = await ctx.db.findOneByOrFail(ConsentEvent, { id });
  ctx.loaders.clear(); // The state was read before the event changed it.
  const after = await standing();
  await audit(ctx, action === ConsentStatus.GRANTED ? 'consent.record' : 'consent.withdraw', event, {
    [`${purpose}.${channel}`]: [before.status, after.status],
    hash: [null, event.hash],
  });
  await noteActivity(ctx, {
    customerId,
    kind: ActivityKind.CONSENT_CHANGED,
    details: { purpose, channel, to: action },
    audience: 'EVERYONE',
    subject: { type: 'ConsentEvent', id },
  });
  await publish(ctx, { topic: 'consent', id: after.id, about: customerId });
  return event;
}

/** The text that people are shown now, in their language where there is one. */
export async function currentTextId(ctx: Context, purpose: string): Promise<string | null> {
  const [text] = await ctx.query<{ id: string }>(sql`
    select id from consent_text where purpose = ${purpose} and valid_from <= now() order by version desc, (locale = ${ctx.locale}) desc limit 1`);
  return text?.id ?? null;
}
