import type { Context } from '../../core/context.js';
import { literal, rowCount, type Sql, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import type { MergeAddition } from './customer-merge.input.js';
import './customer-merge.words.js';
import { type Hanging, hangings, tableNamed } from './hanging.scope.js';
import { MergeSide } from './merge-field.rules.js';

/** So many are listed, those that hang on what goes back first; all others stay with the survivor. */
const MOST = 500;

/** One select for a table: what came to the survivor since, and whether it goes back with what it hangs on. */
function ofTable({ place, title, follows }: Hanging, mergeId: string, survivorId: string): Sql {
  const row = sql`it`;
  const goesBack = (of: string, id: Sql) => sql`exists (select from customer_merge_row back
    where back.merge_id = ${mergeId} and back.place = ${literal(of)} and back.how = 'MOVED' and back.row_id = ${id})`;
  // What the merge itself noted is no addition.
  const own = place === 'activity' ? sql`and it.subject_type is distinct from 'CustomerMerge'` : sql``;
  return sql`
    select it.id, ${literal(place)} as kind, ${title!} as title, ${follows ? follows(row, goesBack) : sql`false`} as follows
    from ${tableNamed(place)} it where it.customer_id = ${survivorId} ${own} and not exists (
      select from customer_merge_row known where known.merge_id = ${mergeId} and known.place = ${literal(place)} and known.row_id = it.id)`;
}

interface Added {
  id: string;
  kind: string;
  title: string | null;
  follows: boolean;
}

/** What came to the survivor after the merge, each with the one it goes to unless a person says otherwise. */
export async function additionsOf(ctx: Context, mergeId: string, survivorId: string): Promise<MergeAddition[]> {
  const found: Added[] = [];
  for (const hanging of hangings.filter(({ title }) => title)) {
    const rows = await ctx.query<Added>(
      sql`select * from (${ofTable(hanging, mergeId, survivorId)}) added order by follows desc, id limit ${rowCount(MOST)}`,
    );
    found.push(...rows);
  }
  return found.slice(0, MOST).map(({ id, kind, title, follows }) => ({
    id,
    kind,
    label: say(`MERGE_PLACE_${kind}`, ctx.locale),
    title: title ?? '',
    owner: follows ? MergeSide.OTHER : MergeSide.SURVIVOR,
  }));
}
