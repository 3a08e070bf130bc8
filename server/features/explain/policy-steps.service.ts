import { visible, visibleById } from '../../core/access.js';
import type { Context, Viewer } from '../../core/context.js';
import { aboutRow } from '../../core/database/row-security.js';
import { join, type Sql, sql } from '../../core/sql.js';
import { columnOf, type Entity, tableOf } from '../../core/table.js';
import { say } from '../../core/words.js';
import type { Reach } from '../user/role.entity.js';
import { AccessRule, type AccessStep } from './explanation.entity.js';
import { type Reason, whyOf } from './why.rules.js';

/** The reason's condition as it stands in the policy. */
export function conditionOf(viewer: Viewer, entity: Entity, reason: Reason, it: Sql): Sql {
  const all = (reasons: readonly Reason[]) => reasons.map((each) => conditionOf(viewer, entity, each, it));
  if (reason.every) return sql`(${join(all(reason.every), ' and ')})`;
  if (reason.some) return sql`(${join(all(reason.some), ' or ')})`;
  if (reason.follows) return visibleById(viewer, reason.follows.entity, sql`${it}.${columnOf(entity, reason.follows.by).sql}`);
  if (reason.row) return sql`(${reason.row(viewer, it)})`;
  return reason.who?.(viewer) ? sql`true` : sql`false`;
}

interface Placed {
  reason: Reason;
  depth: number;
}

const placed = (reason: Reason, depth: number): Placed[] => [
  { reason, depth },
  ...[...(reason.every ?? []), ...(reason.some ?? [])].flatMap((each) => placed(each, depth + 1)),
];

const MOST_DEPTH = 12;

/**
 * The policy's answer for this row and this person, by the policy itself; then its conditions one by one, each asked of the same row,
 * and where it follows another row the rule of that one. Null where there is no such row.
 */
export async function policySteps(
  ctx: Context,
  viewer: Viewer,
  entity: Entity,
  id: string,
  depth = 0,
): Promise<AccessStep[] | null> {
  const why = whyOf(entity);
  const root = why?.[viewer.reach as Reach];
  const reasons = root && depth < MOST_DEPTH ? placed(root, depth) : [];
  const it = sql`it`;
  const pieces = reasons.map(({ reason }) => sql`coalesce(${conditionOf(viewer, entity, reason, it)}, false)`);
  const parents = reasons.map(({ reason }) =>
    reason.follows ? sql`${it}.${columnOf(entity, reason.follows.by).sql}` : sql`null::uuid`,
  );
  const told = sql`(
    select json_object('seen': coalesce(${visible(viewer, entity, it)}, false),
      'holds': array_to_json(array[${join([sql`false`, ...pieces], ', ')}]),
      'parents': array_to_json(array[${join([sql`null::uuid`, ...parents], ', ')}]::text[]))
    from ${tableOf(entity).sql} it where it.id = ${id})`;
  const [{ row }] = await ctx.query<{ row: { seen: boolean; holds: boolean[]; parents: (string | null)[] } | null }>(
    sql`select ${aboutRow(id, told)} as row`,
  );
  if (!row) return null;
  if (!root)
    return [
      { rule: AccessRule.POLICY, depth, holds: row.seen, text: say(why ? 'explain.none' : 'explain.unworded', ctx.locale) },
    ];
  const steps: AccessStep[] = [];
  for (const [i, { reason, depth: at }] of reasons.entries()) {
    // The verdict is the policy's, whatever the words say.
    const holds = i === 0 ? row.seen : row.holds[i + 1];
    steps.push({ rule: AccessRule.POLICY, depth: at, holds, text: reason[ctx.locale] });
    const parent = row.parents[i + 1];
    if (reason.follows && parent) steps.push(...((await policySteps(ctx, viewer, reason.follows.entity, parent, at + 1)) ?? []));
  }
  return steps;
}
