import type { Context } from '../context.js';
import { type Sql, sql } from '../sql.js';

/**
 * Row-level security keeps some rows to one person: a statement finds them only where it says beforehand whose it is about. It is
 * said for one transaction, or for one statement, and forgotten with it; whoever says nothing finds nothing.
 */
const setPerson = (userId: string): Sql => sql`set_config('prisme.person', ${userId}, true)`;

/** What follows in this transaction is about this person. */
export async function asPerson(ctx: Context, userId: string): Promise<void> {
  if (!ctx.db.queryRunner?.isTransactionActive) throw new Error('said outside of a transaction it is forgotten at once');
  await ctx.query(sql`select ${setPerson(userId)}`);
}

/** For a statement of its own: a value read about this person. CASE sees to the order. */
export const aboutPerson = (userId: string, value: Sql): Sql => sql`case when ${setPerson(userId)} is not null then ${value} end`;
