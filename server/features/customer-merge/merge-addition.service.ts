import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { literal, rowCount, type Sql, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { titleOf } from '../activity/activity.words.js';
import type { CustomerMerge } from './customer-merge.entity.js';
import type { MergeAddition, MergeAdditionChoice } from './customer-merge.input.js';
import './customer-merge.words.js';
import { type Hanging, hangings, tableNamed } from './hanging.scope.js';
import { MergeSide } from './merge-field.rules.js';

/** So many are listed, those that hang on what goes back first; of all others the same rule holds. */
const MOST = 500;

type Since = Pick<CustomerMerge, 'id' | 'customerId'>;

const assignable = hangings.filter(({ title }) => title);

/** One select for a table: what came to the survivor since, and whether it goes back with what it hangs on. */
function ofTable(ctx: Context, { place, title, follows, alone }: Hanging, { id: mergeId, customerId: survivorId }: Since): Sql {
  const row = sql`it`;
  const goesBack = (of: string, id: Sql) => sql`exists (select from customer_merge_row back
    where back.merge_id = ${mergeId} and back.place = ${literal(of)} and back.how = 'MOVED' and back.row_id = ${id})`;
  // What the merge itself noted is no addition.
  const own = place === 'activity' ? sql`and it.subject_type is distinct from 'CustomerMerge'` : sql``;
  return sql`
    select it.id, ${literal(place)} as kind, ${typeof title === 'function' ? title(ctx.viewer) : title!} as title, ${follows ? follows(row, goesBack) : sql`false`} as follows
    from ${tableNamed(place)} it where it.customer_id = ${survivorId} ${own} and ${alone ?? sql`true`} and not exists (
      select from customer_merge_row known where known.merge_id = ${mergeId} and known.place = ${literal(place)} and known.row_id = it.id)`;
}

interface Added {
  id: string;
  kind: string;
  title: string | null;
  follows: boolean;
}

/** What came to the survivor after the merge, each with the one it goes to unless a person says otherwise. */
export async function additionsOf(ctx: Context, merge: Since): Promise<MergeAddition[]> {
  const found: MergeAddition[] = [];
  for (const hanging of assignable) {
    const rows = await ctx.query<Added>(
      sql`select * from (${ofTable(ctx, hanging, merge)}) added order by follows desc, id limit ${rowCount(MOST)}`,
    );
    found.push(
      ...rows.map(({ id, kind, title, follows }) => ({
        id,
        kind,
        label: say(`MERGE_PLACE_${kind}`, ctx.locale),
        title: readable(ctx, hanging, title),
        owner: follows ? MergeSide.OTHER : MergeSide.SURVIVOR,
      })),
    );
  }
  const first = ({ owner }: MergeAddition) => (owner === MergeSide.OTHER ? 0 : 1);
  const listed = new Set(found.toSorted((a, b) => first(a) - first(b)).slice(0, MOST));
  return found.filter((one) => listed.has(one));
}

function readable({ viewer, locale }: Context, { needs, said }: Hanging, title: string | null): string {
  if (!title || (needs && !viewer.permissions.has(needs))) return '';
  if (said === 'ACTIVITY') return titleOf(JSON.parse(title), locale);
  if (said !== 'CODES') return title;
  return title
    .split('\n')
    .map((code) => say(code, locale))
    .join(', ');
}

/** By table, the rows that came since and are the other's from now on: what hangs on rows that go back, and what a person says. */
export async function givenToOther(
  ctx: Context,
  merge: Since,
  choices: readonly MergeAdditionChoice[],
): Promise<Map<string, string[]>> {
  const chosen = new Map(choices.map(({ id, owner }) => [id, owner]));
  const unknown = new Set(chosen.keys());
  const given = new Map<string, string[]>();
  for (const hanging of assignable) {
    const rows = await ctx.query<Pick<Added, 'id' | 'follows'>>(sql`
      select id, follows from (${ofTable(ctx, hanging, merge)}) added where follows or id::text = any(${[...chosen.keys()]}::text[])`);
    for (const { id } of rows) unknown.delete(id);
    const ids = rows.filter(({ id, follows }) => (chosen.get(id) ?? (follows && MergeSide.OTHER)) === MergeSide.OTHER);
    given.set(
      hanging.place,
      ids.map(({ id }) => id),
    );
  }
  const wrong = choices.find(({ id, owner }) => unknown.has(id) || owner === MergeSide.BOTH);
  if (wrong) throw new UserError('UNKNOWN_ADDITION', ['input', 'additions', wrong.id]);
  return given;
}
