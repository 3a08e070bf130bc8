import { getNamedType, isEnumType } from 'graphql';
import type { Asked, Field, Relation } from './asked.js';
import type { Page } from './connection.js';
import type { Viewer } from './context.js';
import { sortable, writeCursor } from './cursor.js';
import { byColumn, countListed, extent, type List, pageArgs, pageOf } from './page.js';
import { connectionText } from './page.text.js';
import { wholeRow } from './plan.js';
import { hydrate, isChild, type Json, type Property } from './relation.js';
import { type Sql, sql } from './sql.js';
import { type Column, columnOf, type Entity } from './table.js';

interface Listing<T, Filter> {
  /** The parent's foreign key; without it the list is of everything visible. */
  by?: Property<T>;
  /** What is always asked of the list's rows, beside being visible. */
  only?(row: Sql, viewer: Viewer): Sql;
  /** The conditions that the field's argument `filter` adds. */
  where?(filter: Filter, row: Sql, viewer: Viewer): Sql[];
  /** Sorts by what is no property of the entity: how well a row fits what is asked, or what only some viewers may compare. */
  orders?: Record<string, { type: Column['type']; at(row: Sql, viewer: Viewer, filter: Filter | null): Sql }>;
}

/** A list read page by page. Each page starts where the last row stood, so deep pages cost what the first one does. */
export function pagesOf<T extends object, Filter = never>(
  entity: Entity<T>,
  { by, only, where, orders = {} }: Listing<T, Filter> = {},
): Relation {
  const place = (asked: Asked): Pick<List, 'at' | 'by'> => {
    const { sort } = pageArgs(asked);
    if (!Object.hasOwn(orders, sort)) return byColumn(entity, asked);
    const at = orders[sort].at(asked.row, asked.ctx.viewer, (asked.args.filter ?? null) as Filter | null);
    return { at, by: { property: sort, type: orders[sort].type, nullable: false } };
  };
  const listed = (key: Sql, asked: Asked): List => ({
    entity,
    conditions: [
      by ? isChild(entity, asked, by, key) : sql`true`,
      ...(only ? [only(asked.row, asked.ctx.viewer)] : []),
      ...(where && asked.args.filter ? where(asked.args.filter as Filter, asked.row, asked.ctx.viewer) : []),
    ],
    ...place(asked),
  });
  return {
    entity,
    value: (key, asked) => {
      const total = asked.has('totalCount') ? countListed(listed(key, asked), asked) : sql`null`;
      const rows = asked.has('nodes', 'edges', 'pageInfo') ? rowsOf(listed(key, asked), asked) : sql`json_array()`;
      return sql`json_object('total': ${total}, 'rows': ${rows})`;
    },
    read: (json, args) => connection(entity, json as PageJson, pageArgs({ args })),
    answer: (key, asked) => connectionText(listed(key, asked), asked),
    check: (field) => {
      for (const property of sortsOf(field)) if (!Object.hasOwn(orders, property)) sortable(columnOf(entity, property));
    },
  };
}

/** The properties that the field's `sort` names. */
function sortsOf(field: Field): string[] {
  const sort = field.args.find(({ name }) => name === 'sort');
  const type = sort && getNamedType(sort.type);
  if (!isEnumType(type)) throw new Error(`${field.name} is a list without a sort`);
  return type.getValues().map(({ value }) => value as string);
}

function rowsOf(list: List, asked: Asked): Sql {
  // Asked for in two ways at once, rows come whole and loaders do the rest: the two selections may differ.
  const chosen = [...asked.at('nodes'), ...asked.at('edges.node')];
  const node = chosen.length === 1 ? chosen[0] : asked.as(wholeRow);
  const { size } = extent(pageArgs(asked)); // One more row tells whether there are others.
  return sql`(
    select coalesce(json_agg(json_object('place': ${list.at}, 'node': ${node.json(list.entity)})), '[]')
    from (${pageOf(list, asked, size + 1)}) ${asked.row})`;
}

interface PageJson {
  total: number | null;
  rows: { place: string | number; node: Json & { id: string } }[];
}

function connection<T extends object>(entity: Entity<T>, { total, rows }: PageJson, page: Page) {
  const { size, backward } = extent(page);
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (backward) kept.reverse();
  const edges = kept.map(({ place, node }) => ({
    node: hydrate(entity, node),
    get cursor() {
      return writeCursor({ sort: page.sort, value: place, id: node.id });
    },
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: total,
    pageInfo: {
      hasNextPage: backward ? page.before != null : more,
      hasPreviousPage: backward ? more : page.after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
