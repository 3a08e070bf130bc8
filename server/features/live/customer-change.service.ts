import { entitiesWithPolicy, seesOf, visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import type { Happening } from '../../core/events/event-bus.js';
import { load } from '../../core/loader.js';
import { sql } from '../../core/sql.js';
import { snake, tableOf } from '../../core/table.js';
import { customerById } from '../customer/customer.relations.js';
import { userById } from '../user/user.relations.js';
import { type CustomerChange, CustomerTopic } from './customer-change.entity.js';

/** Which customer it is about; of the record's own change nothing is said beside its id. */
export const customerOf = ({ topic, id, about }: Happening): string | undefined =>
  about ?? (topic === CustomerTopic.CUSTOMER ? id : undefined);

/** Null when the viewer sees no such customer, or not the part of it that changed. */
export async function customerChange(ctx: Context, happening: Happening): Promise<CustomerChange | null> {
  const customerId = customerOf(happening);
  const customer = customerId && (await load(ctx, customerById, customerId));
  if (!customer || !(await isToBeTold(ctx, happening))) return null;
  const by = happening.by ? await load(ctx, userById, happening.by) : null;
  return { customer, topic: happening.topic as CustomerTopic, id: happening.id, by };
}

/** An internal note must not betray itself. What is gone betrays nothing, but to whoever sees none of its kind. */
async function isToBeTold(ctx: Context, { topic, id }: Happening): Promise<boolean> {
  const entity = entitiesWithPolicy().find(({ name }) => snake(name) === topic);
  if (topic === CustomerTopic.CUSTOMER || !entity) return true;
  if (seesOf(ctx.viewer, entity) === 'none') return false;
  const hidden = await ctx.query(sql`
    select from ${tableOf(entity).sql} it where it.id = ${id} and (${visible(ctx.viewer, entity, sql`it`)}) is not true`);
  return hidden.length === 0;
}
