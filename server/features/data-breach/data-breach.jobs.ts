import type { Context } from '../../core/context.js';
import { defineJob } from '../../core/jobs/jobs.js';
import { sql } from '../../core/sql.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { REMIND_AT, reminderDue } from './breach-clock.rules.js';
import { isToBeNotified } from './data-breach.relations.js';
import { breachManagers } from './data-breach.service.js';

/** Tells those who may act of each breach whose clock ends soon, or has, once for each step. Answers how many. */
export async function remindOfBreaches(ctx: Context, now = new Date()): Promise<number> {
  const open = await ctx.query<{ id: string; reference: string; dueAt: Date; remindedAt: number | null }>(sql`
    select it.id, it.reference, it.due_at as "dueAt", it.reminded_at as "remindedAt" from data_breach it
    where ${isToBeNotified(sql`it`)} and it.due_at <= ${now}::timestamptz + make_interval(hours => ${REMIND_AT[0]}::int)
    order by it.due_at, it.id for update skip locked`);
  let told = 0;
  for (const { id, reference, dueAt, remindedAt } of open) {
    const hours = reminderDue(dueAt, now);
    if (hours === null || (remindedAt !== null && remindedAt <= hours)) continue;
    await ctx.query(sql`update data_breach set reminded_at = ${hours} where id = ${id}`);
    await notify(ctx, await breachManagers(ctx), {
      kind: hours > 0 ? NotificationKind.DATA_BREACH_DUE : NotificationKind.DATA_BREACH_OVERDUE,
      details: { reference, dueAt: dueAt.toISOString() },
      link: `/breaches/${id}`,
    });
    told += 1;
  }
  return told;
}

/** The clock counts hours, also at night and on Sundays. */
export const remindOfBreachesJob = defineJob<object>({
  name: 'remindDataBreaches',
  cron: '*/10 * * * *',
  work: (_payload, { system }) =>
    system().db.transaction(async (db) => {
      await remindOfBreaches(system().inside(db));
    }),
});
