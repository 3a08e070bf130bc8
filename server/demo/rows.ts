import type { Node } from '../core/base.entity.js';
import type { Context } from '../core/context.js';
import { join, sql } from '../core/sql.js';
import { columnOf, type Entity, snake, tableOf } from '../core/table.js';

type Row = Record<string, unknown>;

/** Rows made up one after the other, then written a table at a time: a statement for some thousands of them. */
export class Rows {
  private readonly tables = new Map<Entity, Row[]>();

  add<T extends Node>(entity: Entity<T>, row: Partial<T> & { id: string }): Partial<T> & { id: string } {
    const rows = this.tables.get(entity) ?? [];
    if (rows.length === 0) this.tables.set(entity, rows);
    rows.push(row as Row);
    return row;
  }

  of<T extends Node>(entity: Entity<T>): Partial<T>[] {
    return (this.tables.get(entity) ?? []) as Partial<T>[];
  }

  /** In the order in which the tables were first added to: what others refer to is there before them. */
  async write(ctx: Pick<Context, 'query'>): Promise<void> {
    for (const [entity, rows] of this.tables)
      for (const alike of Map.groupBy(rows, shapeOf).values()) await insert(ctx, entity, alike);
  }
}

const shapeOf = (row: Row): string => Object.keys(row).sort().join();

/** Writes rows that have the same properties; a property that none has gets the column's default. */
export async function insert(ctx: Pick<Context, 'query'>, entity: Entity, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const properties = Object.keys(rows[0]);
  const columns = join(
    properties.map((property) => columnOf(entity, property).sql),
    ', ',
  );
  const named = rows.map((row) => Object.fromEntries(properties.map((property) => [snake(property), row[property]])));
  const table = tableOf(entity).sql;
  await ctx.query(sql`
    insert into ${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)`);
}
