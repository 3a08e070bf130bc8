import type { Context } from '../../core/context.js';
import { enqueue, type Job } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { takeDue } from '../customer/customer-due.service.js';
import { drawSome } from './figures-draw.service.js';

/** From so many customers on, working out all of them costs less. */
const MANY = 5_000;

/** Customers whose purchases changed are worked out again; answers how many, or the least there are. All of them are, by the job named, where they are many. */
export async function followPurchases(ctx: Context, whole: Job<object>, signal: AbortSignal): Promise<number> {
  // What is being worked out for all is written last of all: whoever changed meanwhile waits for it.
  const [{ waits }] = await ctx.query<{ waits: boolean }>(sql`
    select exists (select from figures_progress where status in ('QUEUED', 'RUNNING')) as waits`);
  if (waits) return 0;
  return ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const due = await takeDue(inside, sql`figures_due`, MANY);
    const [drawn] = await inside.query<{ asOf: string; apart: boolean }>(sql`
      select as_of::text as "asOf", tenth_limits is not null as apart from figures_drawn`);
    if (due?.length === 0 || !drawn) return 0;
    if (due && drawn.apart) await drawSome(inside, drawn.asOf, due, signal);
    else await enqueue(inside, whole, {}, { key: whole.name });
    return due?.length ?? MANY;
  });
}
