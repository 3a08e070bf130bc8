import type { Context } from '../../core/context.js';
import { join, literal, name, type Sql, sql } from '../../core/sql.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { personalData } from './all-data.rules.js';
import type { ErasureLine, ErasureObstacle, ErasurePreview } from './erasure.entity.js';
import './erasure.words.js';
import { Fate, type Subject, type TableRule } from './personal-data.rules.js';
import { findSubject, subjectOf } from './subject.service.js';

export async function previewErasure(ctx: Context, customer: Customer): Promise<ErasurePreview> {
  const subject = subjectOf(customer.id, await findSubject(ctx, customer.id));
  return { lines: await linesOf(ctx, subject), obstacles: await obstaclesTo(ctx, customer) };
}

type Counted = Pick<ErasureLine, 'what' | 'count' | 'records' | 'keptUntil'>;

/** All kinds in one statement. Kept lines come with the day on which the last of them goes. */
export async function linesOf(ctx: Context, subject: Subject): Promise<ErasureLine[]> {
  const rules = personalData.filter(({ fate, of }) => fate !== null && of);
  const each = rules.map(
    (
      rule,
    ) => sql`(select ${literal(rule.table)} as what, count(*)::int as count, ${recordsOf(rule)} as records, ${untilOf(rule)} as "keptUntil"
      from ${name(rule.table)} it where ${rule.of!(subject)})`,
  );
  const found = await ctx.query<Counted>(sql`select * from (${unionOf(each)}) line where line.count > 0`);
  return found.map((line) => {
    const { fate, why } = rules.find(({ table }) => table === line.what)!;
    return { ...line, fate: fate as Fate, why: why ? say(why, ctx.locale) : null };
  });
}

const unionOf = (pieces: Sql[]): Sql => pieces.reduce((all, one) => sql`${all} union all ${one}`);

const recordsOf = ({ called }: TableRule): Sql =>
  called
    ? sql`coalesce((array_agg(${called} order by it.id) filter (where ${called} is not null))[1:20], '{}')`
    : sql`'{}'::text[]`;

/** The first day after the end of the year so many years later: books are closed by the year. */
const untilOf = ({ years, since }: TableRule): Sql =>
  years === undefined
    ? sql`null::text`
    : sql`make_date(extract(year from max(${since ?? sql`now()`}))::int + ${years + 1}, 1, 1)::text`;

/** What keeps somebody from being erased; the retention rules ask the same. */
export const OBSTACLES: Record<string, (id: Sql) => Sql> = {
  ERASED_ALREADY: (id) => sql`select from customer where id = ${id} and erased_at is not null`,
  ERASE_HELD: (id) => sql`select from legal_hold where customer_id = ${id} and lifted_at is null`,
  ERASE_OPEN_INVOICES: (id) => sql`select from invoice where customer_id = ${id} and status in ('ISSUED', 'PARTIALLY_PAID')`,
  ERASE_WORK_UNDER_WAY: (id) =>
    sql`select from mission where customer_id = ${id} and status in ('ASSIGNED', 'IN_PROGRESS', 'DELIVERED')`,
  ERASE_EXPORT_RUNNING: (id) =>
    sql`select from export_run where status = 'RUNNING' and (customer_id = ${id} or kind in ('CUSTOMERS', 'CONSENTS', 'REQUESTS')) or status = 'QUEUED' and customer_id = ${id}`,
  ERASE_IMPORT_RUNNING: () => sql`select from import_run where status in ('QUEUED', 'RUNNING')`,
};

export async function obstaclesTo(ctx: Context, { id }: Pick<Customer, 'id'>): Promise<ErasureObstacle[]> {
  const key = sql`${id}::uuid`;
  const [found] = await ctx.query<{ codes: string[] }>(sql`
    select array_remove(array[${join(
      Object.entries(OBSTACLES).map(([code, where]) => sql`case when exists (${where(key)}) then ${literal(code)} end`),
      ', ',
    )}], null) as codes`);
  return found.codes.map((code) => ({ code, message: say(code, ctx.locale) }));
}
