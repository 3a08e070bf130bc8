import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { FileProblem } from '../import/file-problem.rules.js';
import type { StagedLine } from './order-reader.rules.js';

/** Nothing of an earlier import, which a crash may have left. */
export async function emptyStaging(ctx: Context): Promise<void> {
  await ctx.query(sql`truncate import_line`);
}

/** An order's lines may lie anywhere in its file, so the whole file is laid out before the first order is made. */
export async function stageLines(ctx: Context, lines: readonly StagedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await ctx.query(sql`
    insert into import_line (line, number, placed_day_first, placed_month_first, status, customer, email, phone, valid_email,
      valid_phone, name, address, city, postal_code, country, currency, sku, description, quantity, unit_price, unit_price_cents, total_cents)
    select * from json_to_recordset(${JSON.stringify(lines)}::json) as l (line integer, number text, placed_day_first timestamptz,
      placed_month_first timestamptz, status text, customer text, email text, phone text, valid_email text, valid_phone text,
      name text, address text, city text, postal_code text, country text, currency text, sku text, description text, quantity numeric, unit_price numeric,
      unit_price_cents bigint, total_cents bigint)`);
}

export interface Staged {
  orders: number;
  customers: number;
  /** What the file's dates begin with. */
  monthFirst: boolean;
}

/** What was laid out, and which order of day and month makes dates of all its lines. */
export async function judgeStaging(ctx: Context): Promise<Staged> {
  await ctx.query(sql`analyze import_line`);
  const [found] = await ctx.query<{
    orders: string;
    customers: string;
    day_first: number | null;
    month_first: number | null;
  }>(sql`
    select count(distinct number) as orders, count(distinct customer) as customers,
      min(line) filter (where placed_month_first is null) as day_first,
      min(line) filter (where placed_day_first is null) as month_first
    from import_line`);
  if (found.day_first !== null && found.month_first !== null)
    throw new FileProblem('MIXED_DATES', { dayFirst: found.day_first, monthFirst: found.month_first });
  return { orders: Number(found.orders), customers: Number(found.customers), monthFirst: found.month_first !== null };
}
