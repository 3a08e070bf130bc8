import { isUUID } from 'class-validator';
import type { Context } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import type { HappeningStream } from '../../core/events/happening-stream.js';
import { PRESENCE } from '../../core/events/presence.js';
import { load } from '../../core/loader.js';
import { sql } from '../../core/sql.js';
import { customerById } from '../customer/customer.relations.js';
import { Reach } from '../user/role.entity.js';
import { userById } from '../user/user.relations.js';
import type { CustomerPresence, CustomerViewer } from './customer-presence.entity.js';

/** Our own people see who of ours looks; the permission alone, given to others, shows them nobody. */
const seesIt = async (ctx: Context, customerId: string): Promise<boolean> =>
  ctx.viewer.reach === Reach.STAFF && isUUID(customerId) && (await load(ctx, customerById, customerId)) !== null;

/**
 * What happens to who looks at a customer, from now on. For as long as it is read the viewer is one of them, and has `editing` open.
 * Whoever sees the product as somebody else is nobody there: neither of the two looks at that page as themselves.
 */
export async function attended(ctx: Context, id: string, editing: string | null): Promise<HappeningStream> {
  if (editing !== null && !isUUID(editing)) throw badInput('INVALID_ID');
  const { events, presence } = ctx.services;
  const { id: person, actor } = ctx.viewer;
  const customerId = id.toLowerCase();
  let own = '';
  const stream = events.stream(
    [PRESENCE, 'access'],
    // When rights change, each is asked anew: whoever lost theirs is gone from the page.
    (happening) => happening.topic !== PRESENCE || (happening.id === customerId && happening.about !== own),
    { topic: PRESENCE, id: customerId },
  );
  if (actor || !(await seesIt(ctx, customerId))) return stream;
  const entered = await presence.enter({ place: customerId, person, subject: editing });
  own = entered.id;
  await stream.afterwards(entered.leave);
  return stream;
}

interface Row {
  person: string;
  since: Date;
  editing: string[];
}

/** Null when the viewer sees no such customer. */
export async function customerPresence(ctx: Context, customerId: string): Promise<CustomerPresence | null> {
  if (!(await seesIt(ctx, customerId))) return null;
  const rows = await ctx.query<Row>(sql`
    select person, min(since) as since, coalesce(array_agg(distinct subject) filter (where subject is not null), '{}') as editing
    from presence where place = ${customerId} and person <> ${ctx.viewer.id} group by person order by 2, 1 limit 50`);
  const others = await Promise.all(
    rows.map(async ({ person, ...row }): Promise<CustomerViewer | null> => {
      const user = await load(ctx, userById, person);
      return user && { user, ...row };
    }),
  );
  return { id: customerId, others: others.filter((one) => one !== null) };
}
