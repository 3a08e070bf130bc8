import type { Context } from '../context.js';
import { defineJob } from '../jobs/jobs.js';
import { sql } from '../sql.js';
import type { Storage } from './storage.js';

/*
 * No file without its row, whatever dies when. A key is written down as unclaimed before its file can exist; the transaction that
 * makes the row claims it, and its commit is the only thing that keeps the file. A row that goes lists its key again, by a trigger.
 * What stays unclaimed is swept away.
 */

interface Database {
  query: Context['query'];
}

/** Keys for files to come, written down at once: outside any transaction. */
export async function reserveKeys(db: Database, count: number): Promise<string[]> {
  const reserved = await db.query<{ key: string }>(sql`
    insert into unclaimed_file (key, sweep_after)
    select to_char(now(), 'YYYY/MM/') || gen_random_uuid(), now() + interval '30 minutes' from generate_series(1, ${count}::int)
    returning key`);
  await planSweep(db, 60);
  return reserved.map(({ key }) => key);
}

/** Part of the transaction that makes the row, before the file is stored: from here on the sweep waits for how it ends. */
export async function claimKey(ctx: Database, key: string): Promise<void> {
  const claimed = await ctx.query(sql`delete from unclaimed_file where key = ${key} returning key`);
  if (claimed.length === 0) throw new Error(`the key ${key} is not there to be claimed`);
}

/** A file that takes long is still being written: the sweep waits again. */
export async function keepKey(db: Database, key: string): Promise<void> {
  await db.query(sql`update unclaimed_file set sweep_after = now() + interval '30 minutes' where key = ${key}`);
}

/** Takes the files of these keys away where nobody claimed them, such as those of a refused mutation. */
export async function dropUnclaimed(ctx: Context, keys: readonly string[]): Promise<void> {
  await sweep(ctx, sql`key = any(${keys}::text[])`);
}

export const sweepFiles = defineJob<object>({
  name: 'file.sweep',
  async work(_payload, world) {
    const ctx = world.system();
    while ((await sweep(ctx, sql`sweep_after <= now()`)) > 0);
    const [{ waiting }] = await ctx.query<{ waiting: string }>(sql`select count(*) as waiting from unclaimed_file`);
    if (Number(waiting) > 0) await planSweep(ctx, 60);
  },
});

/** The files of rows deleted in this transaction go right after it. */
export const sweepSoon = (ctx: Database): Promise<void> => planSweep(ctx, 0);

async function planSweep(db: Database, minutes: number): Promise<void> {
  const [key, mode] = minutes === 0 ? ['file.sweep.soon', 'replace'] : ['file.sweep', 'preserve_run_at'];
  await db.query(sql`
    select graphile_worker.add_job('file.sweep', '{}'::json, run_at => now() + make_interval(mins => ${minutes}::int),
      job_key => ${key}, job_key_mode => ${mode}, max_attempts => 25)`);
}

/** A few at a time; keys that a running transaction is claiming are left to it. Answers how many it took. */
const sweep = (ctx: Context, which: ReturnType<typeof sql>): Promise<number> =>
  ctx.db.transaction(async (transaction) => {
    const inside = ctx.inside(transaction);
    const found = await inside.query<{ key: string }>(sql`
      select key from unclaimed_file where ${which} order by sweep_after limit 50 for update skip locked`);
    const keys = found.map(({ key }) => key);
    await removeAll(ctx.services.storage, keys);
    await inside.query(sql`delete from unclaimed_file where key = any(${keys}::text[])`);
    return keys.length;
  });

async function removeAll(storage: Storage, keys: readonly string[]): Promise<void> {
  for (const key of keys) await storage.remove(key);
}
