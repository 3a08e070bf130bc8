import type { Context } from '../context.js';
import { literal, type Sql, sql } from '../sql.js';

/**
 * Row-level security keeps some rows to those who say beforehand which they mean: whose they are, the one with this identifier, those
 * with one of these hashes of a secret, or in as many words everybody's of a table. It is said for one transaction, or for one
 * statement, and forgotten with it; whoever says nothing finds nothing.
 */
type Saying = 'person' | 'row' | 'secret' | 'everybody';

const set = (saying: Saying, value: string | Sql): Sql => sql`set_config(${literal(`prisme.${saying}`)}, ${value}::text, true)`;

async function say(ctx: Context, saying: Saying, value: string | Sql): Promise<void> {
  if (!ctx.db.queryRunner?.isTransactionActive) throw new Error('said outside of a transaction it is forgotten at once');
  await ctx.query(sql`select ${set(saying, value)}`);
}

/** What follows in this transaction is about this person: their id, or a statement that finds it. */
export const asPerson = (ctx: Context, userId: string | Sql): Promise<void> => say(ctx, 'person', userId);

/** What follows in this transaction is about whatever is known by one of these hashes. */
export const asHolder = (ctx: Context, ...hashes: string[]): Promise<void> => say(ctx, 'secret', hashes.join(' '));

/** What follows in this transaction is about every row of this table. */
export const asEverybody = (ctx: Context, table: string): Promise<void> => say(ctx, 'everybody', table);

/** For a statement of its own: the value is worked out after it was said. CASE sees to the order. */
const about = (saying: Saying, which: string | Sql, value: Sql): Sql =>
  sql`case when ${set(saying, which)} is not null then ${value} end`;

export const aboutPerson = (userId: string | Sql, value: Sql): Sql => about('person', userId, value);
export const aboutRow = (id: string | Sql, value: Sql): Sql => about('row', id, value);
export const aboutHolder = (hash: string, value: Sql): Sql => about('secret', hash, value);
