import DataLoader from 'dataloader';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { readsFigures } from '../figures/figures.relations.js';
import { User } from '../user/user.entity.js';
import { type FiguresRun, FiguresRunStatus, type HealthPoint } from './figures-run.entity.js';

const columns = sql`status, progress, asked_at as "askedAt", ended_at as "endedAt"`;

/** Null for who does not reach all customers. */
export async function figuresRun(ctx: Context): Promise<FiguresRun | null> {
  if (!readsFigures(ctx.viewer)) return null;
  const [run] = await ctx.query<FiguresRun>(sql`select ${columns} from figures_progress`);
  return run ?? null;
}

/** One that waits already is the one asked for; one under way may have begun before something changed. */
export async function askForFigures(ctx: Context): Promise<FiguresRun> {
  const [run] = await ctx.query<FiguresRun>(sql`
    insert into figures_progress (status) values ('QUEUED')
    on conflict (only_one) do update set status = 'QUEUED', progress = 0, asked_at = now(), ended_at = null
    returning ${columns}`);
  await audit(ctx, 'figures.refresh', ctx.db.create(User, { id: ctx.viewer.id }), { askedAt: [null, run.askedAt] });
  return run;
}

/** How far it is: whoever asks is told. */
export async function noteProgress(ctx: Context, status: FiguresRunStatus, progress: number): Promise<void> {
  const ended = status === FiguresRunStatus.DONE || status === FiguresRunStatus.FAILED;
  await ctx.query(sql`
    insert into figures_progress as run (status, progress) values (${status}, ${progress}::double precision)
    on conflict (only_one) do update set status = excluded.status, progress = excluded.progress,
      asked_at = case when run.ended_at is null then run.asked_at else now() end, ended_at = case when ${ended} then now() end`);
}

/** The earliest first; one statement, however many customers are asked for. */
export function healthHistoryOf(ctx: Context, customerId: string): Promise<HealthPoint[]> {
  const loader = ctx.loaders.get('health history') ?? new DataLoader((ids: readonly string[]) => readHistories(ctx, ids));
  ctx.loaders.set('health history', loader);
  return loader.load(customerId) as Promise<HealthPoint[]>;
}

async function readHistories(ctx: Context, ids: readonly string[]): Promise<HealthPoint[][]> {
  if (!readsFigures(ctx.viewer)) return ids.map(() => []);
  const rows = await ctx.query<{ id: string; days: string[]; scores: number[] }>(sql`
    select customer_id as id, health_days::text[] as days, health_scores as scores from customer_figures
    where customer_id = any(${ids}::uuid[])`);
  const known = new Map(rows.map(({ id, days, scores }) => [id, days.map((day, i) => ({ day, score: scores[i] }))]));
  return ids.map((id) => known.get(id) ?? []);
}
