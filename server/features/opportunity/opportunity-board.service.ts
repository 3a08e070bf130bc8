import { isUUID } from 'class-validator';
import { visible } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { Opportunity } from './opportunity.entity.js';

/** The room left between two neighbours, halved by each card put between them. */
const GAP = 2 ** 20;

export interface Neighbours {
  beforeId?: string | null;
  afterId?: string | null;
}

/** A place in the stage: above or below a neighbour, at the top without one. The stage stays locked, so places are given one by one. */
export async function placeIn(
  ctx: Context,
  stageId: string,
  { beforeId, afterId }: Neighbours = {},
  movingId: string | null = null,
): Promise<number> {
  await ctx.query(sql`select from pipeline_stage where id = ${stageId} for no key update`);
  const first = await placeBetween(ctx, stageId, { beforeId, afterId }, movingId);
  if (first !== null) return first;
  // No room: everything in the stage moves apart, in the order it has.
  await ctx.query(sql`
    update opportunity moved set position = spread.nth * ${GAP}::bigint
    from (select id, row_number() over (order by position, id) as nth from opportunity where stage_id = ${stageId}) spread
    where moved.id = spread.id`);
  return (await placeBetween(ctx, stageId, { beforeId, afterId }, movingId)) ?? 0;
}

async function placeBetween(
  ctx: Context,
  stageId: string,
  { beforeId, afterId }: Neighbours,
  movingId: string | null,
): Promise<number | null> {
  const others = sql`opportunity other where other.stage_id = ${stageId} and other.id is distinct from ${movingId}::uuid`;
  let above: number | null = null;
  let below: number | null = null;
  if (afterId != null) {
    above = await placeOf(ctx, stageId, afterId, 'afterId');
    below = await edge(
      ctx,
      sql`select min(position) as edge from ${others} and (other.position, other.id) > (${above}::bigint, ${afterId}::uuid)`,
    );
  } else if (beforeId != null) {
    below = await placeOf(ctx, stageId, beforeId, 'beforeId');
    above = await edge(
      ctx,
      sql`select max(position) as edge from ${others} and (other.position, other.id) < (${below}::bigint, ${beforeId}::uuid)`,
    );
  } else {
    below = await edge(ctx, sql`select min(position) as edge from ${others}`);
  }
  if (above === null) return (below ?? GAP) - GAP;
  if (below === null) return above + GAP;
  return below - above < 2 ? null : Math.floor((above + below) / 2);
}

async function placeOf(ctx: Context, stageId: string, id: string, field: keyof Neighbours): Promise<number> {
  const [found] = isUUID(id)
    ? await ctx.query<{ position: string }>(sql`
        select it.position from opportunity it
        where it.id = ${id} and it.stage_id = ${stageId} and ${visible(ctx.viewer, Opportunity, sql`it`)}`)
    : [];
  if (!found) throw new UserError('UNKNOWN', ['input', field]);
  return Number(found.position);
}

async function edge(ctx: Context, statement: ReturnType<typeof sql>): Promise<number | null> {
  const [found] = await ctx.query<{ edge: string | null }>(statement);
  return found.edge === null ? null : Number(found.edge);
}
