import type { Context } from '../../core/context.js';
import { rowCount, type Sql, sql } from '../../core/sql.js';

/**
 * Takes the customers who are to be looked at again from a table of their ids, or all that stands there where they are `most` or
 * more: then null. Who is taken is held until the transaction ends, customers before what is due of them and in the order of their
 * ids: who erases or merges one does the same.
 */
export async function takeDue(ctx: Context, table: Sql, most: number): Promise<string[] | null> {
  const due = await ctx.query<{ id: string }>(sql`select distinct customer_id as id from ${table} limit ${rowCount(most)}`);
  if (due.length >= most) {
    await ctx.query(sql`delete from ${table}`);
    return null;
  }
  const ids = due.map(({ id }) => id);
  await ctx.query(sql`select from customer where id = any(${ids}::uuid[]) order by id for key share`);
  await ctx.query(sql`delete from ${table} where customer_id = any(${ids}::uuid[])`);
  return ids;
}
