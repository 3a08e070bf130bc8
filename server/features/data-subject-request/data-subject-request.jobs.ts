import type { Context } from '../../core/context.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { answerers } from './data-subject-request.service.js';
import { daysBetween, parisDay, reminderDue } from './request-clock.rules.js';

/** Tells those who answer of each request that is to be answered soon, once for each step. Answers how many. */
export async function remindOfRequests(ctx: Context, now = new Date()): Promise<number> {
  const today = parisDay(now);
  const open = await ctx.query<{ id: string; reference: string; right: string; dueOn: string; remindedAt: number | null }>(sql`
    select id, reference, "right", due_on::text as "dueOn", reminded_at as "remindedAt" from data_subject_request
    where status in ('RECEIVED', 'IDENTIFIED') and due_on <= ${today}::date + 7 order by due_on, id for update skip locked`);
  let told = 0;
  for (const { id, reference, right, dueOn, remindedAt } of open) {
    const due = reminderDue(daysBetween(today, dueOn));
    if (due === null || (remindedAt !== null && remindedAt <= due)) continue;
    await ctx.query(sql`update data_subject_request set reminded_at = ${due} where id = ${id}`);
    await notify(ctx, await answerers(ctx), {
      kind: NotificationKind.DATA_REQUEST_DUE,
      details: { right, reference, dueOn },
      link: `/requests/${id}`,
    });
    told += 1;
  }
  return told;
}

/** Early each morning, in Paris as in the tropics. */
export const remindOfRequestsJob = defineJob<object>({
  name: 'remindDataSubjectRequests',
  cron: '10 4 * * *',
  work: (_payload, { system }) =>
    system().db.transaction(async (db) => {
      await remindOfRequests(system().inside(db));
    }),
});
