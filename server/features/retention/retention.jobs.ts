import type { Context } from '../../core/context.js';
import { defineJob, type JobWorld } from '../../core/jobs/jobs.js';
import { parisDay } from '../data-subject-request/request-clock.rules.js';
import { RetentionRunStatus } from './retention-run.entity.js';
import { addRun, unfinished, workRun } from './retention-run.service.js';

/** The run of a night, after those that were cut off: started again the same day, it goes on with the one that is there. */
export async function retainTonight(
  ctx: Context,
  signal: AbortSignal,
  today: string,
  logger?: JobWorld['logger'],
): Promise<void> {
  const waiting = await unfinished(ctx);
  for (const { id } of waiting) await workRun(ctx, id, signal, toldTo(logger));
  const mine = await ctx.db.transaction((transaction) => addRun(ctx.inside(transaction), false, today));
  await workRun(ctx, mine.id, signal, toldTo(logger));
}

const toldTo = (logger?: JobWorld['logger']) => (error: unknown, category: string) =>
  logger?.error({ err: error, category }, 'something kept long enough could not be taken away');

async function one(runId: string, { system, signal, logger }: JobWorld): Promise<void> {
  const run = await workRun(system(), runId, signal, toldTo(logger));
  if (run.status === RetentionRunStatus.DONE) logger.info({ retentionRun: runId }, 'what was kept long enough was looked at');
}

/** Somebody asked for it. */
export const retentionJob = defineJob<{ runId: string }>({
  name: 'runRetention',
  work: ({ runId }, world) => one(runId, world),
});

/** Each night, after the mails and agreements of the day before were dealt with. */
export const nightlyRetentionJob = defineJob<object>({
  name: 'retainNightly',
  cron: '50 2 * * *',
  work: (_payload, { system, signal, logger }) => retainTonight(system(), signal, parisDay(new Date()), logger),
});
