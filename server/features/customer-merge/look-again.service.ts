import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';

/**
 * What customers are searched and sorted by, and the segments they are in, after rows went from one to another: triggers see whose a row
 * is, not whose it was.
 */
export async function lookAgain(ctx: Context, customerIds: readonly string[]): Promise<void> {
  await ctx.query(sql`
    update customer it set search_text = text_to_search(it) where id = any(${customerIds}::uuid[])`);
  await ctx.query(sql`
    select keep_member_text(${customerIds}::uuid[]), keep_plate_text(${customerIds}::uuid[]), keep_order_figures(${customerIds}::uuid[]),
      note_segment_due(${customerIds}::uuid[])`);
}
