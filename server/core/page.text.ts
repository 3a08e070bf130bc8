import type { Asked } from './asked.js';
import { cursorSql } from './cursor.js';
import { countListed, extent, pageArgs, pageOf, place } from './page.js';
import { rowCount, type Sql, sql } from './sql.js';
import type { Entity } from './table.js';
import { answerObject, NotInTextNow } from './text.js';

/** A connection exactly as the client gets it: what `connection` makes of rows in pages.ts, said in SQL. */
export function connectionText(entity: Entity, asked: Asked, listed: Sql[]): Sql {
  const { size, backward } = extent(pageArgs(asked));
  if (backward) throw new NotInTextNow('a page from the end comes in reverse');
  return asked.has('pageInfo') ? withPageInfo(entity, asked, listed, size) : withoutPageInfo(entity, asked, listed, size);
}

/** Each list asked for is a scan of its own, and nothing is counted that nobody asked for. */
function withoutPageInfo(entity: Entity, asked: Asked, listed: Sql[], size: number): Sql {
  const list = (item: Sql) =>
    sql`(select coalesce(json_agg(${item}), '[]') from (${pageOf(entity, asked, listed, size)}) ${asked.row})`;
  return answerObject(asked, (child, field) => {
    const part = asked.part(child);
    if (field.name === 'totalCount') return countListed(entity, asked, listed);
    return list(field.name === 'nodes' ? part.json(entity) : edge(entity, part));
  });
}

/** One more row than the page holds tells whether there are others. */
function withPageInfo(entity: Entity, asked: Asked, listed: Sql[], size: number): Sql {
  const { row } = asked;
  const number = sql`${row}."~number"`;
  const onPage = sql`filter (where ${number} <= ${rowCount(size)})`;
  const cursor = cursorOf(entity, asked);
  const list = (item: Sql) => sql`coalesce(json_agg(${item}) ${onPage}, '[]')`;
  const info: Record<string, Sql> = {
    hasNextPage: sql`count(*) > ${rowCount(size)}`,
    hasPreviousPage: pageArgs(asked).after == null ? sql`false` : sql`true`,
    startCursor: sql`(array_agg(${cursor} order by ${number}) ${onPage})[1]`,
    endCursor: sql`(array_agg(${cursor} order by ${number} desc) ${onPage})[1]`,
  };
  const said: Record<string, (part: Asked) => Sql> = {
    totalCount: () => countListed(entity, asked, listed),
    nodes: (part) => list(part.json(entity)),
    edges: (part) => list(edge(entity, part)),
    pageInfo: (part) => answerObject(part, (_child, field) => info[field.name]),
  };
  const members = answerObject(asked, (child, field) => said[field.name](asked.part(child)));
  // `having` makes it one row, also where nothing asked for is an aggregate.
  return sql`(
    select ${members}
    from (select *, row_number() over () as "~number" from (${pageOf(entity, asked, listed, size + 1)}) as page) ${row} having true)`;
}

const edge = (entity: Entity, part: Asked): Sql =>
  answerObject(part, (child, field) => (field.name === 'cursor' ? cursorOf(entity, part) : part.part(child).json(entity)));

const cursorOf = (entity: Entity, asked: Asked): Sql => cursorSql(pageArgs(asked).sort, place(entity, asked), asked.row);
