import type { Context } from '../../core/context.js';
import { asEverybody } from '../../core/database/row-security.js';
import { join, literal, name, type Sql, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { dayOf } from '../erasure/personal-data.rules.js';
import type { Category, Part } from './category.rules.js';
import type { RetentionExample, RetentionPreview } from './retention-preview.entity.js';
import type { Counted, RetentionReason } from './retention-run.entity.js';
import './retention.words.js';
import { dueBefore } from './retention-clock.rules.js';

export const keyOf = ({ key }: Part): Sql => key ?? sql`it.id`;

/** The rows whose period is over on this day. */
export function isDue(part: Part, today: string, months: number): Sql {
  const before = sql`(${dueBefore(today, months)}::date::timestamp at time zone 'Europe/Paris')`;
  return sql`(${part.due?.(before) ?? sql`${part.since} < ${before}`}) and (${part.only ?? sql`true`})`;
}

/** The codes of all that keeps a row back. */
export const holdsOf = ({ holds = {} }: Part): Sql =>
  Object.keys(holds).length === 0
    ? sql`'{}'::text[]`
    : sql`array_remove(array[${join(
        Object.entries(holds).map(([code, condition]) => sql`case when ${condition} then ${literal(code)} end`),
        ', ',
      )}], null)`;

export const isFree = ({ holds = {} }: Part): Sql => sql`not (${join([sql`false`, ...Object.values(holds)], ' or ')})`;

/** In a transaction: of what is under row-level security the statements after this mean everybody’s. */
export const meaning = async (ctx: Context, { table, secured }: Part): Promise<void> => {
  if (secured) await asEverybody(ctx, table);
};

export interface Count {
  seen: number;
  held: number;
  heldFor: Counted[];
}

export async function countDue(ctx: Context, category: Category, months: number, today: string): Promise<Count> {
  const total: Count = { seen: 0, held: 0, heldFor: [] };
  for (const part of category.parts) {
    await meaning(ctx, part);
    const [count] = await ctx.query<Count>(sql`
      with due as materialized (select ${holdsOf(part)} as why from ${name(part.table)} it where ${isDue(part, today, months)})
      select count(*)::int as seen, (count(*) filter (where cardinality(why) > 0))::int as held,
        (select coalesce(json_agg(json_build_object('code', code, 'count', many) order by code), '[]')
          from (select code, count(*) as many from due, unnest(why) code group by code) each) as "heldFor"
      from due`);
    total.seen += count.seen;
    total.held += count.held;
    total.heldFor = added(total.heldFor, count.heldFor);
  }
  return total;
}

/** Two counts by code as one. */
export function added(one: readonly Counted[], other: readonly Counted[]): Counted[] {
  const sums = new Map<string, number>();
  for (const { code, count } of [...one, ...other]) sums.set(code, (sums.get(code) ?? 0) + count);
  return [...sums].map(([code, count]) => ({ code, count })).sort((a, b) => a.code.localeCompare(b.code));
}

export const spelled = (ctx: Context, reasons: readonly Counted[]): RetentionReason[] =>
  reasons.map(({ code, count }) => ({ code, count, message: say(code, ctx.locale) }));

/** In a transaction that can’t change anything. */
export const looking = <Answer>(ctx: Context, look: (inside: Context) => Promise<Answer>): Promise<Answer> =>
  ctx.db.transaction('REPEATABLE READ', async (transaction) => {
    const inside = ctx.inside(transaction);
    await inside.query(sql`set transaction read only`);
    return look(inside);
  });

export const previewRetention = (ctx: Context, category: Category, months: number, today: string): Promise<RetentionPreview> =>
  looking(ctx, async (inside) => {
    const { seen, held, heldFor } = await countDue(inside, category, months, today);
    const examplesOf = async (part: Part, kept: boolean): Promise<RetentionExample[]> => {
      await meaning(inside, part);
      const found = await inside.query<RetentionExample>(sql`
        select ${part.called ?? sql`null::text`} as called, ${dayOf(part.since)} as since,
          ${holdsOf(part)} as "heldFor", ${part.customer ?? sql`null::uuid`} as "customerId", ${part.user ?? sql`null::uuid`} as "userId"
        from ${name(part.table)} it where ${isDue(part, today, months)} and ${isFree(part)} = ${!kept}
        order by ${part.since}, ${keyOf(part)} limit 20`);
      return found.map((one) => ({ ...one, heldFor: one.heldFor.map((code) => say(code, ctx.locale)) }));
    };
    const examples: RetentionExample[][] = [[], []];
    for (const part of category.parts)
      for (const kept of [0, 1]) if (examples[kept].length < 20) examples[kept].push(...(await examplesOf(part, kept === 1)));
    return {
      asOf: today,
      gone: seen - held,
      held,
      heldFor: spelled(ctx, heldFor),
      examples: examples[0].slice(0, 20),
      heldExamples: examples[1].slice(0, 20),
    };
  });
