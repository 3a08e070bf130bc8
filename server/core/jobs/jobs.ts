import { setTimeout as pause } from 'node:timers/promises';
import { Logger, run, runMigrations, type TaskList, type Worker } from 'graphile-worker';
import pg from 'pg';
import type { Logger as Log } from 'pino';
import type { Context } from '../context.js';
import { sql } from '../sql.js';
import { LifeLine } from './life-line.js';

/** What a job gets beside its payload: a way to ask for a context, and to know that the process is stopping. */
export interface JobWorld {
  /** A context that acts as this person in this portal, or in their highest role, with what they may do now; null when they may do nothing any more. */
  contextOf(userId: string, portal?: string): Promise<Context | null>;
  /** A context that acts for the product itself. */
  system(): Context;
  signal: AbortSignal;
  logger: Log;
}

export interface Job<Payload> {
  name: string;
  /** When it is done by itself, in UTC, such as `* * * * *` for each minute; however many processes take jobs, it is once. */
  cron?: string;
  /** Done again from the start when it fails or the process dies: it must bear that. */
  work(payload: Payload, world: JobWorld): Promise<void>;
}

const jobs = new Map<string, Job<unknown>>();

export function defineJob<Payload extends object>(job: Job<Payload>): Job<Payload> {
  jobs.set(job.name, job as Job<unknown>);
  return job;
}

/** Part of the transaction: the job is there when the mutation commits, and not otherwise. Jobs of a queue are done one by one. */
export async function enqueue<Payload extends object>(
  ctx: Pick<Context, 'query'>,
  job: Job<Payload>,
  payload: Payload,
  { key, attempts = 5, queue }: { key?: string; attempts?: number; queue?: string } = {},
): Promise<void> {
  await ctx.query(sql`
    select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json, max_attempts => ${attempts}, job_key => ${key ?? null},
      queue_name => ${queue ?? null})`);
}

export const migrateJobs = (connectionString: string): Promise<void> =>
  runMigrations({ connectionString, logger: new Logger(() => () => {}) });

const AGAIN_MS = 1_000;

/** Takes jobs until stopped; those under way are finished or handed back, and those of a process that was killed taken up again. */
export async function startJobs(
  connectionString: string,
  world: Omit<JobWorld, 'signal'>,
  concurrency: number,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const taskList: TaskList = Object.fromEntries(
    [...jobs.values()].map((job) => [job.name, (payload: unknown) => job.work(payload, { ...world, signal: stopping.signal })]),
  );
  const pgPool = new pg.Pool({ connectionString, max: concurrency + 2 });
  // A client without a listener would end the process when PostgreSQL goes away.
  pgPool.on('error', (error) => world.logger.warn({ err: error }, 'a job connection was lost'));
  pgPool.on('connect', (client) => client.on('error', () => {}));
  const logger = new Logger(
    () => (level, message) => world.logger[level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug'](message),
  );
  const lifeLine = new LifeLine(connectionString, world.logger);
  const hooks = { startWorker: (_: unknown, { worker }: { worker: Worker }) => lifeLine.hold(worker.workerPool.id) };
  const preset = { plugins: [{ name: 'life-line', version: '1.0.0', worker: { hooks } }] };
  const crontab = [...jobs.values()].flatMap(({ name, cron }) => (cron ? [`${cron} ${name}`] : [])).join('\n');
  const begin = () => run({ crontab, pgPool, taskList, concurrency, logger, preset, noHandleSignals: true, pollInterval: 2_000 });
  await lifeLine.open();
  let runner = await begin();
  const { signal } = stopping;
  const keepOn = async () => {
    while (!signal.aborted) {
      await runner.promise.catch((error: unknown) => world.logger.error({ err: error }, 'the jobs stopped by themselves'));
      await pause(AGAIN_MS, undefined, { signal }).catch(() => {});
      if (!signal.aborted) runner = await begin().catch(() => runner);
    }
  };
  const kept = keepOn();
  return {
    async stop() {
      stopping.abort();
      await runner.stop().catch(() => {});
      await kept;
      // One that began while the first was stopping.
      await runner.stop().catch(() => {});
      await pgPool.end();
      await lifeLine.close();
    },
  };
}
